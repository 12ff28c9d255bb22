// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

/**
 * Where pixels of a picture are on the canvas. Pixel j covers canvas x from left + j scaleX to left + (j + 1) scaleX.
 *
 * @param left   canvas x of the left edge of column 0
 * @param top    canvas y of the upper edge of row 0
 * @param scaleX canvas pixels a column, &gt; 0
 * @param scaleY canvas pixels a row, &gt; 0
 */
record Viewport(double left, double top, double scaleX, double scaleY) implements ImageTransform {
	/** Smallest and largest number of canvas pixels a picture pixel. */
	private static final double LEAST = 1e-4;
	private static final double MOST = 400;

	/**
	 * The whole of something in the middle of an area.
	 *
	 * @param ss0    upper edge, in rows: the edge of row i is i - 0.5
	 * @param ss1    lower edge
	 * @param fs0    left edge
	 * @param fs1    right edge
	 * @param aspect height of a pixel divided by its width; 0 when it does not matter
	 */
	static Viewport fitting(double ss0, double ss1, double fs0, double fs1, double aspect, double x, double y,
			double width, double height) {
		double scaleX = Math.max(LEAST, Math.max(1, width) / (fs1 - fs0));
		double scaleY = Math.max(LEAST, Math.max(1, height) / (ss1 - ss0));
		if (aspect > 0) {
			scaleX = Math.min(scaleX, scaleY / aspect);
			scaleY = scaleX * aspect;
		}
		return new Viewport(x + width / 2 - (0.5 + (fs0 + fs1) / 2) * scaleX,
				y + height / 2 - (0.5 + (ss0 + ss1) / 2) * scaleY, scaleX, scaleY);
	}

	@Override
	public double x(double fs) {
		return left + (fs + 0.5) * scaleX;
	}

	@Override
	public double y(double ss) {
		return top + (ss + 0.5) * scaleY;
	}

	@Override
	public double fs(double x) {
		return (x - left) / scaleX - 0.5;
	}

	@Override
	public double ss(double y) {
		return (y - top) / scaleY - 0.5;
	}

	/** Larger by a factor; what is at (x, y) stays there. Within sensible limits, else unchanged. */
	Viewport zoomed(double factor, double x, double y) {
		if (Math.min(scaleX, scaleY) * factor < LEAST || Math.max(scaleX, scaleY) * factor > MOST && factor > 1)
			return this;
		return new Viewport(x - (x - left) * factor, y - (y - top) * factor, scaleX * factor, scaleY * factor);
	}

	/** Moved. */
	Viewport moved(double dx, double dy) {
		return new Viewport(left + dx, top + dy, scaleX, scaleY);
	}
}
