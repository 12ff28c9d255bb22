// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;

class FillWhitefieldTest {
	private static Mask mask(int rows, int columns, long seed, double bad) {
		Random random = new Random(seed);
		boolean[] good = new boolean[rows * columns];
		for (int p = 0; p < good.length; p++)
			good[p] = random.nextDouble() >= bad;
		return new Mask(rows, columns, good);
	}

	private static Image random(int rows, int columns, long seed) {
		Random random = new Random(seed);
		float[] values = new float[rows * columns];
		for (int p = 0; p < values.length; p++)
			values[p] = 900 + 200 * random.nextFloat();
		return new Image(rows, columns, values);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.01, 0.1, 0.5, 0.95 })
	void goodPixelsStayAndBadOnesGetWhatIsAroundThem(double bad) {
		Mask mask = mask(30, 40, 4, bad);
		float[] values = random(30, 40, 3).values();
		for (int p = 0; p < values.length; p++)
			if (!mask.good()[p])
				values[p] = p % 2 == 0 ? Float.NaN : 1e9f;
		float[] filled = new FillWhitefield().apply(new Image(30, 40, values), mask).values();
		for (int p = 0; p < values.length; p++)
			if (mask.good()[p])
				assertEquals(values[p], filled[p]);
			else
				assertTrue(filled[p] >= 900 && filled[p] <= 1100, "" + filled[p]);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void constantWhitefieldIsFilledWithItself(long seed) {
		Mask mask = mask(25, 33, seed, 0.3);
		float[] values = Image.constant(25, 33, 512).values();
		for (int p = 0; p < values.length; p++)
			if (!mask.good()[p])
				values[p] = 0;
		assertArrayEquals(Image.constant(25, 33, 512).values(),
				new FillWhitefield().apply(new Image(25, 33, values), mask).values(), 1e-3f);
	}

	@Test
	void goodPixelsWithoutLightStayDark() {
		float[] values = new float[20 * 20];
		for (int p = 0; p < 200; p++)
			values[p] = 1000;
		boolean[] good = Mask.allGood(20, 20).good();
		good[105] = false;
		float[] filled = new FillWhitefield().apply(new Image(20, 20, values), new Mask(20, 20, good)).values();
		for (int p = 200; p < 400; p++)
			assertEquals(0, filled[p]);
		assertTrue(filled[105] > 500 && filled[105] <= 1000);
	}

	@Test
	void linearSlopeGoesThroughASingleBadPixel() {
		float[] values = new float[41 * 41];
		for (int p = 0; p < values.length; p++)
			values[p] = 1000 + 3 * (p / 41) - 2 * (p % 41);
		float expected = values[20 * 41 + 20];
		values[20 * 41 + 20] = 0;
		boolean[] good = Mask.allGood(41, 41).good();
		good[20 * 41 + 20] = false;
		assertEquals(expected,
				new FillWhitefield().apply(new Image(41, 41, values), new Mask(41, 41, good)).values()[20 * 41 + 20], 1e-3);
	}

	@Test
	void allGoodIsLeftAlone() {
		Image image = random(10, 12, 1);
		assertArrayEquals(image.values(), new FillWhitefield().apply(image, Mask.allGood(10, 12)).values());
	}

	@Test
	void withoutGoodPixelsItIsDark() {
		Mask none = new Mask(6, 7, new boolean[42]);
		assertArrayEquals(new float[42], new FillWhitefield().apply(random(6, 7, 1), none).values());
	}

	@Test
	void inputIsLeftAlone() {
		Image image = random(10, 12, 1);
		float[] before = image.values().clone();
		new FillWhitefield().apply(image, mask(10, 12, 1, 0.4));
		assertArrayEquals(before, image.values());
	}
}
