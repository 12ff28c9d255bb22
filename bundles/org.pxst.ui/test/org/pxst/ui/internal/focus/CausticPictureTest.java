// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.pxst.ui.image.Picture;

class CausticPictureTest {
	/** One bright sample a plane, going up by one sample a plane. */
	private static Caustic rising(int planes, int samples) {
		float[] light = new float[planes * samples];
		for (int k = 0; k < planes; k++)
			light[k * samples + k + 2] = 1;
		return new Caustic("ss", samples, 2e-9, light, new double[planes], 0);
	}

	private static FocusData data(Caustic caustic, double spacing) {
		double[] planes = new double[caustic.planes()];
		for (int k = 0; k < planes.length; k++)
			planes[k] = (k - 2) * spacing;
		return new FocusData(planes, caustic, caustic, 0, 0, 0, 1, List.of());
	}

	@Test
	void everyPixelIsWhereItsAxesSay() {
		Caustic caustic = rising(6, 40);
		FocusData data = data(caustic, 5e-6);
		Picture picture = CausticPicture.of(data, caustic);
		assertEquals(6, picture.columns());
		for (int i = 0; i < picture.rows(); i++)
			for (int j = 0; j < picture.columns(); j++) {
				int plane = data.nearest(picture.fs().at(j));
				int sample = (int) Math.round(picture.ss().at(i) / 2e-9) + 20;
				assertEquals(caustic.light()[plane * 40 + sample], picture.at(i, j), i + ", " + j);
			}
		assertTrue(picture.ss().at(0) > picture.ss().at(picture.rows() - 1), "positive positions are above");
	}

	@Test
	void theProfileIsSeenAsLargeAsItsLight() {
		float[] light = new float[2 * 64];
		light[32] = 1;
		for (int x = 20; x < 45; x++)
			light[64 + x] = 0.1f;
		Caustic caustic = new Caustic("fs", 64, 1e-9, light, new double[] { 7e-9, Double.NaN }, 0);
		// the field of view is 32 nm to both sides of the axis; the light goes 0 and 12 samples far
		assertEquals(1, new ProfileChart(caustic, 0).chart(false).getXYPlot().getDomainAxis().getUpperBound(), 1e-9);
		assertEquals(16, new ProfileChart(caustic, 1).chart(true).getXYPlot().getDomainAxis().getUpperBound(), 1e-9);
		assertEquals(7e-9, new ProfileChart(caustic, 0).fwhm(), 0, "as the step found it");
		assertEquals(25e-9, new ProfileChart(caustic, 1).fwhm(), 1e-15, "as the samples have it, when the step has none");
	}

	@Test
	void oneDarkPlaneIsAPictureToo() {
		Caustic caustic = new Caustic("fs", 8, 1e-9, new float[8], new double[1], Double.NaN);
		Picture picture = CausticPicture.of(new FocusData(new double[1], caustic, caustic, 0, 0, 0, 1, List.of()), caustic);
		assertTrue(picture.fs().step() > 0);
		assertEquals(1, new FocusData(new double[] { 0, 1 }, caustic, caustic, 0, 0, 0, 1, List.of()).nearest(0.7));
	}
}
