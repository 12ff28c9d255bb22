// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.plot.PlotCursor.Orientation;

/** The cursors of one chart: how they look, and which one is meant. For the UI thread. */
final class PlotCursors {
	/** How near one has to be to a line to take it, canvas pixels. */
	private static final double REACH = 5;
	private static final int HANDLE = 6;
	private static final int GAP = 3;
	/** Arrow keys move a cursor without steps by so many pixels. */
	private static final int PIXELS = 2;
	private static final int FAST = 10;

	private final List<PlotCursor> cursors = new ArrayList<>();
	private PlotCursor held;
	private PlotCursor chosen;

	void add(PlotCursor cursor) {
		cursors.add(cursor);
	}

	/** The cursor at a place, empty when there is none. */
	Optional<PlotCursor> at(int x, int y, PlotTransform transform) {
		PlotCursor nearest = null;
		double least = REACH;
		for (PlotCursor cursor : cursors) {
			if (!cursor.isVisible())
				continue;
			double distance = cursor.orientation() == Orientation.VERTICAL ? Math.abs(transform.screenX(cursor.value()) - x)
					: Math.abs(transform.screenY(cursor.value()) - y);
			if (distance <= least) {
				least = distance;
				nearest = cursor;
			}
		}
		return Optional.ofNullable(nearest);
	}

	/** Takes a cursor, for dragging, and for the keys from now on. */
	void hold(PlotCursor cursor) {
		held = cursor;
		chosen = cursor;
	}

	/** Lets the cursor go. */
	void release() {
		held = null;
	}

	/** The cursor that is being dragged. */
	Optional<PlotCursor> held() {
		return Optional.ofNullable(held);
	}

	/** Moves the held cursor to a place. */
	void drag(int x, int y, PlotTransform transform) {
		if (held == null)
			return;
		held.move(held.orientation() == Orientation.VERTICAL ? transform.toData(x, y).getX() : transform.toData(x, y).getY());
	}

	/**
	 * Moves the cursor that was taken last, or the first one of the right orientation.
	 *
	 * @return false when no cursor goes that way
	 */
	boolean key(int keyCode, boolean fast, PlotTransform transform) {
		boolean across = keyCode == SWT.ARROW_LEFT || keyCode == SWT.ARROW_RIGHT;
		Orientation orientation = across ? Orientation.VERTICAL : Orientation.HORIZONTAL;
		Optional<PlotCursor> found = chosen != null && chosen.isVisible() && chosen.orientation() == orientation ? Optional.of(chosen)
				: cursors.stream().filter(c -> c.isVisible() && c.orientation() == orientation).findFirst();
		if (found.isEmpty())
			return false;
		PlotCursor cursor = found.get();
		int sign = keyCode == SWT.ARROW_LEFT || keyCode == SWT.ARROW_UP ? -1 : 1;
		int steps = fast ? FAST : 1;
		double x = transform.screenX(across ? cursor.value() : 0);
		double y = transform.screenY(across ? 0 : cursor.value());
		if (cursor.step() > 0) {
			// to the side on the screen, whichever way the axis goes
			double ahead = across ? transform.toData(x + sign, y).getX() : transform.toData(x, y + sign).getY();
			cursor.move(cursor.value() + Math.signum(ahead - cursor.value()) * steps * cursor.step());
		} else {
			int pixels = sign * steps * PIXELS;
			cursor.move(across ? transform.toData(x + pixels, y).getX() : transform.toData(x, y + pixels).getY());
		}
		return true;
	}

	/** Paints all of them. */
	void paint(GC gc, PlotTransform transform, boolean dark) {
		Color foreground = gc.getForeground();
		Color background = gc.getBackground();
		java.awt.Color rgb = SeriesColour.ORANGE.screen(dark);
		Color colour = new Color(rgb.getRed(), rgb.getGreen(), rgb.getBlue());
		for (PlotCursor cursor : cursors)
			if (cursor.isVisible())
				paint(gc, cursor, transform, colour, foreground, background);
		gc.setForeground(foreground);
		gc.setBackground(background);
	}

	private void paint(GC gc, PlotCursor cursor, PlotTransform transform, Color colour, Color text, Color background) {
		Rectangle2D area = transform.area();
		int left = (int) area.getMinX();
		int top = (int) area.getMinY();
		int right = (int) area.getMaxX();
		int bottom = (int) area.getMaxY();
		gc.setForeground(colour);
		gc.setBackground(colour);
		gc.setLineWidth(cursor == held ? 3 : 2);
		Point extent = gc.textExtent(cursor.text());
		int textX;
		int textY;
		if (cursor.orientation() == Orientation.VERTICAL) {
			int x = (int) Math.round(transform.screenX(cursor.value()));
			if (x < left - 1 || x > right + 1)
				return;
			gc.drawLine(x, top, x, bottom);
			gc.fillPolygon(new int[] { x - HANDLE, top, x + HANDLE, top, x, top + 2 * HANDLE });
			textX = x + HANDLE + GAP + extent.x > right ? x - HANDLE - GAP - extent.x : x + HANDLE + GAP;
			textY = top + 1;
		} else {
			int y = (int) Math.round(transform.screenY(cursor.value()));
			if (y < top - 1 || y > bottom + 1)
				return;
			gc.drawLine(left, y, right, y);
			gc.fillPolygon(new int[] { right, y - HANDLE, right, y + HANDLE, right - 2 * HANDLE, y });
			textX = right - 2 * HANDLE - GAP - extent.x;
			textY = y - extent.y - GAP < top ? y + GAP : y - extent.y - GAP;
		}
		gc.setLineWidth(1);
		gc.setForeground(text);
		gc.setBackground(background);
		gc.setAlpha(190);
		gc.fillRectangle(textX - 1, textY, extent.x + 2, extent.y);
		gc.setAlpha(255);
		gc.drawText(cursor.text(), textX, textY, true);
	}
}
