// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

/**
 * What an image amounts to, over the pixels that are shown; as in the report, whose rms is the plain one. In the unit of the
 * values.
 *
 * @param count        number of values
 * @param peakToValley largest minus smallest value, NaN without values
 * @param rms          about the mean, all pixels counting the same
 * @param weightedRms  about the weighted mean, pixels counting by their light; NaN without light
 */
public record PhaseFigures(int count, double peakToValley, double rms, double weightedRms) {
	/**
	 * @param values  flat; NaN where there is none
	 * @param weights as many, not negative
	 */
	public static PhaseFigures of(double[] values, double[] weights) {
		int count = 0;
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		double sum = 0;
		double light = 0;
		double weighted = 0;
		for (int p = 0; p < values.length; p++)
			if (!Double.isNaN(values[p])) {
				count++;
				min = Math.min(min, values[p]);
				max = Math.max(max, values[p]);
				sum += values[p];
				light += weights[p];
				weighted += weights[p] * values[p];
			}
		double mean = sum / count;
		double weightedMean = weighted / light;
		double squares = 0;
		double weightedSquares = 0;
		for (int p = 0; p < values.length; p++)
			if (!Double.isNaN(values[p])) {
				squares += (values[p] - mean) * (values[p] - mean);
				weightedSquares += weights[p] * (values[p] - weightedMean) * (values[p] - weightedMean);
			}
		return new PhaseFigures(count, count == 0 ? Double.NaN : max - min, Math.sqrt(squares / count),
				Math.sqrt(weightedSquares / light));
	}

	/** All in another unit, so many of which are 1 of this. */
	public PhaseFigures times(double factor) {
		return new PhaseFigures(count, peakToValley * factor, rms * factor, weightedRms * factor);
	}
}
