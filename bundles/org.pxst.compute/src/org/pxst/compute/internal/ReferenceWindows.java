// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.compute.SearchWindow;
import org.pxst.core.image.Image;

/**
 * The pixels of the reference image in windows of one size, column by column: window (top, left) as one array, for loops
 * that a compiler makes vector instructions of.
 */
final class ReferenceWindows {
	/** Part of the heap that overlapping copies may take. */
	private static final double PART = 0.1;

	private final int rows;
	private final int columns;
	private final int height;
	private final int width;
	/** The image column by column. */
	private final float[] turned;
	/**
	 * For each pixel the {@link #height} pixels from there downwards, pixel by pixel along a row, so that whole windows are
	 * in one piece; null where that would take too much memory.
	 */
	private final float[] strips;
	/** Whether all pixels of the window that begins at a pixel are in the image and have a value. */
	private final boolean[] valid;

	ReferenceWindows(Image image, SearchWindow window, boolean inOnePiece) {
		rows = image.rows();
		columns = image.columns();
		height = window.widthSs();
		width = window.widthFs();
		turned = new float[rows * columns];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				turned[j * rows + i] = image.values()[i * columns + j];
		strips = inOnePiece ? strips() : null;
		valid = valid(image.values());
	}

	static ReferenceWindows of(Image image, SearchWindow window) {
		double size = (double) image.values().length * window.widthSs();
		return new ReferenceWindows(image, window,
				size < Integer.MAX_VALUE / 2 && size * Float.BYTES < PART * Runtime.getRuntime().maxMemory());
	}

	private float[] strips() {
		float[] overlapping = new float[rows * columns * height];
		for (int i = 0; i <= rows - height; i++)
			for (int j = 0; j < columns; j++)
				System.arraycopy(turned, j * rows + i, overlapping, (i * columns + j) * height, height);
		return overlapping;
	}

	private boolean[] valid(float[] values) {
		// summed-area table of the pixels without a value: tells at once whether a window has one
		int stride = columns + 1;
		int[] missing = new int[(rows + 1) * stride];
		for (int i = 0; i < rows; i++) {
			int row = 0;
			for (int j = 0; j < columns; j++) {
				row += Float.isNaN(values[i * columns + j]) ? 1 : 0;
				missing[(i + 1) * stride + j + 1] = missing[i * stride + j + 1] + row;
			}
		}
		boolean[] whole = new boolean[rows * columns];
		for (int i = 0; i <= rows - height; i++)
			for (int j = 0; j <= columns - width; j++)
				whole[i * columns + j] = missing[(i + height) * stride + j + width] - missing[i * stride + j + width]
						- missing[(i + height) * stride + j] + missing[i * stride + j] == 0;
		return whole;
	}

	/** Whether the window at (top, left) is in the image and has a value everywhere. */
	boolean isValid(int top, int left) {
		return top >= 0 && left >= 0 && top < rows && left < columns && valid[top * columns + left];
	}

	/**
	 * Copies a valid window.
	 *
	 * @param at     top * columns + left
	 * @param target receives its pixels column by column
	 */
	void copy(int at, float[] target) {
		if (strips != null) {
			System.arraycopy(strips, at * height, target, 0, target.length);
			return;
		}
		int from = at % columns * rows + at / columns;
		for (int b = 0; b < width; b++)
			System.arraycopy(turned, from + b * rows, target, b * height, height);
	}

	int rows() {
		return rows;
	}

	int columns() {
		return columns;
	}

	/** Value at (row, column). */
	float at(int row, int column) {
		return turned[column * rows + row];
	}
}
