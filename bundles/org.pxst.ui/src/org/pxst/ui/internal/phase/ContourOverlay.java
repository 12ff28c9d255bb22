// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.pxst.ui.image.ImageTransform;
import org.pxst.ui.image.Overlay;

/**
 * Draws contour lines with their values: dark with a light rim, so that they are seen on all colours of an image. The line
 * of 0 is thicker.
 */
final class ContourOverlay implements Overlay {
	private static final int RIM_ALPHA = 110;
	private static final int LINE_ALPHA = 200;
	/** Shorter lines on the screen, in widths of the label, have none. */
	private static final double SHORTEST = 3;
	/** Smaller pictures, in lines of text, have fewer labels. */
	private static final int FEW = 16;
	/** Where on a line there may be a label: the first one that is free. */
	private static final double[] PLACES = { 0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875 };

	private List<ContourLine> lines = List.of();

	/** The lines to be drawn. */
	void set(List<ContourLine> contours) {
		lines = contours;
	}

	/** How many lines there are. */
	int count() {
		return lines.size();
	}

	@Override
	public void paint(GC gc, ImageTransform transform) {
		if (lines.isEmpty())
			return;
		Color dark = gc.getDevice().getSystemColor(SWT.COLOR_BLACK);
		Color light = gc.getDevice().getSystemColor(SWT.COLOR_WHITE);
		gc.setLineJoin(SWT.JOIN_ROUND);
		int[][] drawn = lines.stream().map(line -> corners(line, transform)).toArray(int[][]::new);
		for (int pass = 0; pass < 2; pass++) {
			gc.setForeground(pass == 0 ? light : dark);
			gc.setAlpha(pass == 0 ? RIM_ALPHA : LINE_ALPHA);
			for (int k = 0; k < drawn.length; k++) {
				gc.setLineWidth((lines.get(k).level() == 0 ? 2 : 1) + (pass == 0 ? 2 : 0));
				gc.drawPolyline(drawn[k]);
			}
		}
		labels(gc, drawn, dark, light);
		gc.setAlpha(255);
		gc.setLineWidth(1);
	}

	private static int[] corners(ContourLine line, ImageTransform transform) {
		int[] points = new int[2 * line.ss().length];
		int used = 0;
		for (int k = 0; k < line.ss().length; k++) {
			int x = (int) Math.round(transform.x(line.fs()[k]));
			int y = (int) Math.round(transform.y(line.ss()[k]));
			if (used == 0 || x != points[used - 2] || y != points[used - 1]) {
				points[used++] = x;
				points[used++] = y;
			}
		}
		return java.util.Arrays.copyOf(points, used);
	}

	/** One for each level, or each second one in a small picture: on its longest line, where there is a place for it. */
	private void labels(GC gc, int[][] drawn, Color dark, Color light) {
		Rectangle room = gc.getClipping();
		boolean few = Math.min(room.width, room.height) < FEW * gc.textExtent("0").y;
		List<Rectangle> taken = new ArrayList<>();
		int level = 0;
		for (int k = 0; k < drawn.length; level++) {
			int longest = k;
			int next = k;
			while (next < drawn.length && lines.get(next).level() == lines.get(k).level()) {
				if (drawn[next].length > drawn[longest].length)
					longest = next;
				next++;
			}
			if (!few || level % 2 == 0)
				label(gc, drawn[longest], text(lines.get(k).level()), taken, room, dark, light);
			k = next;
		}
	}

	/** None on lines that are short, and where it would be cut off or lie upon another one. */
	private static void label(GC gc, int[] corners, String text, List<Rectangle> taken, Rectangle room, Color dark, Color light) {
		Point extent = gc.textExtent(text);
		if (length(corners) < SHORTEST * extent.x)
			return;
		int count = corners.length / 2;
		for (double part : PLACES) {
			int corner = (int) (part * (count - 1));
			Rectangle box = new Rectangle(corners[2 * corner] - extent.x / 2 - 2, corners[2 * corner + 1] - extent.y / 2, extent.x + 4,
					extent.y);
			if (!room.union(box).equals(room) || taken.stream().anyMatch(box::intersects))
				continue;
			taken.add(box);
			gc.setBackground(light);
			gc.setAlpha(LINE_ALPHA);
			gc.fillRoundRectangle(box.x, box.y, box.width, box.height, 4, 4);
			gc.setForeground(dark);
			gc.setAlpha(255);
			gc.drawText(text, box.x + 2, box.y, true);
			return;
		}
	}

	private static double length(int[] corners) {
		double length = 0;
		for (int k = 2; k < corners.length; k += 2)
			length += Math.hypot(corners[k] - corners[k - 2], corners[k + 1] - corners[k - 1]);
		return length;
	}

	/** The shortest of up to six digits. */
	static String text(double level) {
		String text = String.format(Locale.ROOT, "%.6g", level);
		return java.math.BigDecimal.valueOf(Double.parseDouble(text)).stripTrailingZeros().toPlainString();
	}
}
