// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.ui.image.Picture;

class ImageComparisonTest {
	private static final double STEP = 4e-8;

	/** What is at a place of the sample, in m. */
	private static double sample(double ss, double fs) {
		return 1 + 3e6 * ss - 2e6 * fs;
	}

	private static PlaneImage image(int rows, int columns, double originSs, double originFs, double step, String unit,
			DoubleBinaryOperator at) {
		float[] values = new float[rows * columns];
		for (int p = 0; p < values.length; p++)
			values[p] = (float) at.applyAsDouble((p / columns - originSs) * step, (p % columns - originFs) * step);
		return new PlaneImage(rows, columns, values, originSs, originFs, step, step, unit);
	}

	@Test
	void referenceImagesLieOnEachOtherByTheirOrigins() {
		PlaneImage a = image(20, 30, 3, 5, STEP, "m", ImageComparisonTest::sample);
		PlaneImage b = image(24, 28, 7.25, 3.5, STEP, "m", ImageComparisonTest::sample);
		ImageComparison found = ImageComparison.of(ComparedQuantity.REFERENCE, a, b, false);
		// a reaches from row -3 to 16 and column -5 to 24, b from -7.25 to 15.75 and -3.5 to 23.5
		assertEquals(16 + 7 + 1, found.a().rows());
		assertEquals(24 + 5 + 1, found.a().columns());
		assertEquals(-7 * STEP, found.a().ss().at(0), 1e-20);
		assertEquals(-5 * STEP, found.a().fs().at(0), 1e-20);
		assertEquals((15 + 3 + 1) * (23 + 3 + 1), found.figures().count());
		assertTrue(found.figures().largest() < 1e-5, "a plane is interpolated without an error: " + found.figures());
		assertTrue(Float.isNaN(found.a().at(0, 10)) && Float.isFinite(found.b().at(0, 10)));
	}

	@Test
	void referencePixelsMayHaveOtherSizes() {
		PlaneImage a = image(20, 20, 2, 2, STEP, "m", ImageComparisonTest::sample);
		PlaneImage b = image(40, 40, 4, 4, STEP / 2, "m", ImageComparisonTest::sample);
		ImageComparison found = ImageComparison.of(ComparedQuantity.REFERENCE, a, b, false);
		assertTrue(found.figures().largest() < 1e-5 && found.figures().count() == 400, found.figures().toString());
	}

	@Test
	void imagesThatAreApartCannotBeCompared() {
		PlaneImage a = image(20, 20, 0, 0, STEP, "m", ImageComparisonTest::sample);
		PlaneImage b = image(20, 20, 500, 500, STEP, "m", ImageComparisonTest::sample);
		assertTrue(assertThrows(InvalidDataException.class,
				() -> ImageComparison.of(ComparedQuantity.REFERENCE, a, b, false)).getMessage().contains("no place"));
	}

	@Test
	void detectorsOfOtherShapesCannotBeCompared() {
		PlaneImage a = image(20, 20, 0, 0, 1, "px", (ss, fs) -> ss);
		PlaneImage b = image(20, 21, 0, 0, 1, "px", (ss, fs) -> ss);
		String message = assertThrows(InvalidDataException.class,
				() -> ImageComparison.of(ComparedQuantity.PHASE, a, b, false)).getMessage();
		assertTrue(message.contains("20 x 20") && message.contains("20 x 21"), message);
	}

	@Test
	void tiltAndDefocusCanBeTakenOffPhases() {
		PlaneImage a = image(20, 30, 0, 0, 1, "px", (ss, fs) -> Math.sin(ss + fs * fs / 50));
		PlaneImage b = image(20, 30, 0, 0, 1, "px",
				(ss, fs) -> Math.sin(ss + fs * fs / 50) + 7 + 0.5 * ss - 0.2 * fs + 0.01 * (ss * ss + fs * fs));
		ImageComparison as = ImageComparison.of(ComparedQuantity.PHASE, a, b, false);
		assertTrue(as.figures().rms() > 1, as.figures().toString());
		assertEquals(0, mean(as.difference()), 1e-4, "the mean means nothing");
		assertTrue(ImageComparison.of(ComparedQuantity.PHASE, a, b, true).figures().largest() < 1e-4);
	}

	@Test
	void theAffineMapCanBeTakenOffPixelMaps() {
		PlaneImage a = image(20, 30, 0, 0, 1, "px", (ss, fs) -> Math.cos(ss * fs / 40));
		PlaneImage b = image(20, 30, 0, 0, 1, "px", (ss, fs) -> Math.cos(ss * fs / 40) + 3 + 0.1 * ss + 0.2 * fs);
		assertTrue(ImageComparison.of(ComparedQuantity.MAP_FS, a, b, false).figures().largest() > 1);
		assertTrue(ImageComparison.of(ComparedQuantity.MAP_FS, a, b, true).figures().largest() < 1e-4);
	}

	@Test
	void figuresAreOverThePixelsThatBothHave() {
		PlaneImage a = image(4, 5, 0, 0, 1, "px", (ss, fs) -> 2);
		PlaneImage b = image(4, 5, 0, 0, 1, "px", (ss, fs) -> 2);
		Arrays.fill(a.values(), 0, 5, Float.NaN);
		b.values()[7] = 5;
		b.values()[19] = Float.NaN;
		ImageComparison found = ImageComparison.of(ComparedQuantity.WHITEFIELD, a, b, false);
		assertEquals(14, found.figures().count());
		assertEquals(3, found.figures().largest());
		assertEquals(Math.sqrt(9 / 14.0), found.figures().rms(), 1e-12);
		assertTrue(found.summary().contains("row 1, column 2"), found.summary());
		assertFalse(found.levels().low() >= found.levels().high());
	}

	@Test
	void nothingKnownIsSaid() {
		PlaneImage a = image(4, 5, 0, 0, 1, "px", (ss, fs) -> Double.NaN);
		PlaneImage b = image(4, 5, 0, 0, 1, "px", (ss, fs) -> 2);
		assertTrue(assertThrows(InvalidDataException.class,
				() -> ImageComparison.of(ComparedQuantity.PIXEL_ERROR, a, b, false)).getMessage().startsWith("A has no values"));
	}

	@Test
	void constantImagesAreTheSame() {
		PlaneImage a = image(1, 6, 0, 0, 1, "px", (ss, fs) -> 0);
		ImageComparison found = ImageComparison.of(ComparedQuantity.PHASE, a, a, true);
		assertEquals(0, found.figures().largest());
		assertTrue(found.summary().contains("the same at all 6 pixels"), found.summary());
	}

	private static double mean(Picture picture) {
		double sum = 0;
		for (float value : picture.values())
			sum += value;
		return sum / picture.values().length;
	}
}
