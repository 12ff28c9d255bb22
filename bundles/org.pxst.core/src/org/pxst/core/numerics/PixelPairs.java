// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.stream.IntStream;

/**
 * The operator of a least-squares problem over pairs of neighbouring pixels, {@code (A x)[p] = sum_q w[p, q] (x[p] - x[q])}:
 * symmetric, not negative, and with a null space of one constant for each connected part. Immutable but for what is given to
 * it; uses all cores for large images, with the same result on every run.
 *
 * @param rows     extent along the slow scan axis
 * @param columns  extent along the fast scan axis
 * @param ss       weight of the pair (i, j), (i + 1, j), flat (ss, fs); 0 in the last row
 * @param fs       weight of the pair (i, j), (i, j + 1); 0 in the last column
 * @param diagonal sum of the weights of each pixel's pairs
 */
record PixelPairs(int rows, int columns, double[] ss, double[] fs, double[] diagonal) {
	/** Smaller images are not worth sharing out. */
	private static final int FEW_ROWS = 64;
	/**
	 * Factor on the weights of blocks. A field that is constant on each block is as steep between them as the smooth one that it
	 * stands for is over the whole block, which doubles its cost.
	 */
	private static final double BLOCK_FACTOR = 0.5;

	/** With the diagonal from the pairs. */
	static PixelPairs of(int rows, int columns, double[] ss, double[] fs) {
		double[] diagonal = new double[rows * columns];
		for (int p = 0; p < diagonal.length; p++)
			diagonal[p] = ss[p] + fs[p] + (p >= columns ? ss[p - columns] : 0) + (p % columns > 0 ? fs[p - 1] : 0);
		return new PixelPairs(rows, columns, ss, fs, diagonal);
	}

	/** The rows, on one or all cores. */
	IntStream eachRow() {
		IntStream all = IntStream.range(0, rows);
		return rows > FEW_ROWS ? all.parallel() : all;
	}

	/** Sum over the pixels of a product, row by row. */
	double dot(double[] a, double[] b) {
		double[] ofRows = new double[rows];
		eachRow().forEach(i -> {
			double sum = 0;
			for (int p = i * columns; p < (i + 1) * columns; p++)
				sum += a[p] * b[p];
			ofRows[i] = sum;
		});
		double sum = 0;
		for (double ofRow : ofRows)
			sum += ofRow;
		return sum;
	}

	/** Writes A x. */
	void apply(double[] x, double[] out) {
		eachRow().forEach(i -> {
			for (int p = i * columns; p < (i + 1) * columns; p++)
				out[p] = diagonal[p] * x[p] - fromNeighbours(x, i, p);
		});
	}

	/** Writes b - A x. */
	void residual(double[] x, double[] b, double[] out) {
		eachRow().forEach(i -> {
			for (int p = i * columns; p < (i + 1) * columns; p++)
				out[p] = b[p] - diagonal[p] * x[p] + fromNeighbours(x, i, p);
		});
	}

	/**
	 * Solves A x = b for each pixel of a colour of the chessboard by itself, the others given; no two of a colour are
	 * neighbours.
	 */
	void relax(double[] x, double[] b, int colour) {
		eachRow().forEach(i -> {
			for (int p = i * columns + (i + colour) % 2; p < (i + 1) * columns; p += 2)
				if (diagonal[p] > 0)
					x[p] = (b[p] + fromNeighbours(x, i, p)) / diagonal[p];
		});
	}

	private double fromNeighbours(double[] x, int i, int p) {
		double sum = 0;
		if (i > 0)
			sum += ss[p - columns] * x[p - columns];
		if (i + 1 < rows)
			sum += ss[p] * x[p + columns];
		// the pair across the end of a row has no weight
		if (p > 0)
			sum += fs[p - 1] * x[p - 1];
		if (p + 1 < x.length)
			sum += fs[p] * x[p + 1];
		return sum;
	}

	/** The same problem for fields that are constant on blocks of 2 x 2 pixels. */
	PixelPairs ofBlocks() {
		int blockRows = (rows + 1) / 2;
		int blockColumns = (columns + 1) / 2;
		double[] blockSs = new double[blockRows * blockColumns];
		double[] blockFs = new double[blockSs.length];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				int block = i / 2 * blockColumns + j / 2;
				if (i % 2 == 1)
					blockSs[block] += BLOCK_FACTOR * ss[i * columns + j];
				if (j % 2 == 1)
					blockFs[block] += BLOCK_FACTOR * fs[i * columns + j];
			}
		return of(blockRows, blockColumns, blockSs, blockFs);
	}
}
