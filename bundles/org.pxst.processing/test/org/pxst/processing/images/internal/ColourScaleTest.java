// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pxst.processing.images.ColourMap;

class ColourScaleTest {
	@Test
	void outliersAreOutsideOfTheLimits() {
		double[] values = IntStream.range(0, 1001).asDoubleStream().toArray();
		values[1000] = 1e9;
		values[0] = -1e9;
		ColourScale scale = ColourScale.of(ColourMap.GREY, values);
		assertEquals(10, scale.low(), 1);
		assertEquals(990, scale.high(), 1);
		assertEquals(0x000000, scale.rgb(-1e9));
		assertEquals(0xffffff, scale.rgb(1e9));
	}

	@Test
	void symmetricLimitsPutZeroInTheMiddle() {
		ColourScale scale = ColourScale.symmetric(ColourMap.DIVERGING, new double[] { -1, 4, Double.NaN });
		assertEquals(-4, scale.low());
		assertEquals(4, scale.getUpperBound());
		Color middle = (Color) scale.getPaint(0);
		assertTrue(middle.getRed() > 235 && middle.getGreen() > 235 && middle.getBlue() > 235);
	}

	@Test
	void noValuesOrEqualValuesHaveLimitsToo() {
		assertTrue(ColourScale.of(ColourMap.GREY, new double[0]).high() > 0);
		ColourScale equal = ColourScale.of(ColourMap.GREY, new double[] { 5, 5 });
		assertTrue(equal.low() < 5 && equal.high() > 5);
		ColourScale zero = ColourScale.symmetric(ColourMap.DIVERGING, new double[] { 0, 0 });
		assertTrue(zero.low() < 0 && zero.high() > 0);
	}

	@ParameterizedTest
	@EnumSource(ColourMap.class)
	void missingValuesHaveAColourOfTheirOwn(ColourMap map) {
		int missing = new ColourScale(map, 0, 1).rgb(Double.NaN);
		for (int colour : new ColourScale(map, 0, 1).colours())
			assertNotEquals(missing, colour);
	}

	@Test
	void sequentialMapRisesInLightness() {
		double last = -1;
		for (int rgb : ColourMap.SEQUENTIAL.table(220)) {
			double lightness = 0.30 * (rgb >> 16) + 0.59 * (rgb >> 8 & 0xff) + 0.11 * (rgb & 0xff);
			assertTrue(lightness > last - 0.5);
			last = lightness;
		}
	}
}
