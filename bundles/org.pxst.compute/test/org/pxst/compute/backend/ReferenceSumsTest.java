// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

class ReferenceSumsTest {
	/** Numerators 3, -6, 5, 0 and denominators 2, 4, 0.5, 0. */
	private static ReferenceSums sums() {
		return new ReferenceSums(new ReferenceExtent(1.5, -2, 2, 2), new long[] { 12, -24, 20, 0 },
				new long[] { 16, 32, 4, 0 }, new FixedPoint(2), new FixedPoint(3));
	}

	private static ForwardModel model() {
		return new ForwardModel(new Mask(1, 3, new boolean[] { true, true, false }),
				new Image(1, 3, new float[] { 1, 3, 100 }), PixelMap.identity(1, 3),
				new PixelTranslations(new double[1], new double[1]));
	}

	@Test
	void ratioIsNumeratorByDenominator() {
		assertArrayEquals(new float[] { 1.5f, -1.5f, 10, Float.NaN }, sums().ratio(1e-9).values());
		assertArrayEquals(new float[] { 1.5f, -1.5f, Float.NaN, Float.NaN }, sums().ratio(2).values());
	}

	@Test
	void imageNeedsPartOfTheMeanSquaredWhitefield() {
		// whose mean over the pixels that count is 5
		ReferenceImage image = sums().image(model(), 0.4);
		assertArrayEquals(new float[] { 1.5f, -1.5f, Float.NaN, Float.NaN }, image.image().values());
		assertArrayEquals(new float[] { 2, 4, 0.5f, 0 }, image.overlap().values());
		assertEquals(1.5, image.n0());
		assertEquals(-2, image.m0());
		assertEquals(Float.NaN, sums().image(model(), 0.41).image().values()[0]);
	}

	@Test
	void imageWithoutAThresholdNeedsAnyOverlap() {
		assertArrayEquals(new float[] { 1.5f, -1.5f, 10, Float.NaN }, sums().image(model(), 0).image().values());
	}
}
