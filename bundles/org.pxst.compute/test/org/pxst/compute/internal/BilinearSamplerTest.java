// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.backend.SplitCoordinates;
import org.pxst.core.image.Image;

class BilinearSamplerTest {
	private static float at(BilinearSampler sampler, double s, double f) {
		SplitCoordinates place = SplitCoordinates.of(new double[] { s, f }, 1, 0);
		return sampler.at(place.whole()[0], place.part()[0], place.whole()[1], place.part()[1]);
	}

	/** The plane 3 + 0.5 row - 0.25 column on 5 x 7 pixels. */
	private static Image plane() {
		Image image = Image.constant(5, 7, 0);
		for (int i = 0; i < 5; i++)
			for (int j = 0; j < 7; j++)
				image.values()[i * 7 + j] = 3 + 0.5f * i - 0.25f * j;
		return image;
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "2, 3", "1.5, 2.25", "3.999, 5.999", "0.1, 5.9", "3.7, 0" })
	void planeIsSampledExactly(double s, double f) {
		assertEquals(3 + 0.5 * s - 0.25 * f, at(BilinearSampler.of(plane()), s, f), 1e-6);
	}

	@Test
	void productOfCoordinatesIsSampledExactlyInsideAPixel() {
		BilinearSampler sampler = new BilinearSampler(2, 2, new float[] { 0, 0, 0, 1 });
		for (double s = 0; s < 1; s += 0.125)
			for (double f = 0; f < 1; f += 0.125)
				assertEquals(s * f, at(sampler, s, f), 1e-7);
	}

	@ParameterizedTest
	@CsvSource({ "-0.001, 3", "2, -0.001", "4.001, 3", "2, 6.001", "-1, -1", "5, 7", "1e12, 2", "2, -1e12", "NaN, 2",
			"2, NaN", "Infinity, 2" })
	void nothingIsSeenOutside(double s, double f) {
		assertEquals(Float.NaN, at(BilinearSampler.of(plane()), s, f));
	}

	@Test
	void allFourPixelsAroundMustHaveAValue() {
		Image image = plane();
		image.values()[2 * 7 + 3] = Float.NaN;
		BilinearSampler sampler = BilinearSampler.of(image);
		for (double s : new double[] { 1.5, 2.5 })
			for (double f : new double[] { 2.5, 3.5 })
				assertEquals(Float.NaN, at(sampler, s, f));
		for (double f : new double[] { 1.5, 4.5 })
			assertEquals(3 + 0.5 * 2.5 - 0.25 * f, at(sampler, 2.5, f), 1e-6);
		for (double s : new double[] { 0.5, 3.5 })
			assertEquals(3 + 0.5 * s - 0.25 * 3.5, at(sampler, s, 3.5), 1e-6);
	}

	@ParameterizedTest
	@CsvSource({ "1, 5", "5, 1", "1, 1" })
	void imageOfOneRowOrColumnShowsNothing(int rows, int columns) {
		assertEquals(Float.NaN, at(BilinearSampler.of(Image.constant(rows, columns, 1)), 0, 0));
	}
}
