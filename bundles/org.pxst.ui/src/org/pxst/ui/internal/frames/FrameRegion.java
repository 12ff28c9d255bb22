// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;

/** Frames in an area that was drawn in a plot. */
public final class FrameRegion {
	private FrameRegion() {
	}

	/**
	 * Frames whose position is inside.
	 *
	 * @param area closed or not, in the plot's units
	 * @param x    of each frame, NaN where it has no position
	 * @param y    of each frame, NaN where it has no position
	 */
	public static BitSet inside(Path2D area, double[] x, double[] y) {
		BitSet frames = new BitSet(x.length);
		for (int n = 0; n < x.length; n++)
			if (Double.isFinite(x[n]) && Double.isFinite(y[n]) && area.contains(x[n], y[n]))
				frames.set(n);
		return frames;
	}

	/**
	 * Frames between the left and the right end of an area, in a plot against the frame number.
	 *
	 * @param area   in frame numbers along x
	 * @param frames number of frames
	 */
	public static BitSet between(Path2D area, int frames) {
		Rectangle2D bounds = area.getBounds2D();
		BitSet inside = new BitSet(frames);
		int first = (int) Math.max(0, Math.ceil(bounds.getMinX()));
		int last = (int) Math.min(frames - 1.0, Math.floor(bounds.getMaxX()));
		if (first <= last)
			inside.set(first, last + 1);
		return inside;
	}

	/**
	 * The frame that is nearest to a place on the screen.
	 *
	 * @param x      on the screen, of each frame; NaN where it is not there
	 * @param y      on the screen, of each frame
	 * @param atX    place on the screen
	 * @param atY    place on the screen
	 * @param within largest distance
	 * @return its index, -1 when none is that near
	 */
	public static int nearest(double[] x, double[] y, double atX, double atY, double within) {
		int nearest = -1;
		double best = within;
		for (int n = 0; n < x.length; n++) {
			double distance = Math.hypot(x[n] - atX, y[n] - atY);
			if (distance <= best) {
				best = distance;
				nearest = n;
			}
		}
		return nearest;
	}
}
