// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

import org.jtransforms.fft.FloatFFT_1D;

/**
 * Discrete Fourier transforms of complex fields of one shape, on the calling thread only: the simulator runs one frame a
 * thread, and the transforms' own threads would be in the way. Fields are flat, row-major, interleaved (re, im). May be
 * used by several threads at once.
 */
public final class Fourier2D {
	/** Columns that are transformed together, so that whole cache lines are read. */
	private static final int BLOCK = 8;

	private final int rows;
	private final int columns;
	private final FloatFFT_1D alongRow;
	private final FloatFFT_1D alongColumn;

	/**
	 * @param rows    extent along the slow scan axis
	 * @param columns extent along the fast scan axis
	 */
	public Fourier2D(int rows, int columns) {
		this.rows = rows;
		this.columns = columns;
		alongRow = new FloatFFT_1D(columns);
		alongColumn = new FloatFFT_1D(rows);
	}

	/** The smallest number from {@code minimum} on that has no other prime factors than 2, 3 and 5. */
	public static int fastLength(int minimum) {
		int length = minimum;
		while (true) {
			int rest = length;
			for (int factor : new int[] { 2, 3, 5 })
				while (rest % factor == 0)
					rest /= factor;
			if (rest == 1)
				return length;
			length++;
		}
	}

	/** Forward transform in place, exponent -2 pi i. */
	public void forward(float[] field) {
		for (int i = 0; i < rows; i++)
			alongRow.complexForward(field, 2 * i * columns);
		columns(field, true);
	}

	/** Inverse transform in place, exponent +2 pi i, not divided by the number of samples. */
	public void inverse(float[] field) {
		inverse(field, 0, rows);
	}

	/**
	 * Inverse transform in place, exponent +2 pi i, not divided by the number of samples, of some rows only.
	 *
	 * @param field the field; rows outside the range are of no use afterwards
	 * @param from  first row wanted
	 * @param to    row after the last one wanted
	 */
	public void inverse(float[] field, int from, int to) {
		columns(field, false);
		for (int i = from; i < to; i++)
			alongRow.complexInverse(field, 2 * i * columns, false);
	}

	private void columns(float[] field, boolean forward) {
		float[] block = new float[BLOCK * 2 * rows];
		for (int j0 = 0; j0 < columns; j0 += BLOCK) {
			int count = Math.min(BLOCK, columns - j0);
			for (int i = 0; i < rows; i++) {
				int from = 2 * (i * columns + j0);
				for (int c = 0; c < count; c++) {
					block[2 * (c * rows + i)] = field[from + 2 * c];
					block[2 * (c * rows + i) + 1] = field[from + 2 * c + 1];
				}
			}
			for (int c = 0; c < count; c++)
				if (forward)
					alongColumn.complexForward(block, 2 * c * rows);
				else
					alongColumn.complexInverse(block, 2 * c * rows, false);
			for (int i = 0; i < rows; i++) {
				int to = 2 * (i * columns + j0);
				for (int c = 0; c < count; c++) {
					field[to + 2 * c] = block[2 * (c * rows + i)];
					field[to + 2 * c + 1] = block[2 * (c * rows + i) + 1];
				}
			}
		}
	}
}
