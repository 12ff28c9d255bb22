// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.plot.Plot;

/** Looks at what is painted of a chart. */
final class PlotProbe {
	/** Lines are antialiased: so far may each of red, green and blue be off. */
	private static final int NEAR = 60;

	private final Plot plot;

	PlotProbe(Plot plot) {
		this.plot = plot;
	}

	/** Waits until there is a colour of a curve or a cursor at a place, give or take a pixel. */
	void waitFor(SeriesColour colour, double x, double y) {
		java.awt.Color wanted = colour.screen(isDark());
		waitFor(new RGB(wanted.getRed(), wanted.getGreen(), wanted.getBlue()), x, y);
	}

	/** Waits until there is nothing but the background at a place. */
	void waitForBackground(double x, double y) {
		waitFor(plot.getBackground().getRGB(), x, y);
	}

	private boolean isDark() {
		RGB background = plot.getBackground().getRGB();
		return background.red + background.green + background.blue < 3 * 128;
	}

	private void waitFor(RGB wanted, double x, double y) {
		Point at = plot.toScreen(x, y);
		UiTest.waitUntil(wanted + " at " + x + ", " + y, () -> {
			for (int dx = -1; dx <= 1; dx++)
				for (int dy = -1; dy <= 1; dy++)
					if (isNear(wanted, UiTest.pixel(plot.canvas(), at.x + dx, at.y + dy)))
						return true;
			return false;
		});
	}

	private static boolean isNear(RGB a, RGB b) {
		return Math.abs(a.red - b.red) < NEAR && Math.abs(a.green - b.green) < NEAR && Math.abs(a.blue - b.blue) < NEAR;
	}
}
