// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.stream.IntStream;

/**
 * Averages over the neighbourhood of each pixel with fixed weights, from {@link GaussianFilter}. Immutable; usable from
 * several threads; uses all cores, and gives the same result on every run.
 */
public final class WeightedAverage {
	private final SeparableConvolution convolution;
	private final double[] weights;
	private final double[] denominator;

	WeightedAverage(SeparableConvolution convolution, double[] weights) {
		this.convolution = convolution;
		this.weights = weights;
		denominator = convolution.apply(weights);
	}

	/** Whether there is an average at a pixel: a weight in reach, and it is wanted. */
	public boolean isKnown(int p) {
		return denominator[p] > 0;
	}

	/**
	 * @param values flat (ss, fs); what is under a weight of 0 does not matter, NaN included
	 * @return the averages; NaN where all weights in reach are 0, and where they are not wanted
	 */
	public double[] average(double[] values) {
		int rows = convolution.rows();
		int columns = convolution.columns();
		double[] product = new double[values.length];
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int p = i * columns; p < (i + 1) * columns; p++)
				product[p] = weights[p] > 0 ? weights[p] * values[p] : 0;
		});
		double[] average = convolution.apply(product);
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int p = i * columns; p < (i + 1) * columns; p++)
				average[p] = denominator[p] > 0 ? average[p] / denominator[p] : Double.NaN;
		});
		return average;
	}
}
