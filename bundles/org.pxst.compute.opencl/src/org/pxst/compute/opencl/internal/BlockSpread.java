// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.pxst.core.scan.Mask;

/**
 * How far apart the places are that the pixels of a block look at.
 *
 * @param mask    pixels that count
 * @param rows    of a block
 * @param columns of a block
 */
record BlockSpread(Mask mask, int rows, int columns) {
	/** Part of the blocks for which there is to be room; what the others would need, all would have to copy. */
	private static final double MOST_BLOCKS = 0.99;

	/**
	 * The number of rows from the first to the last place, both included, that is enough for most blocks.
	 *
	 * @param places row that each pixel looks at, shape of the mask
	 * @return at least 1
	 */
	int enough(int[] places) {
		int down = (mask.rows() + rows - 1) / rows;
		int along = (mask.columns() + columns - 1) / columns;
		int[] needed = new int[down * along];
		IntStream.range(0, down).parallel().forEach(i -> {
			for (int j = 0; j < along; j++)
				needed[i * along + j] = needed(places, i * rows, j * columns);
		});
		int[] used = Arrays.stream(needed).filter(n -> n > 0).sorted().toArray();
		return used.length == 0 ? 1 : used[(int) (MOST_BLOCKS * (used.length - 1))];
	}

	/** Of one block; 0 when none of its pixels counts. */
	private int needed(int[] places, int row, int column) {
		long first = Integer.MAX_VALUE;
		long last = Integer.MIN_VALUE;
		for (int i = row; i < Math.min(mask.rows(), row + rows); i++)
			for (int j = column; j < Math.min(mask.columns(), column + columns); j++) {
				int p = i * mask.columns() + j;
				if (mask.good()[p]) {
					first = Math.min(first, places[p]);
					last = Math.max(last, places[p]);
				}
			}
		return (int) Math.max(0, Math.min(Short.MAX_VALUE, last - first + 1));
	}
}
