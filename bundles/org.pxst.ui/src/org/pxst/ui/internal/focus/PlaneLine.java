// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.pxst.ui.image.ImageTool;
import org.pxst.ui.image.ImageTransform;
import org.pxst.ui.image.Picture;

/** The movable plane on a caustic: a line across the beam that is dragged, or moved with the arrow keys. */
final class PlaneLine implements ImageTool {
	private static final Color LINE = new Color(0xe6, 0x9f, 0x00);
	private static final Color SEAM = new Color(0x20, 0x20, 0x20);
	private static final Color BEST = new Color(0xf0, 0xf0, 0xf0);
	/** So near to the line, in pixels of the screen, the mouse takes it. */
	private static final int NEAR = 6;
	/** Planes that the arrow keys go with Shift, and the page keys. */
	private static final int MANY = 10;

	private final Picture.Axis axis;
	private final double best;
	private final DoubleConsumer dragged;
	private final IntConsumer stepped;
	private double column;
	private boolean dragging;

	/**
	 * @param axis    along the beam
	 * @param best    best focus of this axis as a position on it, NaN for none
	 * @param dragged gets the position to which the plane was dragged
	 * @param stepped gets by how many planes it is to move; the largest numbers for the ends
	 */
	PlaneLine(Picture.Axis axis, double best, DoubleConsumer dragged, IntConsumer stepped) {
		this.axis = axis;
		this.best = best;
		this.dragged = dragged;
		this.stepped = stepped;
	}

	/** Where the line is, as a position on the axis. */
	void set(double position) {
		column = axis.indexOf(position);
	}

	@Override
	public void paint(GC gc, ImageTransform transform) {
		Rectangle clip = gc.getClipping();
		if (!Double.isNaN(best)) {
			gc.setLineStyle(SWT.LINE_DOT);
			line(gc, transform.x(axis.indexOf(best)), clip, BEST, 1);
		}
		gc.setLineStyle(SWT.LINE_SOLID);
		line(gc, transform.x(column), clip, LINE, 2);
	}

	private static void line(GC gc, double at, Rectangle clip, Color colour, int width) {
		int x = (int) Math.round(at);
		gc.setForeground(SEAM);
		gc.setLineWidth(width + 2);
		gc.setAlpha(120);
		gc.drawLine(x, clip.y, x, clip.y + clip.height);
		gc.setAlpha(255);
		gc.setForeground(colour);
		gc.setLineWidth(width);
		gc.drawLine(x, clip.y, x, clip.y + clip.height);
	}

	private boolean isNear(Mouse mouse) {
		return Math.abs(mouse.transform().x(column) - mouse.x()) <= NEAR;
	}

	@Override
	public boolean pressed(Mouse mouse) {
		dragging = mouse.button() == 1 && mouse.count() == 1 && isNear(mouse);
		return dragging;
	}

	@Override
	public boolean moved(Mouse mouse) {
		if (dragging)
			dragged.accept(axis.at(mouse.fs()));
		return dragging;
	}

	@Override
	public boolean released(Mouse mouse) {
		boolean was = dragging;
		dragging = false;
		return was;
	}

	@Override
	public boolean key(int keyCode, char character, int stateMask) {
		int planes = (stateMask & SWT.SHIFT) != 0 ? MANY : 1;
		switch (keyCode) {
		case SWT.ARROW_LEFT -> stepped.accept(-planes);
		case SWT.ARROW_RIGHT -> stepped.accept(planes);
		case SWT.PAGE_DOWN -> stepped.accept(-MANY);
		case SWT.PAGE_UP -> stepped.accept(MANY);
		case SWT.HOME -> stepped.accept(Integer.MIN_VALUE);
		case SWT.END -> stepped.accept(Integer.MAX_VALUE);
		default -> {
			return false;
		}
		}
		return true;
	}

	@Override
	public int cursor(Mouse mouse) {
		return dragging || isNear(mouse) ? SWT.CURSOR_SIZEWE : SWT.CURSOR_ARROW;
	}
}
