// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.map.PixelMap;
import org.pxst.core.numerics.GaussianFilter;
import org.pxst.core.numerics.PolynomialFit;
import org.pxst.core.numerics.WeightedAverage;

/**
 * The filter and fill of update_pixel_map (paper, section 4.2): a weighted Gaussian average of the map, u.
 * <p>
 * Two deviations from the 2020 suite, on purpose. What a polynomial of low degree describes is set aside before and put
 * back after, so that slopes and curvatures do not bend at the rim of the lit area (the suite filters u - (i, j) against
 * zeros beyond the rim). And the average replaces a pixel's value only as far as it is noise: with r = u minus average, the
 * part {@code <r r'> / <r r>} of r is kept, r' being the r of the next pixels and the means taken over the same Gaussian.
 * Noise is a pixel's own and gives 0; structure that the filter is too wide for (the caustic rim of a real lens) is shared
 * with the neighbours and gives up to 1. This is Wiener's filter with the signal's share estimated on the spot.
 *
 * @param sigma width of the Gaussian, detector pixels, at least 0 (0: only fills)
 */
public record PixelMapSmoothing(double sigma) {
	static final String WORK = "update_pixel_map";

	private static final int DEGREE = 4;
	private static final double TRUNCATE = 4;
	private static final double FILL_SIGMA = 4;
	private static final double FILL_TRUNCATE = 20;

	/**
	 * @param map     pixel map; finite where the weight is positive
	 * @param weights trust in each pixel's value, flat (ss, fs), not negative; pixels of weight 0 get the value of their
	 *                surroundings
	 * @param monitor for cancelling
	 * @return the map, on all pixels within reach of one with weight; beyond, the polynomial
	 * @throws CancelledException when cancelled
	 */
	public PixelMap apply(PixelMap map, double[] weights, IMonitor monitor) {
		Surroundings surroundings = new Surroundings(map.rows(), map.columns(), weights, monitor);
		return new PixelMap(map.rows(), map.columns(), surroundings.smooth(map.ss()), surroundings.smooth(map.fs()));
	}

	/** What both components have in common. */
	private final class Surroundings {
		private final int rows;
		private final int columns;
		private final double[] weights;
		private final IMonitor monitor;
		private final PolynomialFit trend;
		/** Pixels that have no average of their own. */
		private final boolean[] unknown;
		/** Empty when there are no such pixels. */
		private final Optional<WeightedAverage> fill;
		/** Of the values, of what is a pixel's own, and of what it shares with others; empty without a filter. */
		private final Optional<Averages> averages;

		private record Averages(WeightedAverage ofValues, WeightedAverage ofSquares, WeightedAverage ofProducts) {
		}

		Surroundings(int rows, int columns, double[] weights, IMonitor monitor) {
			this.monitor = monitor;
			this.rows = rows;
			this.columns = columns;
			this.weights = weights;
			trend = new PolynomialFit(rows, columns, weights, DEGREE);
			averages = sigma > 0 ? Optional.of(averages(new GaussianFilter(sigma, TRUNCATE))) : Optional.empty();
			unknown = new boolean[weights.length];
			boolean any = false;
			for (int p = 0; p < unknown.length; p++) {
				unknown[p] = averages.isPresent() ? !averages.get().ofValues.isKnown(p) : !(weights[p] > 0);
				any |= unknown[p];
			}
			fill = any ? Optional.of(new GaussianFilter(FILL_SIGMA, FILL_TRUNCATE).weighted(rows, columns, weights, unknown))
					: Optional.empty();
		}

		private Averages averages(GaussianFilter filter) {
			double[] counted = new double[weights.length];
			double[] paired = new double[weights.length];
			IntStream.range(0, rows).parallel().forEach(i -> {
				for (int j = 0; j < columns; j++) {
					int p = i * columns + j;
					if (!(weights[p] > 0))
						continue;
					counted[p] = 1;
					paired[p] = i > 0 && weights[p - columns] > 0 || i + 1 < rows && weights[p + columns] > 0
							|| j > 0 && weights[p - 1] > 0 || j + 1 < columns && weights[p + 1] > 0 ? 1 : 0;
				}
			});
			return new Averages(weighted(filter, weights), weighted(filter, counted), weighted(filter, paired));
		}

		private WeightedAverage weighted(GaussianFilter filter, double[] of) {
			CancelledException.check(monitor, WORK);
			return filter.weighted(rows, columns, of);
		}

		private double[] average(WeightedAverage average, double[] values) {
			CancelledException.check(monitor, WORK);
			return average.average(values);
		}

		double[] smooth(double[] values) {
			double[] polynomial = trend.fit(values).values();
			double[] rest = new double[values.length];
			IntStream.range(0, rows).parallel().forEach(i -> {
				for (int p = i * columns; p < (i + 1) * columns; p++)
					rest[p] = values[p] - polynomial[p];
			});
			double[] result = averages.isPresent() ? average(averages.get(), rest) : rest;
			double[] filled = fill.isPresent() ? average(fill.get(), rest) : result;
			double[] out = new double[values.length];
			IntStream.range(0, rows).parallel().forEach(i -> {
				for (int p = i * columns; p < (i + 1) * columns; p++) {
					double value = unknown[p] ? filled[p] : result[p];
					out[p] = polynomial[p] + (Double.isNaN(value) ? 0 : value);
				}
			});
			return out;
		}

		private double[] average(Averages of, double[] values) {
			double[] average = average(of.ofValues, values);
			double[] square = new double[values.length];
			double[] shared = new double[values.length];
			IntStream.range(0, rows).parallel().forEach(i -> {
				for (int j = 0; j < columns; j++) {
					int p = i * columns + j;
					if (!(weights[p] > 0))
						continue;
					double own = values[p] - average[p];
					square[p] = own * own;
					double sum = 0;
					int neighbours = 0;
					for (int side = 0; side < 4; side++) {
						int q = neighbour(i, j, side);
						if (q >= 0 && weights[q] > 0) {
							sum += own * (values[q] - average[q]);
							neighbours++;
						}
					}
					if (neighbours > 0)
						shared[p] = sum / neighbours;
				}
			});
			double[] variance = average(of.ofSquares, square);
			double[] covariance = average(of.ofProducts, shared);
			IntStream.range(0, rows).parallel().forEach(i -> {
				for (int p = i * columns; p < (i + 1) * columns; p++)
					if (weights[p] > 0 && variance[p] > 0) {
						double kept = Math.max(0, Math.min(1, covariance[p] / variance[p]));
						if (!Double.isNaN(kept))
							average[p] += kept * (values[p] - average[p]);
					}
			});
			return average;
		}

		/** The next pixel before or after in the column or the row; -1 beyond the rim. */
		private int neighbour(int i, int j, int side) {
			int p = i * columns + j;
			return switch (side) {
			case 0 -> i > 0 ? p - columns : -1;
			case 1 -> i + 1 < rows ? p + columns : -1;
			case 2 -> j > 0 ? p - 1 : -1;
			default -> j + 1 < columns ? p + 1 : -1;
			};
		}
	}
}
