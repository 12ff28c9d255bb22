// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;

class FrameOutlineTest {
	@Test
	void goesAroundTheRegionAndFollowsTheFrame() {
		PixelMap map = PixelMap.linear(40, 300, 1, 0.5);
		boolean[] use = Mask.allGood(40, 300).within(new Roi(10, 30, 20, 220)).good();
		PixelTranslations d = new PixelTranslations(new double[] { 2, Double.NaN }, new double[] { -3, Double.NaN });
		FrameOutline outline = FrameOutline.of(map, use, d, 5, 7);
		double[] ss = new double[outline.ss().length];
		double[] fs = new double[ss.length];
		for (int k = 0; k < ss.length; k++) {
			ss[k] = outline.ss(k, 0);
			fs[k] = outline.fs(k, 0);
			boolean onRim = ss[k] == 10 + 5 - 2 || ss[k] == 29 + 5 - 2 || fs[k] == 10 + 7 + 3 || fs[k] == 109.5 + 7 + 3;
			assertTrue(onRim, ss[k] + ", " + fs[k]);
		}
		assertEquals(13, Arrays.stream(ss).min().orElseThrow());
		assertEquals(32, Arrays.stream(ss).max().orElseThrow());
		assertEquals(20, Arrays.stream(fs).min().orElseThrow());
		assertEquals(119.5, Arrays.stream(fs).max().orElseThrow());
		assertEquals(area(ss, fs), 19 * 99.5, 1e-9, "corners are there and the line goes around once");
		assertTrue(ss.length <= 4 * 64);
		assertTrue(outline.knows(0));
		assertFalse(outline.knows(1));
		assertFalse(outline.knows(2));
		assertFalse(outline.knows(-1));
	}

	private static double area(double[] ss, double[] fs) {
		double twice = 0;
		for (int k = 0; k < ss.length; k++) {
			int next = (k + 1) % ss.length;
			twice += ss[next] * fs[k] - ss[k] * fs[next];
		}
		return Math.abs(twice) / 2;
	}

	@Test
	void nothingInUseHasNoOutline() {
		PixelMap map = PixelMap.identity(3, 3);
		FrameOutline outline = FrameOutline.of(map, new boolean[9], new PixelTranslations(new double[1], new double[1]), 0, 0);
		assertEquals(0, outline.ss().length);
		assertFalse(outline.knows(0));
	}
}
