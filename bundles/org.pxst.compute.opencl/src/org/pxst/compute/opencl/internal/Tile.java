// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of the detector, of all frames.
 *
 * @param firstRow    first row that is worked on
 * @param endRow      row after the last one
 * @param firstStored first row that is in memory: one more, where there is one, for the neighbours of pixels
 * @param endStored   row after the last one that is in memory
 */
record Tile(int firstRow, int endRow, int firstStored, int endStored) {
	/** Pixels before the first and after the last frame that kernels may read, whatever is in them. */
	static final int MARGIN = 32;

	/**
	 * Cuts a detector.
	 *
	 * @param rows     detector rows
	 * @param rowBytes bytes of a row of all frames
	 * @param most     bytes a tile may have
	 * @throws DeviceException when not even one row and its neighbours fit
	 */
	static List<Tile> cut(int rows, long rowBytes, long most) {
		long stored = Math.min(rows, most / rowBytes);
		int height = stored >= rows ? rows : (int) stored - 2;
		if (height < 1)
			throw new DeviceException("three rows of all frames, " + 3 * rowBytes + " bytes of " + most);
		int count = (rows + height - 1) / height;
		List<Tile> tiles = new ArrayList<>();
		for (int t = 0; t < count; t++) {
			int first = (int) ((long) rows * t / count);
			int end = (int) ((long) rows * (t + 1) / count);
			tiles.add(new Tile(first, end, Math.max(0, first - 1), Math.min(rows, end + 1)));
		}
		return tiles;
	}

	/** Rows in memory. */
	int storedRows() {
		return endStored - firstStored;
	}

	/** Bytes of the tile on the device. */
	long bytes(int frames, int columns, int pixelBytes) {
		return ((long) frames * storedRows() * columns + 2 * MARGIN) * pixelBytes;
	}
}
