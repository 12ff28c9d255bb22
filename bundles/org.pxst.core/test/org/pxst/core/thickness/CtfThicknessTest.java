// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CountedPolls;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Roi;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.core.simulation.Truth;

class CtfThicknessTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();
	private static final double WAVELENGTH = 7.29e-11;
	private static final double DISTANCE = 8e-4;
	private static final Material GOLD = new Material(1.117e-5, 1.382e-6);

	private static PlaneWaveGeometry geometry(double dss, double dfs) {
		return new PlaneWaveGeometry(WAVELENGTH, DISTANCE, dss, dfs);
	}

	private static CtfThickness found(PlaneWaveGeometry geometry, Material material, int corrections) {
		return new CtfThickness(geometry, material, OptionalDouble.empty(), corrections, true);
	}

	/** Wave packets on each side of the first zero of the transfer, along each axis another. */
	@ParameterizedTest
	@CsvSource({ "4.4e-8, 4.4e-8, 1.382e-6", "6e-8, 4e-8, 1.382e-6", "4.4e-8, 4.4e-8, 0", "4e-8, 6e-8, 0" })
	void invertsTheLinearEquation(double dss, double dfs, double beta) {
		int rows = 200;
		int columns = 220;
		double[] thickness = new double[rows * columns];
		for (int p = 0; p < thickness.length; p++) {
			double y = (p / columns - 100) * dss;
			double x = (p % columns - 110) * dfs;
			double envelope = 2e-9 * Math.exp(-0.5 * (y * y + x * x) / (1e-6 * 1e-6));
			thickness[p] = envelope * (Math.cos(2 * Math.PI * y / 5.0e-7) + Math.cos(2 * Math.PI * x / 2.0e-7));
		}
		Material material = new Material(GOLD.delta(), beta);
		PlaneWaveImage object = new PlaneWaveImage(geometry(dss, dfs), material, rows, columns, thickness);
		CtfResult found = new CtfThickness(object.geometry(), material, OptionalDouble.of(1e-4), 0, true)
				.apply(object.image(), object.all(), MONITOR);
		for (int p = 0; p < thickness.length; p++)
			assertEquals(thickness[p], found.thickness().values()[p], 6e-11);
	}

	@ParameterizedTest
	@CsvSource({ "4.4e-8, 4.4e-8, 3", "4.4e-8, 4.4e-8, 8", "6e-8, 4.4e-8, 4" })
	void slopeIsOneForAWeakObject(double dss, double dfs, double width) {
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(dss, dfs), GOLD, 200, 240, width, 3e-8);
		CtfResult found = found(object.geometry(), GOLD, 0).apply(object.noisyImage(1e-4, 3), object.all(), MONITOR);
		assertEquals(1, object.slope(found.thickness()), 0.02);
		assertTrue(object.error(found.thickness()) < 0.06 * object.rms(),
				object.error(found.thickness()) / object.rms() + " of " + object.rms());
	}

	/** Without absorption nothing is known of the lowest frequencies; they must not drown the rest. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 1e-5, 1e-3 })
	void phaseObjectNeedsNoAbsorption(double sigma) {
		Material phaseOnly = new Material(1.117e-5, 0);
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(4.4e-8, 4.4e-8), phaseOnly, 200, 240, 4, 3e-8);
		CtfResult found = found(object.geometry(), phaseOnly, 0).apply(object.noisyImage(sigma, 3), object.all(), MONITOR);
		assertEquals(0.85, object.slope(found.thickness()), 0.1);
		assertTrue(object.error(found.thickness()) < 0.5 * object.rms(),
				object.error(found.thickness()) / object.rms() + " of the truth");
	}

	/** Half a radian: the linear equation is wrong by a good part. */
	@Test
	void correctionsMakeUpForStrongObjects() {
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(4.4e-8, 4.4e-8), GOLD, 200, 240, 4, 6e-7);
		Image image = object.noisyImage(2e-3, 5);
		CtfResult plain = found(object.geometry(), GOLD, 0).apply(image, object.all(), MONITOR);
		CtfResult corrected = found(object.geometry(), GOLD, 3).apply(image, object.all(), MONITOR);
		assertTrue(object.error(corrected.thickness()) < object.error(plain.thickness()) / 2,
				object.error(corrected.thickness()) + " and " + object.error(plain.thickness()));
		assertEquals(plain.unexplained()[0], corrected.unexplained()[0]);
		for (int k = 1; k < corrected.unexplained().length; k++)
			assertTrue(corrected.unexplained()[k] < corrected.unexplained()[k - 1]);
		assertTrue(corrected.unexplained().length > 2);
	}

	/** Where corrections do not converge, none worse than the linear solution is taken. */
	@Test
	void correctionsEndWhenTheyDoNotHelp() {
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(4.4e-8, 4.4e-8), GOLD, 120, 120, 4, 12e-6);
		CtfResult found = found(object.geometry(), GOLD, 50).apply(object.image(), object.all(), MONITOR);
		assertTrue(found.unexplained().length <= 51);
		for (int k = 1; k < found.unexplained().length; k++)
			assertTrue(found.unexplained()[k] < found.unexplained()[k - 1]);
		for (float t : found.thickness().values())
			assertTrue(Float.isFinite(t));
	}

	/** The ratio that is found does about as well as the best of all fixed ones. */
	@ParameterizedTest
	@ValueSource(doubles = { 1e-3, 1e-2, 5e-2 })
	void noiseToSignalIsFoundInTheImage(double sigma) {
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(4.4e-8, 4.4e-8), GOLD, 200, 240, 3, 1e-7);
		Image image = object.noisyImage(sigma, 11);
		double found = object.error(found(object.geometry(), GOLD, 0).apply(image, object.all(), MONITOR).thickness());
		double best = Double.POSITIVE_INFINITY;
		for (double ratio = 1e-6; ratio < 10; ratio *= 3)
			best = Math.min(best, object.error(new CtfThickness(object.geometry(), GOLD, OptionalDouble.of(ratio), 0, true)
					.apply(image, object.all(), MONITOR).thickness()));
		assertTrue(found < 1.15 * best, found + " and at best " + best);
	}

	/** The simulator's own reference image of up to 0.58 rad, binned to pixels; the star has details of a pixel. */
	@ParameterizedTest
	@CsvSource({ "STAR, 0.3", "SPECKLE, 0.2" })
	void recoversTheSimulatedSample(Sample sample, double part) {
		Truth truth = new Simulator(1).simulate(
				SimulationSettings.builder(Size.TINY).sample(sample).oversampling(2).padding(16).grid(2, 2).build(), MONITOR)
				.truth();
		Image reference = truth.reference();
		PlaneWaveImage object = new PlaneWaveImage(
				new PlaneWaveGeometry(truth.wavelength(), truth.effectiveDistance(), truth.dss(), truth.dfs()),
				new Material(truth.delta(), truth.beta()), reference.rows(), reference.columns(),
				doubles(truth.thickness().values()));
		CtfResult found = found(object.geometry(), object.material(), 3).apply(reference, object.all(), MONITOR);
		assertTrue(object.error(found.thickness()) < part * object.rms(),
				object.error(found.thickness()) + " of " + object.rms() + " m");
		assertEquals(1, object.slope(found.thickness()), 0.1);
	}

	private static double[] doubles(float[] values) {
		double[] doubles = new double[values.length];
		for (int p = 0; p < values.length; p++)
			doubles[p] = values[p];
		return doubles;
	}

	@Test
	void missingValuesDoNotLeak() {
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(4.4e-8, 4.4e-8), GOLD, 160, 180, 4, 2e-7);
		Image whole = object.noisyImage(1e-3, 2);
		float[] holes = whole.values().clone();
		for (int p = 0; p < holes.length; p++)
			if (Math.hypot(p / 180 - 80, p % 180 - 60) < 3)
				holes[p] = Float.NaN;
		Arrays.fill(holes, 0, 12 * 180, -1);
		CtfThickness step = new CtfThickness(object.geometry(), GOLD, OptionalDouble.of(0.01), 3, false);
		float[] a = step.apply(whole, object.all(), MONITOR).thickness().values();
		float[] b = step.apply(new Image(160, 180, holes), object.all(), MONITOR).thickness().values();
		for (int p = 0; p < a.length; p++) {
			assertEquals(!(holes[p] >= 0), Float.isNaN(b[p]));
			if (Math.hypot(p / 180 - 80, p % 180 - 60) > 40 && p / 180 > 50)
				assertEquals(a[p], b[p], 4e-9);
			else if (holes[p] >= 0)
				assertEquals(a[p], b[p], 8e-8);
		}
	}

	@Test
	void uniformFoilHasItsThickness() {
		double mu = 4 * Math.PI * GOLD.beta() / WAVELENGTH;
		Image image = Image.constant(40, 50, (float) Math.exp(-mu * 3e-7));
		CtfResult found = new CtfThickness(geometry(4e-8, 4e-8), GOLD, OptionalDouble.of(0.01), 3, false).apply(image,
				Roi.full(40, 50), MONITOR);
		for (float t : found.thickness().values())
			assertEquals(3e-7, t, 1e-12);
	}

	@Test
	void effectiveDistanceIsThatOfTheScalingTheorem() {
		Geometry fromFocus = new Geometry(1.0, DistanceFrom.FOCUS, 55e-6, 55e-6, WAVELENGTH, OptionalDouble.empty());
		assertEquals(8e-4 * (1 - 8e-4), PlaneWaveGeometry.of(fromFocus, 8e-4, 4e-8, 5e-8).effectiveDistance(), 1e-15);
		Geometry fromSample = new Geometry(1.0, DistanceFrom.SAMPLE, 55e-6, 55e-6, WAVELENGTH, OptionalDouble.empty());
		assertEquals(8e-4 / 1.0008, PlaneWaveGeometry.of(fromSample, 8e-4, 4e-8, 5e-8).effectiveDistance(), 1e-15);
		assertThrows(InvalidDataException.class, () -> PlaneWaveGeometry.of(fromFocus, 1.5, 4e-8, 5e-8));
		assertThrows(InvalidDataException.class, () -> PlaneWaveGeometry.of(fromFocus, -1e-3, 4e-8, 5e-8));
	}

	@Test
	void isTheSameOnEveryRun() {
		PlaneWaveImage object = PlaneWaveImage.blobs(geometry(4.4e-8, 4.4e-8), GOLD, 100, 110, 6, 2e-7);
		Image image = object.noisyImage(1e-2, 1);
		assertArrayEquals(found(object.geometry(), GOLD, 3).apply(image, object.all(), MONITOR).thickness().values(),
				found(object.geometry(), GOLD, 3).apply(image, object.all(), MONITOR).thickness().values());
	}

	@Test
	void refusesWhatMakesNoSense() {
		PlaneWaveGeometry geometry = geometry(4e-8, 4e-8);
		assertThrows(InvalidDataException.class, () -> new CtfThickness(geometry, GOLD, OptionalDouble.of(0), 0, true));
		assertThrows(InvalidDataException.class, () -> new CtfThickness(geometry, GOLD, OptionalDouble.empty(), -1, true));
		// too small for a spectrum
		assertThrows(InvalidDataException.class,
				() -> found(geometry, GOLD, 0).apply(Image.constant(12, 12, 1), Roi.full(12, 12), MONITOR));
		assertThrows(InvalidDataException.class,
				() -> found(geometry, GOLD, 0).apply(Image.constant(50, 50, 1), new Roi(0, 50, 1, 51), MONITOR));
	}

	@Test
	void stopsWhenCancelled() {
		CountedPolls.assertStopsBetween(6, monitor -> new CtfThickness(geometry(4e-8, 4e-8), GOLD, OptionalDouble.of(0.01), 1,
				true).apply(Image.constant(50, 50, 1), Roi.full(50, 50), monitor));
	}
}
