// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

import org.junit.jupiter.api.Test;

class FrameRegionTest {
	private static final double[] X = { 0, 1, 2, 0, 1, 2, Double.NaN };
	private static final double[] Y = { 0, 0, 0, 1, 1, 1, 0 };

	private static Path2D lasso(double... corners) {
		Path2D path = new Path2D.Double();
		path.moveTo(corners[0], corners[1]);
		for (int k = 2; k < corners.length; k += 2)
			path.lineTo(corners[k], corners[k + 1]);
		return path;
	}

	@Test
	void aLassoHoldsWhatIsInsideEvenWhenItIsNotClosed() {
		assertEquals("{0, 3, 4}", FrameRegion.inside(lasso(-0.5, -0.5, 0.5, -0.5, 1.5, 1.5, -0.5, 1.5), X, Y).toString());
	}

	@Test
	void aLassoCanBeHollow() {
		// a horseshoe open above: frame 1 is between its arms
		assertEquals("{0, 2, 3, 4, 5}", FrameRegion.inside(
				lasso(-0.5, -0.5, 0.5, -0.5, 0.5, 0.5, 1.5, 0.5, 1.5, -0.5, 2.5, -0.5, 2.5, 1.5, -0.5, 1.5), X, Y).toString());
	}

	@Test
	void aRangeHoldsWholeFrames() {
		Path2D area = new Path2D.Double(new Rectangle2D.Double(1.2, -7, 2.9, 1));
		assertEquals("{2, 3, 4}", FrameRegion.between(area, 9).toString());
		assertEquals("{2, 3}", FrameRegion.between(area, 4).toString());
		assertEquals("{}", FrameRegion.between(new Path2D.Double(new Rectangle2D.Double(1.2, 0, 0.5, 1)), 9).toString());
		assertEquals("{0}", FrameRegion.between(new Path2D.Double(new Rectangle2D.Double(-5, 0, 5.5, 1)), 9).toString());
		assertEquals("{}", FrameRegion.between(new Path2D.Double(new Rectangle2D.Double(20, 0, 5, 1)), 9).toString());
	}

	@Test
	void theNearestFrameIsFoundWithinReach() {
		assertEquals(4, FrameRegion.nearest(X, Y, 1.2, 0.9, 0.5));
		assertEquals(-1, FrameRegion.nearest(X, Y, 1.2, 1.9, 0.5));
		assertEquals(-1, FrameRegion.nearest(new double[0], new double[0], 0, 0, 5));
	}
}
