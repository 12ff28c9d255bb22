// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.pxst.ui.image.ImageTransform;
import org.pxst.ui.image.Overlay;

/**
 * Draws contour lines with their values: dark with a light rim, so that they are seen on all colours of an image. The line
 * of 0 is thicker.
 */
final class ContourOverlay implements Overlay {
	private static final int RIM_ALPHA = 110;
	private static final int LINE_ALPHA = 200;
	/** Shorter lines on the screen have no label. */
	private static final int LEAST_FOR_LABEL = 8;

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

	/** One for each level: on its longest line, where that turns around the middle of its corners. */
	private void labels(GC gc, int[][] drawn, Color dark, Color light) {
		for (int k = 0; k < drawn.length;) {
			int longest = k;
			int next = k;
			while (next < drawn.length && lines.get(next).level() == lines.get(k).level()) {
				if (drawn[next].length > drawn[longest].length)
					longest = next;
				next++;
			}
			label(gc, drawn[longest], text(lines.get(k).level()), dark, light);
			k = next;
		}
	}

	private static void label(GC gc, int[] corners, String text, Color dark, Color light) {
		if (corners.length / 2 < LEAST_FOR_LABEL)
			return;
		// at different parts of neighbouring lines, so that labels do not lie upon each other
		int corner = corners.length / 2 * (1 + Math.floorMod(text.hashCode(), 3)) / 4;
		Point extent = gc.textExtent(text);
		int x = corners[2 * corner] - extent.x / 2;
		int y = corners[2 * corner + 1] - extent.y / 2;
		gc.setBackground(light);
		gc.setAlpha(LINE_ALPHA);
		gc.fillRoundRectangle(x - 2, y, extent.x + 4, extent.y, 4, 4);
		gc.setForeground(dark);
		gc.setAlpha(255);
		gc.drawText(text, x, y, true);
	}

	/** The shortest of up to six digits. */
	static String text(double level) {
		String text = String.format(Locale.ROOT, "%.6g", level);
		return java.math.BigDecimal.valueOf(Double.parseDouble(text)).stripTrailingZeros().toPlainString();
	}
}
