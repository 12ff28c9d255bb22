// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.pxst.core.scan.Roi;

/**
 * A rectangle of whole pixels that is moved and resized with the mouse, by its inside, edges and corners. With Shift, arrow
 * keys move it by a pixel; with Alt and Shift they move its lower right corner. Escape takes a move back.
 */
public final class RoiTool implements ImageTool {
	private static final double NEAR = 7;
	private static final int HANDLE = 7;

	private final Listener listener;
	private final int rows;
	private final int columns;
	private Roi roi;
	private Roi start;
	private RoiHandle held = RoiHandle.NONE;
	private double startSs;
	private double startFs;

	/** Hears what the rectangle is. */
	@FunctionalInterface
	public interface Listener {
		/**
		 * The user changed the rectangle.
		 *
		 * @param finished whether this is the end of the change
		 */
		void changed(Roi roi, boolean finished);
	}

	/**
	 * @param roi      the rectangle at first
	 * @param rows     of the picture: it stays inside
	 * @param columns  of the picture
	 * @param listener hears changes by the user
	 */
	public RoiTool(Roi roi, int rows, int columns, Listener listener) {
		this.rows = rows;
		this.columns = columns;
		this.listener = listener;
		this.roi = roi;
	}

	/** The rectangle. */
	public Roi roi() {
		return roi;
	}

	/** Changes it without telling; redraw the viewer's overlays afterwards. */
	public void setRoi(Roi newRoi) {
		roi = newRoi;
		held = RoiHandle.NONE;
	}

	private RoiHandle at(Mouse mouse) {
		return RoiHandle.at(outline(mouse.transform()), mouse.x(), mouse.y(), NEAR);
	}

	private Rectangle outline(ImageTransform transform) {
		int left = (int) Math.round(transform.x(roi.fs0() - 0.5));
		int top = (int) Math.round(transform.y(roi.ss0() - 0.5));
		return new Rectangle(left, top, (int) Math.round(transform.x(roi.fs1() - 0.5)) - left,
				(int) Math.round(transform.y(roi.ss1() - 0.5)) - top);
	}

	@Override
	public boolean pressed(Mouse mouse) {
		if (mouse.button() != 1 || (mouse.stateMask() & SWT.MOD1) != 0)
			return false;
		held = at(mouse);
		start = roi;
		startSs = mouse.ss();
		startFs = mouse.fs();
		return held != RoiHandle.NONE;
	}

	@Override
	public boolean moved(Mouse mouse) {
		if (held == RoiHandle.NONE)
			return false;
		change(held.dragged(start, (int) Math.round(mouse.ss() - startSs), (int) Math.round(mouse.fs() - startFs), rows,
				columns), false);
		return true;
	}

	private void change(Roi newRoi, boolean finished) {
		if (newRoi.equals(roi) && !finished)
			return;
		roi = newRoi;
		listener.changed(roi, finished);
	}

	@Override
	public boolean released(Mouse mouse) {
		if (held == RoiHandle.NONE || mouse.button() != 1)
			return false;
		moved(mouse);
		held = RoiHandle.NONE;
		change(roi, true);
		return true;
	}

	@Override
	public boolean key(int keyCode, char character, int stateMask) {
		if (keyCode == SWT.ESC && held != RoiHandle.NONE) {
			held = RoiHandle.NONE;
			change(start, true);
			return true;
		}
		if ((stateMask & SWT.SHIFT) == 0)
			return false;
		RoiHandle handle = (stateMask & SWT.ALT) != 0 ? RoiHandle.LOWER_RIGHT : RoiHandle.INSIDE;
		switch (keyCode) {
		case SWT.ARROW_UP -> change(handle.dragged(roi, -1, 0, rows, columns), true);
		case SWT.ARROW_DOWN -> change(handle.dragged(roi, 1, 0, rows, columns), true);
		case SWT.ARROW_LEFT -> change(handle.dragged(roi, 0, -1, rows, columns), true);
		case SWT.ARROW_RIGHT -> change(handle.dragged(roi, 0, 1, rows, columns), true);
		default -> {
			return false;
		}
		}
		return true;
	}

	@Override
	public int cursor(Mouse mouse) {
		RoiHandle handle = held != RoiHandle.NONE ? held : at(mouse);
		return handle.cursor();
	}

	@Override
	public void paint(GC gc, ImageTransform transform) {
		Rectangle outline = outline(transform);
		Strokes.outlined(gc, () -> gc.drawRectangle(outline));
		gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_WHITE));
		gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_BLACK));
		for (int v = 0; v <= 2; v++)
			for (int h = 0; h <= 2; h++)
				if (v != 1 || h != 1) {
					int x = outline.x + h * outline.width / 2 - HANDLE / 2;
					int y = outline.y + v * outline.height / 2 - HANDLE / 2;
					gc.fillRectangle(x, y, HANDLE, HANDLE);
					gc.drawRectangle(x, y, HANDLE, HANDLE);
				}
	}
}
