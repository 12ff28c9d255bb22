// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

/**
 * A rectangle of a search window's places on the reference image from which all that the window sees has a value. Not the
 * largest one there is, but all but the rim of an image without holes.
 *
 * @param firstRow    first row
 * @param lastRow     last row, before the first when there is no such place
 * @param firstColumn first column
 * @param lastColumn  last column
 */
record SolidPart(int firstRow, int lastRow, int firstColumn, int lastColumn) {
	/**
	 * Cuts off sides of the image, each as far as the first place that sees less, those first that lose the fewest others,
	 * until there is no such place left.
	 *
	 * @param windows map of the window, flat
	 * @param rows    of the map
	 * @param columns of the map
	 */
	static SolidPart of(byte[] windows, int rows, int columns) {
		int stride = columns + 1;
		int[] less = new int[(rows + 1) * stride];
		for (int i = 0; i < rows; i++) {
			int row = 0;
			for (int j = 0; j < columns; j++) {
				row += windows[i * columns + j] == WindowMap.WHOLLY ? 0 : 1;
				less[(i + 1) * stride + j + 1] = less[i * stride + j + 1] + row;
			}
		}
		int[] part = { 0, rows, 0, columns };
		while (part[0] < part[1] && part[2] < part[3] && count(less, stride, part) > 0) {
			int[] best = part;
			double most = -1;
			for (int side = 0; side < 4; side++) {
				int[] cut = cut(less, stride, part, side);
				double density = (double) (count(less, stride, part) - count(less, stride, cut)) / (area(part) - area(cut));
				if (density > most) {
					most = density;
					best = cut;
				}
			}
			part = best;
		}
		return area(part) > 0 ? new SolidPart(part[0], part[1] - 1, part[2], part[3] - 1) : new SolidPart(0, -1, 0, -1);
	}

	/** Without the lines of one side up to the first that sees less. */
	private static int[] cut(int[] less, int stride, int[] part, int side) {
		int[] line = part.clone();
		int[] rest = part.clone();
		int step = side % 2 == 0 ? 1 : -1;
		int opposite = side + step;
		line[opposite] = part[side];
		do {
			line[side] = line[opposite];
			line[opposite] += step;
		} while (count(less, stride, line) == 0);
		rest[side] = line[opposite];
		return rest;
	}

	private static long area(int[] part) {
		return (long) Math.max(0, part[1] - part[0]) * Math.max(0, part[3] - part[2]);
	}

	private static int count(int[] less, int stride, int[] part) {
		return count(less, stride, part[0], part[1], part[2], part[3]);
	}

	private static int count(int[] less, int stride, int top, int bottom, int left, int right) {
		return less[bottom * stride + right] - less[top * stride + right] - less[bottom * stride + left]
				+ less[top * stride + left];
	}
}
