// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/** Draws an outline by hand while the left button is down. Escape gives up. */
public final class LassoTool implements ImageTool {
	private static final int CORNERS = 3;

	private final AreaListener<? super Area.Polygon> listener;
	private final Way way = new Way();

	/** @param listener gets the outlines */
	public LassoTool(AreaListener<? super Area.Polygon> listener) {
		this.listener = listener;
	}

	@Override
	public boolean pressed(Mouse mouse) {
		if (mouse.button() != 1 || (mouse.stateMask() & SWT.MOD1) != 0)
			return false;
		way.clear();
		way.add(mouse.ss(), mouse.fs());
		return true;
	}

	@Override
	public boolean moved(Mouse mouse) {
		if (way.length() == 0)
			return false;
		way.add(mouse.ss(), mouse.fs());
		listener.drawing(new Area.Polygon(way.ss(), way.fs()), mouse.stateMask());
		return true;
	}

	@Override
	public boolean released(Mouse mouse) {
		if (way.length() == 0 || mouse.button() != 1)
			return false;
		way.add(mouse.ss(), mouse.fs());
		Area.Polygon area = new Area.Polygon(way.ss(), way.fs());
		boolean closed = way.length() >= CORNERS;
		way.clear();
		if (closed)
			listener.drawn(area, mouse.stateMask());
		else
			listener.cancelled();
		return true;
	}

	@Override
	public boolean key(int keyCode, char character, int stateMask) {
		if (keyCode != SWT.ESC || way.length() == 0)
			return false;
		way.clear();
		listener.cancelled();
		return true;
	}

	@Override
	public void paint(GC gc, ImageTransform transform) {
		if (way.length() > 1)
			Strokes.outlined(gc, () -> way.draw(gc, transform));
	}
}
