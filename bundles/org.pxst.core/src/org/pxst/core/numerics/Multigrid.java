// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.Arrays;

/**
 * An approximate inverse of {@link PixelPairs}: what is rough in the solution is found pixel by pixel, what is smooth on
 * blocks of pixels, and so on with blocks of blocks. Symmetric, so that it can precondition conjugate gradients, and linear
 * in time and memory; holes and ragged rims slow it down little, since only pairs that there are take part. For use from one
 * thread.
 */
final class Multigrid {
	private static final int SWEEPS = 2;
	/** So few pixels are solved by sweeps alone. */
	private static final int COARSEST = 4;
	private static final int COARSEST_SWEEPS = 8;

	private final PixelPairs pairs;
	private final double[] right;
	private final double[] solution;
	private final double[] residual;
	/** For the blocks; null where there are so few pixels that none are needed. */
	private final Multigrid blocks;

	Multigrid(PixelPairs pairs) {
		this.pairs = pairs;
		int pixels = pairs.rows() * pairs.columns();
		right = new double[pixels];
		solution = new double[pixels];
		residual = new double[pixels];
		blocks = pixels > COARSEST ? new Multigrid(pairs.ofBlocks()) : null;
	}

	/**
	 * @param b right side, not changed
	 * @return an approximate solution; good until the next call
	 */
	double[] solve(double[] b) {
		Arrays.fill(solution, 0);
		if (blocks == null) {
			for (int k = 0; k < COARSEST_SWEEPS; k++) {
				sweep(b);
				sweepBack(b);
			}
			return solution;
		}
		for (int k = 0; k < SWEEPS; k++)
			sweep(b);
		pairs.residual(solution, b, residual);
		addBlocks();
		for (int k = 0; k < SWEEPS; k++)
			sweepBack(b);
		return solution;
	}

	private void sweep(double[] b) {
		pairs.relax(solution, b, 0);
		pairs.relax(solution, b, 1);
	}

	private void sweepBack(double[] b) {
		pairs.relax(solution, b, 1);
		pairs.relax(solution, b, 0);
	}

	private void addBlocks() {
		int columns = pairs.columns();
		int blockColumns = blocks.pairs.columns();
		blocks.pairs.eachRow().forEach(row -> {
			Arrays.fill(blocks.right, row * blockColumns, (row + 1) * blockColumns, 0);
			for (int i = 2 * row; i < Math.min(2 * row + 2, pairs.rows()); i++)
				for (int j = 0; j < columns; j++)
					blocks.right[row * blockColumns + j / 2] += residual[i * columns + j];
		});
		double[] constants = blocks.solve(blocks.right);
		pairs.eachRow().forEach(i -> {
			for (int j = 0; j < columns; j++)
				solution[i * columns + j] += constants[i / 2 * blockColumns + j / 2];
		});
	}
}
