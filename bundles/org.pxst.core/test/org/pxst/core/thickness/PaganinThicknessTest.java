// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.CountedPolls;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;

class PaganinThicknessTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();
	private static final double WAVELENGTH = 7.29e-11;
	private static final double DISTANCE = 8e-4;
	private static final Material GOLD = new Material(1.117e-5, 1.382e-6);
	private static final double MU = 4 * Math.PI * 1.382e-6 / WAVELENGTH;

	private static PlaneWaveGeometry geometry(double dss, double dfs) {
		return new PlaneWaveGeometry(WAVELENGTH, DISTANCE, dss, dfs);
	}

	/** The transport of intensity I = E - (delta ze / mu) laplace E is exact for a cosine in E = exp(-mu T). */
	@ParameterizedTest
	@CsvSource({ "4.4e-8, 4.4e-8", "6e-8, 3e-8" })
	void invertsTransportOfIntensity(double dss, double dfs) {
		double kss = 2 * Math.PI / 1.3e-6;
		double kfs = 2 * Math.PI / 0.9e-6;
		double blur = GOLD.delta() * DISTANCE / MU;
		int rows = 150;
		int columns = 180;
		float[] values = new float[rows * columns];
		double[] thickness = new double[values.length];
		for (int p = 0; p < values.length; p++) {
			double a = 0.06 * Math.cos(kss * (p / columns) * dss);
			double b = 0.05 * Math.cos(kfs * (p % columns) * dfs);
			thickness[p] = -Math.log(0.8 + a + b) / MU;
			values[p] = (float) (0.8 + a * (1 + blur * kss * kss) + b * (1 + blur * kfs * kfs));
		}
		Roi inner = new Roi(50, 100, 60, 120);
		Image found = new PaganinThickness(geometry(dss, dfs), GOLD, 0, false).apply(new Image(rows, columns, values), inner,
				MONITOR);
		for (int p = 0; p < thickness.length; p++)
			if (inner.contains(p / columns, p % columns))
				assertEquals(thickness[p], found.values()[p], 2e-9);
			else
				assertTrue(Float.isNaN(found.values()[p]));
	}

	@ParameterizedTest
	@CsvSource({ "4.4e-8, 4.4e-8", "6e-8, 4.4e-8" })
	void slopeIsOneForAWeakObject(double dss, double dfs) {
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(dss, dfs), GOLD, 200, 240, 8, 1e-7);
		Image found = new PaganinThickness(object.geometry(), GOLD, 0, true).apply(object.image(), object.all(), MONITOR);
		assertEquals(1, object.slope(found), 0.02);
		assertTrue(object.error(found) < 0.05 * object.rms(), object.error(found) + " m");
	}

	@Test
	void noiseIsSmoothed() {
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(4.4e-8, 4.4e-8), GOLD, 200, 240, 8, 3e-7);
		Image found = new PaganinThickness(object.geometry(), GOLD, 0, true).apply(object.noisyImage(0.02, 3), object.all(),
				MONITOR);
		assertEquals(1, object.slope(found), 0.02);
		// the plain logarithm of the noise would be 84 nm
		assertTrue(object.error(found) < 20e-9, object.error(found) + " m");
	}

	@Test
	void uniformFoilHasItsThickness() {
		Image image = Image.constant(40, 50, (float) Math.exp(-MU * 3e-7));
		Image found = new PaganinThickness(geometry(4e-8, 4e-8), GOLD, 0, false).apply(image, Roi.full(40, 50), MONITOR);
		for (float t : found.values())
			assertEquals(3e-7, t, 1e-12);
	}

	@Test
	void regularisationDampsAllButTheMean() {
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(4.4e-8, 4.4e-8), GOLD, 200, 240, 12, 2e-8);
		Image found = new PaganinThickness(object.geometry(), GOLD, 0.25, true).apply(object.image(), object.all(), MONITOR);
		double slope = object.slope(found);
		assertTrue(slope > 0.79 && slope < 0.95, slope + " at a transfer of 1 / 1.25 for wide blobs");
	}

	@Test
	void missingValuesDoNotLeak() {
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(4.4e-8, 4.4e-8), GOLD, 160, 180, 6, 2e-7);
		Image whole = object.image();
		float[] holes = whole.values().clone();
		for (int p = 0; p < holes.length; p++)
			if (Math.hypot(p / 180 - 80, p % 180 - 60) < 3)
				holes[p] = Float.NaN;
		Arrays.fill(holes, 0, 12 * 180, -1);
		holes[170 + 100 * 180] = Float.POSITIVE_INFINITY;
		PaganinThickness step = new PaganinThickness(object.geometry(), GOLD, 0, false);
		float[] a = step.apply(whole, object.all(), MONITOR).values();
		float[] b = step.apply(new Image(160, 180, holes), object.all(), MONITOR).values();
		for (int p = 0; p < a.length; p++) {
			boolean missing = !(holes[p] >= 0) || Float.isInfinite(holes[p]);
			boolean far = Math.hypot(p / 180 - 80, p % 180 - 60) > 35 && p / 180 > 45 && p % 180 < 140;
			assertEquals(missing, Float.isNaN(b[p]));
			if (!missing)
				assertEquals(a[p], b[p], far ? 2e-9 : 6e-8);
		}
	}

	@Test
	void darkAreaDoesNotSpoilTheRest() {
		float[] values = new float[100 * 120];
		for (int p = 0; p < values.length; p++)
			values[p] = p % 120 < 60 ? 0 : 1;
		Image found = new PaganinThickness(geometry(4.4e-8, 4.4e-8), GOLD, 0, true).apply(new Image(100, 120, values),
				Roi.full(100, 120), MONITOR);
		for (int p = 0; p < values.length; p++)
			if (p % 120 >= 60)
				assertTrue(Float.isFinite(found.values()[p]));
			else
				assertFalse(Float.isInfinite(found.values()[p]));
	}

	@Test
	void medianOfTheRegionIsZero() {
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(4.4e-8, 4.4e-8), GOLD, 100, 110, 6, 2e-7);
		Roi region = new Roi(20, 71, 30, 81);
		Image zero = new PaganinThickness(object.geometry(), GOLD, 0, true).apply(object.image(), region, MONITOR);
		Image plain = new PaganinThickness(object.geometry(), GOLD, 0, false).apply(object.image(), region, MONITOR);
		float[] known = new float[51 * 51];
		for (int i = 0; i < 51; i++)
			for (int j = 0; j < 51; j++) {
				known[i * 51 + j] = zero.at(20 + i, 30 + j);
				assertEquals(plain.at(20 + i, 30 + j) - plain.at(20, 30), zero.at(20 + i, 30 + j) - zero.at(20, 30), 1e-12);
			}
		Arrays.sort(known);
		assertEquals(0, known[51 * 51 / 2]);
	}

	@Test
	void isTheSameOnEveryRun() {
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(4.4e-8, 4.4e-8), GOLD, 100, 110, 6, 2e-7);
		PaganinThickness step = new PaganinThickness(object.geometry(), GOLD, 0, true);
		assertArrayEquals(step.apply(object.image(), object.all(), MONITOR).values(),
				step.apply(object.image(), object.all(), MONITOR).values());
	}

	@Test
	void refusesWhatMakesNoSense() {
		PlaneWaveGeometry geometry = geometry(4e-8, 4e-8);
		assertThrows(InvalidDataException.class, () -> new PaganinThickness(geometry, new Material(1e-5, 0), 0, true));
		assertThrows(InvalidDataException.class, () -> new PaganinThickness(geometry, GOLD, -1, true));
		assertThrows(InvalidDataException.class, () -> new Material(0, 1e-6));
		assertThrows(InvalidDataException.class, () -> new Material(1e-5, -1e-6));
		assertThrows(InvalidDataException.class, () -> geometry(0, 1e-8));
		PaganinThickness step = new PaganinThickness(geometry, GOLD, 0, true);
		assertThrows(InvalidDataException.class,
				() -> step.apply(Image.constant(50, 50, Float.NaN), Roi.full(50, 50), MONITOR));
		assertThrows(InvalidDataException.class, () -> step.apply(Image.constant(50, 50, 0), Roi.full(50, 50), MONITOR));
		assertThrows(InvalidDataException.class, () -> step.apply(Image.constant(50, 50, 1), Roi.full(51, 50), MONITOR));
	}

	@Test
	void stopsWhenCancelled() {
		CountedPolls.assertStopsBetween(3, monitor -> new PaganinThickness(geometry(4e-8, 4e-8), GOLD, 0, true)
				.apply(Image.constant(50, 50, 1), Roi.full(50, 50), monitor));
	}
}
