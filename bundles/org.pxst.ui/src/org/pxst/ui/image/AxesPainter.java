// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;

/** Draws the frame and the axes of a picture in the foreground colour. */
final class AxesPainter {
	private AxesPainter() {
	}

	static void paint(GC gc, CanvasLayout layout, Viewport viewport, int width, int height) {
		Rectangle seen = layout.picture();
		gc.setLineWidth(1);
		gc.setLineStyle(SWT.LINE_SOLID);
		gc.drawRectangle(seen.x - 1, seen.y - 1, seen.width + 1, seen.height + 1);
		if (!layout.axes())
			return;
		paintBelow(gc, layout, viewport, width);
		paintLeft(gc, layout, viewport, height);
	}

	private static void paintBelow(GC gc, CanvasLayout layout, Viewport viewport, int width) {
		Rectangle seen = layout.picture();
		int edge = seen.y + seen.height;
		int line = gc.textExtent("0").y;
		for (Ticks.Tick tick : layout.fs().ticks()) {
			int x = (int) Math.floor(viewport.x(tick.value()));
			gc.drawLine(x, edge, x, edge + CanvasLayout.TICK);
			int extent = gc.textExtent(tick.label()).x;
			gc.drawText(tick.label(), inside(x - extent / 2, extent, width), edge + CanvasLayout.TICK + CanvasLayout.GAP, true);
		}
		int extent = gc.textExtent(layout.fs().label()).x;
		gc.drawText(layout.fs().label(), inside(seen.x + (seen.width - extent) / 2, extent, width),
				edge + CanvasLayout.TICK + CanvasLayout.GAP + line, true);
	}

	private static int inside(int start, int extent, int limit) {
		return Math.max(0, Math.min(start, limit - extent));
	}

	private static void paintLeft(GC gc, CanvasLayout layout, Viewport viewport, int height) {
		Rectangle seen = layout.picture();
		int widest = 0;
		for (Ticks.Tick tick : layout.ss().ticks()) {
			int y = (int) Math.floor(viewport.y(tick.value()));
			gc.drawLine(seen.x - 1 - CanvasLayout.TICK, y, seen.x - 1, y);
			Point extent = gc.textExtent(tick.label());
			gc.drawText(tick.label(), seen.x - 1 - CanvasLayout.TICK - CanvasLayout.GAP - extent.x, y - extent.y / 2, true);
			widest = Math.max(widest, extent.x);
		}
		Point extent = gc.textExtent(layout.ss().label());
		int x = seen.x - 1 - CanvasLayout.TICK - 2 * CanvasLayout.GAP - widest - extent.y;
		int start = seen.y + (seen.height + extent.x) / 2;
		int bottom = Math.min(height, Math.max(extent.x, start));
		Transform turned = new Transform(gc.getDevice());
		try {
			turned.translate(Math.max(0, x), bottom);
			turned.rotate(-90);
			gc.setTransform(turned);
			gc.drawText(layout.ss().label(), 0, 0, true);
			gc.setTransform(null);
		} finally {
			turned.dispose();
		}
	}
}
