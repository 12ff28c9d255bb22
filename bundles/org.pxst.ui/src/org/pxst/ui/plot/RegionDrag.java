// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/** A rectangle or a line drawn by hand, while the user draws it. For the UI thread. */
final class RegionDrag {
	private static final int ALPHA = 40;

	private final boolean rectangle;
	private final List<Point> points = new ArrayList<>();

	/**
	 * @param rectangle whether it is a rectangle
	 * @param x         where it starts, canvas pixels
	 * @param y         where it starts
	 */
	RegionDrag(boolean rectangle, int x, int y) {
		this.rectangle = rectangle;
		points.add(new Point(x, y));
	}

	/** The mouse moved. */
	void move(int x, int y) {
		if (rectangle && points.size() > 1)
			points.remove(1);
		Point next = new Point(x, y);
		if (!points.get(points.size() - 1).equals(next))
			points.add(next);
	}

	private int[] outline() {
		Point first = points.get(0);
		Point last = points.get(points.size() - 1);
		if (rectangle)
			return new int[] { first.x, first.y, last.x, first.y, last.x, last.y, first.x, last.y };
		return points.stream().flatMapToInt(point -> IntStream.of(point.x, point.y)).toArray();
	}

	/** Paints it in the foreground colour. */
	void paint(GC gc) {
		int[] outline = outline();
		gc.setAlpha(ALPHA);
		Color background = gc.getBackground();
		gc.setBackground(gc.getForeground());
		gc.fillPolygon(outline);
		gc.setBackground(background);
		gc.setAlpha(255);
		gc.setLineStyle(SWT.LINE_DASH);
		gc.drawPolygon(outline);
		gc.setLineStyle(SWT.LINE_SOLID);
	}

	/** What it encloses, in the units of the axes. */
	Path2D region(PlotTransform transform) {
		int[] outline = outline();
		Path2D path = new Path2D.Double();
		for (int k = 0; k < outline.length; k += 2) {
			Point2D corner = transform.toData(outline[k], outline[k + 1]);
			if (k == 0)
				path.moveTo(corner.getX(), corner.getY());
			else
				path.lineTo(corner.getX(), corner.getY());
		}
		path.closePath();
		return path;
	}
}
