// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.geom.Rectangle2D;

import org.jfree.data.Range;

/**
 * Ranges of two axes that have the same scale.
 *
 * @param x of the horizontal axis
 * @param y of the vertical axis
 */
record EqualScale(Range x, Range y) {
	/** Widens one of the ranges about its middle, until both have as much length a pixel. */
	static EqualScale fit(Range x, Range y, Rectangle2D area) {
		if (!(area.getWidth() > 0 && area.getHeight() > 0))
			return new EqualScale(x, y);
		double scale = Math.max(x.getLength() / area.getWidth(), y.getLength() / area.getHeight());
		return new EqualScale(about(x, scale * area.getWidth()), about(y, scale * area.getHeight()));
	}

	private static Range about(Range range, double length) {
		double middle = range.getCentralValue();
		return new Range(middle - length / 2, middle + length / 2);
	}
}
