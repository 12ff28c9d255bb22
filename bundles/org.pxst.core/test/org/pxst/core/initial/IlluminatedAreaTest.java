// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;

class IlluminatedAreaTest {
	private static final int ROWS = 40;
	private static final int COLUMNS = 60;

	private static void rectangle(float[] values, int ss0, int ss1, int fs0, int fs1, float value) {
		for (int i = ss0; i < ss1; i++)
			for (int j = fs0; j < fs1; j++)
				values[i * COLUMNS + j] = value;
	}

	private static Image image(float[] values) {
		return new Image(ROWS, COLUMNS, values);
	}

	private static final Mask ALL = Mask.allGood(ROWS, COLUMNS);

	@ParameterizedTest
	@CsvSource({ "5, 20, 10, 40", "0, 40, 0, 60", "0, 3, 0, 60", "10, 39, 59, 60" })
	void litRectangleIsFoundExactly(int ss0, int ss1, int fs0, int fs1) {
		float[] values = new float[ROWS * COLUMNS];
		rectangle(values, ss0, ss1, fs0, fs1, 800);
		Mask area = new IlluminatedArea().apply(image(values), ALL);
		for (int i = 0; i < ROWS; i++)
			for (int j = 0; j < COLUMNS; j++)
				assertEquals(i >= ss0 && i < ss1 && j >= fs0 && j < fs1, area.isGood(i, j));
	}

	@Test
	void largestOfSeveralPartsIsTaken() {
		float[] values = new float[ROWS * COLUMNS];
		rectangle(values, 2, 8, 2, 20, 5000);
		rectangle(values, 12, 30, 2, 30, 900);
		rectangle(values, 12, 20, 40, 60, 2000);
		Mask area = new IlluminatedArea().apply(image(values), ALL);
		assertEquals(18 * 28, area.count());
		assertTrue(area.isGood(12, 2));
	}

	/** Pixels that touch at a corner are not connected; the end of a row does not touch the start of the next. */
	@Test
	void partsThatTouchAtCornersAreSeparate() {
		float[] values = new float[ROWS * COLUMNS];
		rectangle(values, 0, 10, 0, 10, 1000);
		rectangle(values, 10, 21, 10, 20, 1000);
		assertEquals(110, new IlluminatedArea().apply(image(values), ALL).count());
		float[] wrapped = new float[ROWS * COLUMNS];
		rectangle(wrapped, 5, 6, 50, 60, 1000);
		rectangle(wrapped, 6, 7, 0, 8, 1000);
		assertEquals(10, new IlluminatedArea().apply(image(wrapped), ALL).count());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void areaIsLitAndNothingLitTouchesIt(long seed) {
		Random random = new Random(seed);
		float[] values = new float[ROWS * COLUMNS];
		for (int p = 0; p < values.length; p++)
			values[p] = random.nextDouble() < 0.62 ? 100 + 50 * random.nextFloat() : 0;
		Mask area = new IlluminatedArea().apply(image(values), ALL);
		assertTrue(area.count() > 0);
		for (int i = 0; i < ROWS; i++)
			for (int j = 0; j < COLUMNS; j++) {
				if (area.isGood(i, j))
					assertTrue(values[i * COLUMNS + j] > 0);
				if (j + 1 < COLUMNS && values[i * COLUMNS + j] > 0 && values[i * COLUMNS + j + 1] > 0)
					assertEquals(area.isGood(i, j), area.isGood(i, j + 1));
				if (i + 1 < ROWS && values[i * COLUMNS + j] > 0 && values[(i + 1) * COLUMNS + j] > 0)
					assertEquals(area.isGood(i, j), area.isGood(i + 1, j));
			}
	}

	@Test
	void badPixelsInsideAreKeptAndDoNotSetTheScale() {
		float[] values = new float[ROWS * COLUMNS];
		rectangle(values, 5, 35, 5, 55, 100);
		boolean[] good = ALL.good().clone();
		for (int j = 8; j < 50; j += 4) {
			good[20 * COLUMNS + j] = false;
			values[20 * COLUMNS + j] = 1e8f;
		}
		Mask area = new IlluminatedArea().apply(image(values), new Mask(ROWS, COLUMNS, good));
		assertEquals(30 * 50, area.count());
		assertTrue(area.isGood(20, 8));
	}

	@ParameterizedTest
	@CsvSource({ "0.001, 2, true", "0.001, 0.5, false", "0.1, 99, false", "0.1, 101, true" })
	void levelIsAPartOfTheBrightestPixels(double level, float dim, boolean lit) {
		float[] values = new float[ROWS * COLUMNS];
		rectangle(values, 0, 40, 0, 30, 1000);
		rectangle(values, 0, 40, 30, 50, dim);
		assertEquals(lit ? 40 * 50 : 40 * 30, new IlluminatedArea(level).apply(image(values), ALL).count());
	}

	@Test
	void fewVeryBrightPixelsDoNotHideTheRest() {
		float[] values = new float[ROWS * COLUMNS];
		rectangle(values, 5, 35, 5, 55, 100);
		values[20 * COLUMNS + 20] = 1e7f;
		assertEquals(30 * 50, new IlluminatedArea().apply(image(values), ALL).count());
	}

	@Test
	void nothingLitIsAllFalse() {
		assertEquals(0, new IlluminatedArea().apply(image(new float[ROWS * COLUMNS]), ALL).count());
		Mask none = new Mask(ROWS, COLUMNS, new boolean[ROWS * COLUMNS]);
		assertEquals(0, new IlluminatedArea().apply(Image.constant(ROWS, COLUMNS, 5), none).count());
	}

	@Test
	void inputIsLeftAlone() {
		float[] values = new float[ROWS * COLUMNS];
		for (int p = 0; p < values.length; p++)
			values[p] = values.length - p;
		new IlluminatedArea().apply(image(values), ALL);
		for (int p = 0; p < values.length; p++)
			assertEquals(values.length - p, values[p]);
	}
}
