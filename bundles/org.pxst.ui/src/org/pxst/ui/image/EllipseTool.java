// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.graphics.GC;

/** Draws ellipses by dragging from corner to corner of what surrounds them; with Shift circles. Escape gives up. */
public final class EllipseTool extends DragTool<Area.Ellipse> {
	/** @param listener gets the ellipses */
	public EllipseTool(AreaListener<? super Area.Ellipse> listener) {
		super(listener);
	}

	@Override
	Area.Ellipse area(Area.Rectangle between) {
		return Area.Ellipse.in(between);
	}

	@Override
	void draw(GC gc, int x, int y, int width, int height) {
		gc.drawOval(x, y, width, height);
	}
}
