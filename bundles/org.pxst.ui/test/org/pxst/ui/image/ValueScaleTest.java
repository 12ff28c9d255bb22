// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValueScaleTest {
	@ParameterizedTest
	@EnumSource(ValueScale.Kind.class)
	void valuesAndFractionsBelongTogether(ValueScale.Kind kind) {
		ValueScale scale = new ValueScale(kind, new Levels(0.5, 700));
		assertEquals(0, scale.fraction(0.5), 1e-12);
		assertEquals(1, scale.fraction(700), 1e-12);
		for (double fraction = -0.2; fraction < 1.3; fraction += 0.1)
			assertEquals(fraction, scale.fraction(scale.value(fraction)), 1e-9);
	}

	@ParameterizedTest
	@EnumSource(ValueScale.Kind.class)
	void binsAreWhereFractionsSay(ValueScale.Kind kind) {
		ValueScale scale = new ValueScale(kind, new Levels(3, 5000));
		float[] values = new float[2000];
		for (int k = 0; k < values.length; k++)
			values[k] = 3.5f + 2.4f * k;
		int[] bins = new int[values.length];
		scale.sort(values, 0, values.length, 256, true, bins);
		for (int k = 0; k < values.length; k++)
			assertEquals(scale.fraction(values[k]) * 256 - 0.5, bins[k], 0.6);
	}

	@Test
	void outsideIsClampedOrToldApart() {
		float[] values = { -1, 0, 9.9f, 11, Float.NaN };
		ValueScale scale = new ValueScale(ValueScale.Kind.LINEAR, new Levels(0, 10));
		int[] bins = new int[values.length];
		scale.sort(values, 0, values.length, 10, true, bins);
		assertArrayEquals(new int[] { 0, 0, 9, 9, -2 }, bins);
		scale.sort(values, 0, values.length, 10, false, bins);
		assertArrayEquals(new int[] { -1, 0, 9, 10, -2 }, bins);
	}

	@Test
	void histogramCountsWhatIsInItsRange() {
		Histogram histogram = Histogram.of(new float[] { 0, 1, 1, 2.5f, 7, Float.NaN, -3 },
				new ValueScale(ValueScale.Kind.LINEAR, new Levels(0, 4)), 4);
		assertArrayEquals(new int[] { 1, 2, 1, 0 }, histogram.counts());
	}
}
