// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.pxst.core.scan.Roi;

/** What of a rectangle is held: an edge, a corner, the whole. */
enum RoiHandle {
	NONE(false, false, false, false, SWT.CURSOR_ARROW), INSIDE(true, true, true, true, SWT.CURSOR_SIZEALL),
	UPPER(true, false, false, false, SWT.CURSOR_SIZENS), LOWER(false, true, false, false, SWT.CURSOR_SIZENS),
	LEFT(false, false, true, false, SWT.CURSOR_SIZEWE), RIGHT(false, false, false, true, SWT.CURSOR_SIZEWE),
	UPPER_LEFT(true, false, true, false, SWT.CURSOR_SIZENWSE), UPPER_RIGHT(true, false, false, true, SWT.CURSOR_SIZENESW),
	LOWER_LEFT(false, true, true, false, SWT.CURSOR_SIZENESW), LOWER_RIGHT(false, true, false, true, SWT.CURSOR_SIZENWSE);

	private final boolean upper;
	private final boolean lower;
	private final boolean left;
	private final boolean right;
	private final int cursor;

	RoiHandle(boolean upper, boolean lower, boolean left, boolean right, int cursor) {
		this.upper = upper;
		this.lower = lower;
		this.left = left;
		this.right = right;
		this.cursor = cursor;
	}

	/** SWT cursor. */
	int cursor() {
		return cursor;
	}

	/** What is at a place on the canvas. */
	static RoiHandle at(Rectangle outline, int x, int y, double near) {
		boolean across = x >= outline.x - near && x <= outline.x + outline.width + near;
		boolean along = y >= outline.y - near && y <= outline.y + outline.height + near;
		if (!across || !along)
			return NONE;
		double toLeft = Math.abs(x - outline.x);
		double toRight = Math.abs(x - outline.x - outline.width);
		double toTop = Math.abs(y - outline.y);
		double toBottom = Math.abs(y - outline.y - outline.height);
		boolean atLeft = toLeft <= near && toLeft < toRight;
		boolean atRight = toRight <= near && !atLeft;
		boolean atTop = toTop <= near && toTop < toBottom;
		boolean atBottom = toBottom <= near && !atTop;
		for (RoiHandle handle : values())
			if (handle != INSIDE && handle != NONE && handle.upper == atTop && handle.lower == atBottom
					&& handle.left == atLeft && handle.right == atRight)
				return handle;
		return INSIDE;
	}

	/** The rectangle after it was dragged so many pixels; inside of the picture, at least one pixel large. */
	Roi dragged(Roi roi, int ss, int fs, int rows, int columns) {
		if (this == NONE)
			return roi;
		int down = ss;
		int across = fs;
		if (this == INSIDE) {
			down = Math.max(-roi.ss0(), Math.min(rows - roi.ss1(), ss));
			across = Math.max(-roi.fs0(), Math.min(columns - roi.fs1(), fs));
		}
		int ss0 = upper ? clamp(roi.ss0() + down, 0, rows - 1) : roi.ss0();
		int ss1 = lower ? clamp(roi.ss1() + down, 1, rows) : roi.ss1();
		int fs0 = left ? clamp(roi.fs0() + across, 0, columns - 1) : roi.fs0();
		int fs1 = right ? clamp(roi.fs1() + across, 1, columns) : roi.fs1();
		if (this == INSIDE)
			return new Roi(ss0, ss1, fs0, fs1);
		return new Roi(upper ? Math.min(ss0, ss1 - 1) : ss0, lower ? Math.max(ss1, ss0 + 1) : ss1,
				left ? Math.min(fs0, fs1 - 1) : fs0, right ? Math.max(fs1, fs0 + 1) : fs1);
	}

	private static int clamp(int value, int low, int high) {
		return Math.max(low, Math.min(high, value));
	}
}
