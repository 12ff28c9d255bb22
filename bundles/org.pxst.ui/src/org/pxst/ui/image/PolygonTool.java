// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/**
 * Draws polygons, corner by corner with the left button. A double click, Enter, the right button or a click on the first
 * corner closes it; Backspace takes the last corner back, Escape gives up.
 */
public final class PolygonTool implements ImageTool {
	private static final int CORNERS = 3;
	private static final double NEAR = 7;

	private final AreaListener<? super Area.Polygon> listener;
	private final Way corners = new Way();
	private double pointerSs;
	private double pointerFs;

	/** @param listener gets the polygons */
	public PolygonTool(AreaListener<? super Area.Polygon> listener) {
		this.listener = listener;
	}

	@Override
	public boolean pressed(Mouse mouse) {
		boolean begun = corners.length() > 0;
		if (mouse.button() == 3 && begun || mouse.count() == 2 && begun
				|| corners.length() >= CORNERS && corners.startsNear(mouse.x(), mouse.y(), NEAR, mouse.transform())) {
			close(mouse.stateMask());
			return true;
		}
		if (mouse.button() != 1 || (mouse.stateMask() & SWT.MOD1) != 0)
			return false;
		corners.add(mouse.ss(), mouse.fs());
		pointerSs = mouse.ss();
		pointerFs = mouse.fs();
		return true;
	}

	private void close(int stateMask) {
		Area.Polygon area = new Area.Polygon(corners.ss(), corners.fs());
		boolean closed = corners.length() >= CORNERS;
		corners.clear();
		if (closed)
			listener.drawn(area, stateMask);
		else
			listener.cancelled();
	}

	@Override
	public boolean moved(Mouse mouse) {
		pointerSs = mouse.ss();
		pointerFs = mouse.fs();
		return corners.length() > 0;
	}

	@Override
	public boolean key(int keyCode, char character, int stateMask) {
		if (corners.length() == 0)
			return false;
		switch (keyCode) {
		case SWT.ESC -> {
			corners.clear();
			listener.cancelled();
		}
		case SWT.BS -> corners.removeLast();
		case SWT.CR, SWT.KEYPAD_CR -> close(stateMask);
		default -> {
			return false;
		}
		}
		return true;
	}

	@Override
	public void paint(GC gc, ImageTransform transform) {
		if (corners.length() == 0)
			return;
		Strokes.outlined(gc, () -> {
			corners.add(pointerSs, pointerFs);
			corners.draw(gc, transform);
			corners.removeLast();
		});
	}
}
