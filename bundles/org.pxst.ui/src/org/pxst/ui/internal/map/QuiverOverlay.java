// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

import java.util.Optional;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.pxst.ui.image.ImageTransform;
import org.pxst.ui.image.Overlay;
import org.pxst.ui.view.SiPrefix;

/** Draws arrows on a picture, and one of a round length as their scale. For the UI thread. */
final class QuiverOverlay implements Overlay {
	private static final Color ARROW = new Color(0xe6, 0x9f, 0x00);
	private static final Color HALO = new Color(0, 0, 0);
	private static final Color LEGEND = new Color(255, 255, 255);
	private static final double BARB = 0.3;
	private static final int MARGIN = 8;
	/** An arrow that is shorter on the screen is a dot. */
	private static final double SHORTEST = 1.5;

	private Optional<QuiverGrid> grid = Optional.empty();
	private String legendText = "";

	/** Draws these arrows from now on. */
	void show(Optional<QuiverGrid> newGrid, MapUnit unit) {
		grid = newGrid;
		legendText = newGrid.map(g -> SiPrefix.text(g.legend(), unit.symbol())).orElse("");
	}

	@Override
	public void paint(GC gc, ImageTransform transform) {
		if (grid.isEmpty() || !(grid.get().typical() > 0))
			return;
		double factor = grid.get().pixelsPerUnit();
		Path path = new Path(gc.getDevice());
		try {
			for (QuiverGrid.Arrow arrow : grid.get().arrows()) {
				double x = transform.x(arrow.fs());
				double y = transform.y(arrow.ss());
				add(path, x, y, transform.x(arrow.fs() + factor * arrow.alongFs()) - x,
						transform.y(arrow.ss() + factor * arrow.alongSs()) - y);
			}
			draw(gc, path);
		} finally {
			path.dispose();
		}
		legend(gc, Math.abs(transform.x(factor * grid.get().legend()) - transform.x(0)));
	}

	private static void add(Path path, double x, double y, double dx, double dy) {
		path.moveTo((float) x, (float) y);
		double length = Math.hypot(dx, dy);
		if (length < SHORTEST) {
			path.lineTo((float) x + 1, (float) y);
			return;
		}
		double tipX = x + dx;
		double tipY = y + dy;
		path.lineTo((float) tipX, (float) tipY);
		path.lineTo((float) (tipX - BARB * (dx + dy / 2)), (float) (tipY - BARB * (dy - dx / 2)));
		path.moveTo((float) tipX, (float) tipY);
		path.lineTo((float) (tipX - BARB * (dx - dy / 2)), (float) (tipY - BARB * (dy + dx / 2)));
	}

	private static void draw(GC gc, Path path) {
		gc.setAlpha(150);
		gc.setForeground(HALO);
		gc.setLineWidth(3);
		gc.drawPath(path);
		gc.setAlpha(255);
		gc.setForeground(ARROW);
		gc.setLineWidth(1);
		gc.drawPath(path);
	}

	/** In the lower left corner of what is seen, on a dark ground that any picture may be under. */
	private void legend(GC gc, double length) {
		Rectangle seen = gc.getClipping();
		Point text = gc.textExtent(legendText);
		int width = (int) Math.max(length, text.x) + 2 * MARGIN;
		int height = text.y + 3 * MARGIN;
		if (width > seen.width || height > seen.height)
			return;
		int left = seen.x + MARGIN;
		int top = seen.y + seen.height - height - MARGIN;
		gc.setAlpha(170);
		gc.setBackground(HALO);
		gc.fillRectangle(left, top, width, height);
		gc.setAlpha(255);
		gc.setForeground(LEGEND);
		gc.drawText(legendText, left + MARGIN, top + MARGIN / 2, true);
		Path arrow = new Path(gc.getDevice());
		try {
			add(arrow, left + MARGIN, top + text.y + 1.5 * MARGIN, length, 0);
			draw(gc, arrow);
		} finally {
			arrow.dispose();
		}
	}
}
