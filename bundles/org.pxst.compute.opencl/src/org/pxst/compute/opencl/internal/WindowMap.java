// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.stream.IntStream;

import org.pxst.compute.SearchWindow;
import org.pxst.core.image.Image;

/**
 * Tells for each place of a search window on the reference image what it sees: for the window whose first corner is at a
 * pixel, 2 where all of it has values, 0 where none has, 1 otherwise.
 *
 * @param image  the reference image
 * @param window the search window
 */
record WindowMap(Image image, SearchWindow window) {
	private static final byte NONE = 0;
	private static final byte PARTLY = 1;
	static final byte WHOLLY = 2;

	/** The map, of the image's shape. Windows that reach beyond it see nothing there. */
	byte[] values() {
		int rows = image.rows();
		int columns = image.columns();
		int stride = columns + 1;
		// summed-area table of the pixels that have a value
		int[] there = new int[(rows + 1) * stride];
		for (int i = 0; i < rows; i++) {
			int row = 0;
			for (int j = 0; j < columns; j++) {
				row += Float.isNaN(image.values()[i * columns + j]) ? 0 : 1;
				there[(i + 1) * stride + j + 1] = there[i * stride + j + 1] + row;
			}
		}
		byte[] map = new byte[rows * columns];
		int all = window.shifts();
		IntStream.range(0, rows).parallel().forEach(i -> {
			int bottom = Math.min(rows, i + window.widthSs());
			for (int j = 0; j < columns; j++) {
				int right = Math.min(columns, j + window.widthFs());
				int seen = there[bottom * stride + right] - there[i * stride + right] - there[bottom * stride + j]
						+ there[i * stride + j];
				map[i * columns + j] = seen == all ? WHOLLY : seen == 0 ? NONE : PARTLY;
			}
		});
		return map;
	}
}
