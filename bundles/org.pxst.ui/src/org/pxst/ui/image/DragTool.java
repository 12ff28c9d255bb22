// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** A tool that draws an area between the places where the left button is pressed and released. */
abstract class DragTool<A extends Area> implements ImageTool {
	private final AreaListener<? super A> listener;
	private double startSs;
	private double startFs;
	private A area;

	DragTool(AreaListener<? super A> listener) {
		this.listener = listener;
	}

	/** The area between two places; with Shift it is as high as wide. */
	abstract A area(Area.Rectangle between);

	/** Draws it. */
	abstract void draw(GC gc, int x, int y, int width, int height);

	@Override
	public boolean pressed(Mouse mouse) {
		if (mouse.button() != 1 || (mouse.stateMask() & SWT.MOD1) != 0)
			return false;
		startSs = mouse.ss();
		startFs = mouse.fs();
		area = area(Area.Rectangle.between(startSs, startFs, startSs, startFs));
		return true;
	}

	@Override
	public boolean moved(Mouse mouse) {
		if (area == null)
			return false;
		stretch(mouse);
		listener.drawing(area, mouse.stateMask());
		return true;
	}

	private void stretch(Mouse mouse) {
		double ss = mouse.ss();
		double fs = mouse.fs();
		if ((mouse.stateMask() & SWT.SHIFT) != 0) {
			double side = Math.max(Math.abs(ss - startSs), Math.abs(fs - startFs));
			ss = startSs + Math.copySign(side, ss - startSs);
			fs = startFs + Math.copySign(side, fs - startFs);
		}
		area = area(Area.Rectangle.between(startSs, startFs, ss, fs));
	}

	@Override
	public boolean released(Mouse mouse) {
		if (area == null || mouse.button() != 1)
			return false;
		stretch(mouse);
		A drawn = area;
		area = null;
		listener.drawn(drawn, mouse.stateMask());
		return true;
	}

	@Override
	public boolean key(int keyCode, char character, int stateMask) {
		if (keyCode != SWT.ESC || area == null)
			return false;
		area = null;
		listener.cancelled();
		return true;
	}

	@Override
	public void paint(GC gc, ImageTransform transform) {
		if (area == null)
			return;
		Area.Rectangle bounds = area.bounds();
		int x = (int) Math.round(transform.x(bounds.fs0()));
		int y = (int) Math.round(transform.y(bounds.ss0()));
		int width = (int) Math.round(transform.x(bounds.fs1())) - x;
		int height = (int) Math.round(transform.y(bounds.ss1())) - y;
		Strokes.outlined(gc, () -> draw(gc, x, y, width, height));
	}
}
