// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.List;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Where picture and axes are on a canvas.
 *
 * @param room    area that the picture may take
 * @param picture part of the room that it does take; at least one pixel
 * @param ss      the slow scan axis, at the left
 * @param fs      the fast scan axis, below
 * @param axes    whether there is room for axes
 */
record CanvasLayout(Rectangle room, Rectangle picture, Side ss, Side fs, boolean axes) {
	static final int TICK = 4;
	static final int GAP = 3;
	/** Smaller ones, in lines of text, have no axes. */
	private static final double SMALL_WIDTH = 11;
	private static final double SMALL_HEIGHT = 7.5;

	/**
	 * An axis.
	 *
	 * @param label what is along it, with unit
	 * @param ticks values are pixel indices
	 */
	record Side(String label, List<Ticks.Tick> ticks) {
	}

	/** Measures text. */
	interface Font {
		/** Width and height of a text. */
		Point extent(String text);
	}

	/** The axes of a picture as it is seen. */
	static CanvasLayout of(Picture picture, Viewport viewport, int width, int height, Font font) {
		int line = font.extent("0").y;
		boolean axes = width >= SMALL_WIDTH * line && height >= SMALL_HEIGHT * line;
		if (!axes) {
			Rectangle all = new Rectangle(0, 0, width, height);
			return new CanvasLayout(all, seen(picture, viewport, all), null, null, false);
		}
		int below = TICK + GAP + 2 * line + GAP;
		Rectangle room = new Rectangle(2 * line, line / 2, width - 3 * line, height - below - line / 2);
		Side ss = null;
		// the width of numbers depends on the range that is seen, and that on the width
		for (int pass = 0; pass < 2; pass++) {
			Rectangle seen = seen(picture, viewport, room);
			double from = Math.max(-0.5, viewport.ss(room.y));
			double to = Math.min(picture.rows() - 0.5, viewport.ss(room.y + room.height));
			ss = side(picture.ss(), from, to, seen.height / (2 * line));
			int widest = ss.ticks.stream().mapToInt(t -> font.extent(t.label()).x).max().orElse(0);
			int left = line + 2 * GAP + widest + GAP + TICK;
			room = new Rectangle(left, room.y, Math.max(1, width - left - line), room.height);
		}
		Rectangle seen = seen(picture, viewport, room);
		double from = Math.max(-0.5, viewport.fs(room.x));
		double to = Math.min(picture.columns() - 0.5, viewport.fs(room.x + room.width));
		int digits = side(picture.fs(), from, to, 4).ticks.stream().mapToInt(t -> font.extent(t.label()).x).max()
				.orElse(line);
		Side fs = side(picture.fs(), from, to, Math.min(10, seen.width / (digits + line)));
		return new CanvasLayout(room, seen, ss, fs, true);
	}

	private static Side side(Picture.Axis axis, double from, double to, int most) {
		double first = axis.at(from);
		double last = axis.at(to);
		UnitPrefix prefix = UnitPrefix.of(axis.unit(), Math.max(Math.abs(first), Math.abs(last)) / 1.0001);
		List<Ticks.Tick> ticks = Ticks.linear(first * prefix.factor(), last * prefix.factor(), Math.min(10, most)).stream()
				.map(t -> new Ticks.Tick(axis.indexOf(t.value() / prefix.factor()), t.label())).toList();
		return new Side(prefix.label(axis.label()), ticks);
	}

	private static Rectangle seen(Picture picture, Viewport viewport, Rectangle room) {
		int left = (int) Math.round(viewport.x(-0.5));
		int top = (int) Math.round(viewport.y(-0.5));
		int right = (int) Math.round(viewport.x(picture.columns() - 0.5));
		int bottom = (int) Math.round(viewport.y(picture.rows() - 0.5));
		Rectangle seen = new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
		seen.intersect(room);
		if (seen.width < 1 || seen.height < 1)
			return new Rectangle(Math.max(room.x, Math.min(room.x + room.width - 1, left)),
					Math.max(room.y, Math.min(room.y + room.height - 1, top)), 1, 1);
		return seen;
	}
}
