// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class HalfMaximumTest {
	private static double[] gaussian(double centre, double sigma, int count) {
		double[] values = new double[count];
		Arrays.setAll(values, k -> 3 * Math.exp(-(k - centre) * (k - centre) / (2 * sigma * sigma)));
		return values;
	}

	@Test
	void theWidthOfAGaussianIsKnown() {
		double fwhm = 2 * Math.sqrt(2 * Math.log(2));
		for (double sigma : new double[] { 3, 7.3, 20 }) {
			HalfMaximum half = HalfMaximum.of(gaussian(100, sigma, 201)).orElseThrow();
			assertEquals(1.5, half.level(), 1e-12);
			assertEquals(fwhm * sigma, half.width(), 0.01 * sigma);
			assertEquals(100, (half.from() + half.to()) / 2, 1e-9);
		}
		// between samples the highest one is a little lower than the peak
		assertEquals(fwhm * 10, HalfMaximum.of(gaussian(100.5, 10, 201)).orElseThrow().width(), 0.1);
	}

	@Test
	void sidePeaksThatReachHalfCount() {
		HalfMaximum half = HalfMaximum.of(new double[] { 0, 1, 0, 0, 2, 0, 0.5, 0 }).orElseThrow();
		assertEquals(1, half.from(), 1e-12);
		assertEquals(4.5, half.to(), 1e-12);
	}

	@Test
	void aProfileThatDoesNotFallIsWideAsItIs() {
		HalfMaximum half = HalfMaximum.of(new double[] { 2, 2, 2 }).orElseThrow();
		assertEquals(0, half.from());
		assertEquals(2, half.to());
		assertEquals(0, HalfMaximum.of(new double[] { 1 }).orElseThrow().width());
	}

	@Test
	void darknessAndUnknownPlanesHaveNone() {
		assertTrue(HalfMaximum.of(new double[] { 0, 0 }).isEmpty());
		assertTrue(HalfMaximum.of(new double[] { 1, Double.NaN, 1 }).isEmpty());
		assertTrue(HalfMaximum.of(new double[0]).isEmpty());
	}
}
