// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.initial.GeneratePixelMap;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;

/** What calculate_phase takes off and reports, and its forward angles. */
class PhaseOptionsTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();
	private static final double DEFOCUS = 0.9e-3;
	private static final int ROWS = 30;
	private static final int COLUMNS = 46;
	private static final Geometry GEOMETRY = new Geometry(1.2, DistanceFrom.FOCUS, 50e-6, 75e-6, 7.29e-11,
			OptionalDouble.empty());
	private static final PupilPlane PLANE = PupilPlane.of(GEOMETRY, DEFOCUS, ROWS, COLUMNS);
	private static final GeometricAberrations LOW = new GeometricAberrations(0, 3e-7, -2e-7, 4e-6, -1.5e-6, 2.5e-6);

	/** The map of low orders, plus a coma and noise by which angles are off. */
	private static PixelMap map(GeometricAberrations low, double coma, double noise) {
		double lever = 1.2 - DEFOCUS;
		Random random = new Random(2);
		double[] ss = new double[ROWS * COLUMNS];
		double[] fs = new double[ss.length];
		for (int p = 0; p < ss.length; p++) {
			int i = p / COLUMNS;
			int j = p % COLUMNS;
			double y = PLANE.y(i);
			double x = PLANE.x(j);
			double angleSs = low.angleSs(PLANE, i, j) + coma * (3 * y * y + x * x) + noise * random.nextGaussian();
			double angleFs = low.angleFs(PLANE, i, j) + coma * 2 * x * y + noise * random.nextGaussian();
			ss[p] = i - angleSs * lever / 4e-8;
			fs[p] = j - angleFs * lever / 6e-8;
		}
		return new PixelMap(ROWS, COLUMNS, ss, fs);
	}

	private static double[] pupil() {
		double[] weights = new double[ROWS * COLUMNS];
		Random random = new Random(1);
		for (int p = 0; p < weights.length; p++)
			weights[p] = p / COLUMNS + p % COLUMNS > 15 ? 0.5 + random.nextDouble() : 0;
		return weights;
	}

	private static IntegratedPhase calculate(PixelMap map, PhaseRemoval removal) {
		return new CalculatePhase(GEOMETRY, DEFOCUS, 4e-8, 6e-8, removal).apply(map, pupil(), MONITOR);
	}

	@Test
	void lowOrdersAreReportedAsLengthsAndAngles() {
		IntegratedPhase result = calculate(map(LOW, 0, 0), PhaseRemoval.all());
		GeometricAberrations removed = result.removed();
		assertEquals(LOW.tiltSs(), removed.tiltSs(), 1e-9 * 3e-7);
		assertEquals(LOW.tiltFs(), removed.tiltFs(), 1e-9 * 3e-7);
		assertEquals(LOW.defocus(), removed.defocus(), 1e-9 * 4e-6);
		assertEquals(LOW.astigmatism(), removed.astigmatism(), 1e-9 * 4e-6);
		assertEquals(LOW.obliqueAstigmatism(), removed.obliqueAstigmatism(), 1e-9 * 4e-6);
		assertTrue(result.phase().rms() < 1e-9);
	}

	/** Whatever is kept and taken off, together they are the phase, and nothing of what is taken off is left. */
	@ParameterizedTest
	@CsvSource({ "true, true, true", "true, true, false", "true, false, false", "false, false, false", "false, true, false",
			"false, true, true", "false, false, true" })
	void whatIsLeftAndWhatIsTakenOffAreThePhase(boolean tilt, boolean defocus, boolean astigmatism) {
		PhaseRemoval removal = new PhaseRemoval(true, tilt, defocus, astigmatism);
		PixelMap map = map(LOW, 1, 0);
		IntegratedPhase result = calculate(map, removal);
		IntegratedPhase all = calculate(map, PhaseRemoval.all());
		double[] weights = pupil();
		for (int p = 0; p < weights.length; p++)
			if (weights[p] > 0) {
				int i = p / COLUMNS;
				int j = p % COLUMNS;
				assertEquals(all.phase().values()[p] + all.removed().phase(PLANE, i, j),
						result.phase().values()[p] + result.removed().phase(PLANE, i, j), 1e-8);
				assertEquals(all.phase().anglesFs()[p] + all.removed().angleFs(PLANE, i, j),
						result.phase().anglesFs()[p] + result.removed().angleFs(PLANE, i, j), 1e-15);
			}
		double[] values = result.phase().values().clone();
		for (int p = 0; p < values.length; p++)
			if (weights[p] == 0)
				values[p] = 0;
		GeometricAberrations left = new GeometricFit(PLANE, weights, removal).fit(values);
		assertEquals(0, left.piston(), 1e-9);
		assertEquals(0, left.tiltSs(), 1e-16);
		assertEquals(0, left.defocus(), 1e-15);
		assertEquals(0, left.astigmatism(), 1e-15);
		assertEquals(tilt, result.removed().tiltSs() != 0);
		assertEquals(defocus, result.removed().defocus() != 0);
		assertEquals(astigmatism, result.removed().obliqueAstigmatism() != 0);
	}

	@Test
	void pistonIsAlwaysTakenOff() {
		IntegratedPhase result = calculate(map(LOW, 1, 0), PhaseRemoval.none());
		double[] weights = pupil();
		double sum = 0;
		for (int p = 0; p < weights.length; p++)
			if (weights[p] > 0)
				sum += weights[p] * result.phase().values()[p];
		assertEquals(0, sum, 1e-7);
	}

	/** The lengths are corrections of the distances that were assumed: get_defocus, which is exact, finds the same. */
	@Test
	void defocusIsWhatIsMissingInTheDistances() {
		PixelMap map = GeneratePixelMap.of(GEOMETRY, DEFOCUS + 3e-8, DEFOCUS - 1e-8).map(ROWS, COLUMNS);
		double shrink = DEFOCUS / 1.2;
		IntegratedPhase result = new CalculatePhase(GEOMETRY, DEFOCUS, 50e-6 * shrink, 75e-6 * shrink, PhaseRemoval.all())
				.apply(rescaled(map, DEFOCUS + 1e-8), pupil(), MONITOR);
		// with the sample to detector distance kept, sample and detector are where they were
		assertEquals(3e-8, result.removed().defocusSs(), 1e-10);
		assertEquals(-1e-8, result.removed().defocusFs(), 1e-10);
	}

	/** From reference pixels for one defocus to those for {@link #DEFOCUS}. */
	private static PixelMap rescaled(PixelMap map, double defocus) {
		double factor = defocus / DEFOCUS;
		return new PixelMap(ROWS, COLUMNS, Arrays.stream(map.ss()).map(v -> v * factor).toArray(),
				Arrays.stream(map.fs()).map(v -> v * factor).toArray());
	}

	@Test
	void forwardAnglesOfAPolynomialAreThoseOfTheMap() {
		IntegratedPhase result = calculate(map(LOW, 1, 0), PhaseRemoval.standard());
		double[] weights = pupil();
		for (int p = 0; p < weights.length; p++) {
			assertEquals(result.phase().anglesSs()[p], result.anglesForwardSs()[p], 1e-15);
			assertEquals(result.phase().anglesFs()[p], result.anglesForwardFs()[p], 1e-15);
			assertEquals(weights[p] > 0, Double.isFinite(result.anglesForwardSs()[p]));
		}
	}

	/**
	 * Noise is no gradient for the most part: forward angles have about half of it, and are central differences but for the
	 * smooth part.
	 */
	@Test
	void forwardAnglesAreTheSlopeOfThePhase() {
		IntegratedPhase result = calculate(map(LOW, 0, 1e-7), PhaseRemoval.all());
		double[] phase = result.phase().values();
		double perSlope = GEOMETRY.wavelength() / (2 * Math.PI);
		double noise = 0;
		double forward = 0;
		for (int i = 17; i < ROWS - 1; i++)
			for (int j = 17; j < COLUMNS - 1; j++) {
				int p = i * COLUMNS + j;
				assertEquals(perSlope * (phase[p + COLUMNS] - phase[p - COLUMNS]) / 2 / 50e-6, result.anglesForwardSs()[p],
						6e-9);
				assertEquals(perSlope * (phase[p + 1] - phase[p - 1]) / 2 / 75e-6, result.anglesForwardFs()[p], 6e-9);
				noise += Math.pow(result.phase().anglesSs()[p], 2);
				forward += Math.pow(result.anglesForwardSs()[p], 2);
			}
		assertTrue(forward < 0.6 * noise, forward / noise + "");
		assertTrue(forward > 0.1 * noise, forward / noise + "");
	}

	@Test
	void sameOnEveryRun() {
		IntegratedPhase first = calculate(map(LOW, 1, 1e-7), PhaseRemoval.standard());
		IntegratedPhase second = calculate(map(LOW, 1, 1e-7), PhaseRemoval.standard());
		assertTrue(Arrays.equals(first.phase().values(), second.phase().values()));
		assertTrue(Arrays.equals(first.anglesForwardFs(), second.anglesForwardFs()));
		assertEquals(first.removed(), second.removed());
	}
}
