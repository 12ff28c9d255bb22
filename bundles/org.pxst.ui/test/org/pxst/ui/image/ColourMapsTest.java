// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColourMapsTest {
	/** Colours of the original tables. */
	@ParameterizedTest
	@CsvSource({ "VIRIDIS, 0, 440154", "VIRIDIS, 1, 440256", "VIRIDIS, 64, 3b528b", "VIRIDIS, 128, 21918c",
			"VIRIDIS, 200, 70cf57", "VIRIDIS, 255, fde725", "CIVIDIS, 0, 00224e", "CIVIDIS, 64, 434e6c",
			"CIVIDIS, 128, 7d7c78", "CIVIDIS, 255, fee838", "TWILIGHT, 64, 6275ba", "TWILIGHT, 128, 301437",
			"TWILIGHT, 200, bc6b59", "GREY, 128, 808080", "INVERTED_GREY, 0, ffffff" })
	void coloursAreThoseOfTheOriginals(ColourMaps map, int index, String colour) {
		int expected = Integer.parseInt(colour, 16);
		int found = map.table()[index];
		for (int shift = 0; shift <= 16; shift += 8)
			assertEquals(expected >> shift & 0xff, found >> shift & 0xff, 3);
	}

	@ParameterizedTest
	@EnumSource(names = { "VIRIDIS", "CIVIDIS", "GREY" })
	void sequentialMapsRiseInLightness(ColourMaps map) {
		double last = -1;
		for (int rgb : map.table()) {
			double lightness = 0.30 * (rgb >> 16) + 0.59 * (rgb >> 8 & 0xff) + 0.11 * (rgb & 0xff);
			assertTrue(lightness > last - 0.6);
			last = lightness;
		}
	}

	@Test
	void twilightEndsWhereItBegins() {
		assertEquals(ColourMaps.TWILIGHT.table()[0], ColourMaps.TWILIGHT.table()[255]);
	}

	@Test
	void nextGoesRound() {
		ColourMaps map = ColourMaps.VIRIDIS;
		for (int k = 0; k < ColourMaps.values().length; k++)
			map = map.next();
		assertEquals(ColourMaps.VIRIDIS, map);
	}
}
