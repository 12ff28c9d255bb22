// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

/**
 * What values are like; NaN does not count.
 *
 * @param count number of values
 * @param mean  NaN when there is none
 * @param rms   about the mean
 * @param min   smallest
 * @param max   largest
 */
record Statistics(int count, double mean, double rms, double min, double max) {
	static Statistics of(double[] values) {
		int count = 0;
		double sum = 0;
		double min = Double.NaN;
		double max = Double.NaN;
		for (double v : values)
			if (!Double.isNaN(v)) {
				min = count == 0 ? v : Math.min(min, v);
				max = count == 0 ? v : Math.max(max, v);
				sum += v;
				count++;
			}
		double mean = sum / count;
		double squares = 0;
		for (double v : values)
			if (!Double.isNaN(v))
				squares += (v - mean) * (v - mean);
		return new Statistics(count, mean, Math.sqrt(squares / count), min, max);
	}
}
