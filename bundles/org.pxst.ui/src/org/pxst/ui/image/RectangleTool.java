// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.graphics.GC;

/** Draws rectangles by dragging; with Shift squares. Escape gives up. */
public final class RectangleTool extends DragTool<Area.Rectangle> {
	/** @param listener gets the rectangles */
	public RectangleTool(AreaListener<? super Area.Rectangle> listener) {
		super(listener);
	}

	@Override
	Area.Rectangle area(Area.Rectangle between) {
		return between;
	}

	@Override
	void draw(GC gc, int x, int y, int width, int height) {
		gc.drawRectangle(x, y, width, height);
	}
}
