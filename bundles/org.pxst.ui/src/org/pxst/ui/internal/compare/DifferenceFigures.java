// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

/**
 * What an image of values around 0 amounts to.
 *
 * @param count   number of values that are not NaN
 * @param rms     root mean square, NaN without values
 * @param largest largest absolute value, NaN without values
 * @param index   where that is, flat; -1 without values
 */
record DifferenceFigures(int count, double rms, double largest, int index) {
	/** @param values NaN where there is none */
	static DifferenceFigures of(float[] values) {
		return of(values, 0);
	}

	/** Of the values less their mean. */
	static DifferenceFigures aboutMean(float[] values) {
		double sum = 0;
		int count = 0;
		for (float value : values)
			if (!Float.isNaN(value)) {
				sum += value;
				count++;
			}
		return of(values, count == 0 ? 0 : sum / count);
	}

	private static DifferenceFigures of(float[] values, double mean) {
		int count = 0;
		double squares = 0;
		double largest = Double.NaN;
		int index = -1;
		for (int p = 0; p < values.length; p++) {
			if (Float.isNaN(values[p]))
				continue;
			double size = Math.abs(values[p] - mean);
			count++;
			squares += size * size;
			if (!(size <= largest)) {
				largest = size;
				index = p;
			}
		}
		return new DifferenceFigures(count, Math.sqrt(squares / count), largest, index);
	}
}
