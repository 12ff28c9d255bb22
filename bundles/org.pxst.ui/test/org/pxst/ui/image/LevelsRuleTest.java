// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class LevelsRuleTest {
	private static ImageStyle style(ColourMaps map, boolean logarithmic, LevelsChoice levels) {
		return new ImageStyle(map, logarithmic, levels, List.of());
	}

	private static ValueScale scale(Picture picture, ImageStyle style) {
		return LevelsRule.scale(picture, style, new Statistics(picture.values()));
	}

	private static Levels automatic(Picture picture) {
		return scale(picture, ImageStyle.suiting(picture)).levels();
	}

	@Test
	void percentilesOfThePicture() {
		Picture picture = Pictures.made(1, 1001, (i, j) -> j);
		assertEquals(new Levels(10, 990), automatic(picture));
		assertEquals(new Levels(100, 900),
				scale(picture, style(ColourMaps.GREY, false, LevelsChoice.percentiles(10, 90))).levels());
	}

	@Test
	void constantPicturesAndThoseWithoutValuesHaveLevelsToo() {
		assertEquals(new Levels(0, 1), automatic(Pictures.of(1, 2, Float.NaN, Float.NaN)));
		Levels constant = automatic(Pictures.of(1, 2, 5, 5));
		assertTrue(constant.low() < 5 && constant.high() > 5);
		Levels zero = automatic(Pictures.of(1, 2, 0, 0));
		assertTrue(zero.low() < 0 && zero.high() > 0);
		for (float value : new float[] { 0, 5, -5, Float.NaN }) {
			Levels logarithm = scale(Pictures.of(1, 2, value, value), style(ColourMaps.GREY, true, LevelsChoice.AUTOMATIC))
					.levels();
			assertTrue(logarithm.low() < logarithm.high());
		}
	}

	@Test
	void rareValuesAreSeenWhereAllOthersAreTheSame() {
		assertEquals(new Levels(0, 1), automatic(Pictures.made(1, 1000, (i, j) -> j == 500 ? 1 : 0)));
	}

	@Test
	void valuesOfBothSignsHaveZeroInTheMiddle() {
		Picture picture = Pictures.of(Picture.Colours.SIGNED, "", 1, 3, -1, 0, 4);
		assertEquals(new Levels(-4, 4), automatic(picture));
		ValueScale logarithm = scale(picture, style(ColourMaps.BLUE_RED, true, LevelsChoice.AUTOMATIC));
		assertEquals(ValueScale.Kind.SYMMETRIC, logarithm.kind());
		assertEquals(0.5, logarithm.fraction(0), 1e-12);
	}

	@Test
	void anglesHaveTheirPeriod() {
		assertEquals(new Levels(-Math.PI, Math.PI), automatic(Pictures.of(Picture.Colours.CYCLIC, "rad", 1, 2, -1, 2)));
		assertEquals(new Levels(0, 2 * Math.PI), automatic(Pictures.of(Picture.Colours.CYCLIC, "rad", 1, 2, 1, 6)));
	}

	@Test
	void logarithmLeavesOutWhatIsNotPositive() {
		Picture picture = Pictures.of(1, 4, -5, 0, 1, 100);
		ValueScale scale = scale(picture, style(ColourMaps.GREY, true, LevelsChoice.percentiles(0, 100)));
		assertEquals(new Levels(1, 100), scale.levels());
		assertEquals(0.5, scale.fraction(10), 1e-12);
		Levels byHand = scale(picture, style(ColourMaps.GREY, true, LevelsChoice.fixed(-3, 50))).levels();
		assertEquals(new Levels(1, 50), byHand);
	}
}
