// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

import org.pxst.core.scan.Roi;

/**
 * A region of an image made smaller by whole numbers: each block of pixels becomes one.
 *
 * @param region  of the image
 * @param columns of the whole image
 * @param stepSs  pixels of a block along the slow scan axis
 * @param stepFs  pixels of a block along the fast scan axis
 */
record BlockMeans(Roi region, int columns, int stepSs, int stepFs) {
	/** Blocks for an outcome of at most so many pixels along either axis, of the same size along both. */
	static BlockMeans square(Roi region, int columns, int most) {
		int step = Math.max(step(region.rows(), most), step(region.columns(), most));
		return new BlockMeans(region, columns, step, step);
	}

	/** Blocks for an outcome of at most so many pixels along each axis. */
	static BlockMeans of(Roi region, int columns, int most) {
		return new BlockMeans(region, columns, step(region.rows(), most), step(region.columns(), most));
	}

	private static int step(int extent, int most) {
		return (extent + most - 1) / most;
	}

	/** Extent of the outcome along the slow scan axis; the last block may be smaller. */
	int smallRows() {
		return step(region.rows(), stepSs);
	}

	/** Extent of the outcome along the fast scan axis; the last block may be smaller. */
	int smallColumns() {
		return step(region.columns(), stepFs);
	}

	/**
	 * Means of the finite values of each block.
	 *
	 * @param values by index into the flat image
	 * @return flat (ss, fs), NaN where a block has no finite value
	 */
	double[] means(IntToDoubleFunction values) {
		return means(values, p -> 1);
	}

	/**
	 * Weighted means of the finite values of each block.
	 *
	 * @param values  by index into the flat image
	 * @param weights by the same; values without a positive one do not count
	 * @return flat (ss, fs), NaN where no value of a block counts
	 */
	double[] means(IntToDoubleFunction values, IntToDoubleFunction weights) {
		int across = smallColumns();
		double[] sums = new double[smallRows() * across];
		double[] counts = new double[sums.length];
		for (int i = 0; i < region.rows(); i++) {
			int row = (region.ss0() + i) * columns + region.fs0();
			int target = i / stepSs * across;
			for (int j = 0; j < region.columns(); j++) {
				double weight = weights.applyAsDouble(row + j);
				double value = values.applyAsDouble(row + j);
				if (weight > 0 && !Double.isNaN(value)) {
					sums[target + j / stepFs] += weight * value;
					counts[target + j / stepFs] += weight;
				}
			}
		}
		Arrays.setAll(sums, q -> counts[q] > 0 ? sums[q] / counts[q] : Double.NaN);
		return sums;
	}
}
