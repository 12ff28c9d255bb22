// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.initial.Defocus;
import org.pxst.core.initial.GeneratePixelMap;
import org.pxst.core.map.PixelMap;
import org.pxst.core.phase.CalculatePhase;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.phase.IntegratedPhase;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;

class MapResidualTest {
	private static final int ROWS = 30;
	private static final int COLUMNS = 40;
	private static final MapScale UNKNOWN = new MapScale(Optional.empty(), new Defocus(Double.NaN, Double.NaN), Double.NaN,
			Double.NaN);
	private static final Geometry GEOMETRY = new Geometry(1.2, DistanceFrom.FOCUS, 5e-5, 6e-5, 1e-10, OptionalDouble.empty());

	private final boolean[] use = new boolean[ROWS * COLUMNS];

	MapResidualTest() {
		for (int p = 0; p < use.length; p++)
			use[p] = p % 7 != 0 && p / COLUMNS > 3;
	}

	/** Offset, slope along ss, slope along fs for each component, and a wave that no plane explains. */
	private PixelMap map(double wave) {
		double[] ss = new double[use.length];
		double[] fs = new double[use.length];
		for (int p = 0; p < use.length; p++) {
			int i = p / COLUMNS;
			int j = p % COLUMNS;
			ss[p] = use[p] ? 3 + 1.02 * i - 0.04 * j + wave * Math.sin(0.9 * i) : Double.NaN;
			fs[p] = use[p] ? -5 + 0.03 * i + 0.97 * j + wave * Math.cos(0.8 * j) : Double.POSITIVE_INFINITY;
		}
		return new PixelMap(ROWS, COLUMNS, ss, fs);
	}

	private void check(float[] values, int p, double expected, double tolerance) {
		if (use[p])
			assertEquals(expected, values[p], tolerance, "pixel " + p);
		else
			assertTrue(Float.isNaN(values[p]));
	}

	@Test
	void identityLeavesTheShift() {
		MapResidual left = MapResidual.of(map(0), use, Subtraction.IDENTITY, MapUnit.REFERENCE_PIXELS, UNKNOWN);
		for (int p = 0; p < use.length; p++) {
			check(left.ss(), p, 3 + 0.02 * (p / COLUMNS) - 0.04 * (p % COLUMNS), 1e-5);
			check(left.fs(), p, -5 + 0.03 * (p / COLUMNS) - 0.03 * (p % COLUMNS), 1e-5);
			check(left.magnitude(), p, Math.hypot(left.ss()[p], left.fs()[p]), 1e-5);
		}
	}

	@Test
	void theMeanIsTakenOverPixelsInUse() {
		MapResidual whole = MapResidual.of(map(0.5), use, Subtraction.IDENTITY, MapUnit.REFERENCE_PIXELS, UNKNOWN);
		double sum = 0;
		int count = 0;
		for (int p = 0; p < use.length; p++)
			if (use[p]) {
				sum += whole.ss()[p];
				count++;
			}
		MapResidual left = MapResidual.of(map(0.5), use, Subtraction.MEAN, MapUnit.REFERENCE_PIXELS, UNKNOWN);
		for (int p = 0; p < use.length; p++)
			check(left.ss(), p, whole.ss()[p] - sum / count, 1e-4);
	}

	@Test
	void aKnownAffineMapIsTakenOffWhole() {
		MapResidual left = MapResidual.of(map(0), use, Subtraction.AFFINE, MapUnit.REFERENCE_PIXELS, UNKNOWN);
		for (int p = 0; p < use.length; p++) {
			check(left.ss(), p, 0, 1e-6);
			check(left.fs(), p, 0, 1e-6);
		}
	}

	@Test
	void whatIsNotAffineStays() {
		MapResidual left = MapResidual.of(map(0.5), use, Subtraction.AFFINE, MapUnit.REFERENCE_PIXELS, UNKNOWN);
		double rms = MapStatistics.of(left.ss()).rms();
		assertEquals(0.5 / Math.sqrt(2), rms, 0.03);
	}

	@Test
	void theInitialMapIsTheOneThatGeneratePixelMapMakes() {
		GeneratePixelMap start = GeneratePixelMap.of(GEOMETRY, 1.1e-3, 0.9e-3);
		MapScale scale = new MapScale(Optional.of(GEOMETRY), new Defocus(1.1e-3, 0.9e-3), start.dss(), start.dfs());
		MapResidual left = MapResidual.of(start.map(ROWS, COLUMNS), use, Subtraction.INITIAL, MapUnit.REFERENCE_PIXELS, scale);
		MapResidual shift = MapResidual.of(start.map(ROWS, COLUMNS), use, Subtraction.IDENTITY, MapUnit.REFERENCE_PIXELS, scale);
		for (int p = 0; p < use.length; p++)
			check(left.ss(), p, 0, 1e-9);
		assertTrue(MapStatistics.of(shift.ss()).max() > 1, "the identity is another map");
	}

	@Test
	void anglesAreThoseOfCalculatePhase() {
		boolean[] all = new boolean[use.length];
		Arrays.fill(all, true);
		double[] weights = new double[use.length];
		Arrays.fill(weights, 1);
		double[] ss = new double[use.length];
		double[] fs = new double[use.length];
		for (int p = 0; p < ss.length; p++) {
			ss[p] = 1.01 * (p / COLUMNS) + 2;
			fs[p] = 0.98 * (p % COLUMNS) - 1;
		}
		PixelMap map = new PixelMap(ROWS, COLUMNS, ss, fs);
		MapScale scale = new MapScale(Optional.of(GEOMETRY), new Defocus(1.1e-3, 0.9e-3), 4e-8, 7e-8);
		MapResidual angles = MapResidual.of(map, all, Subtraction.IDENTITY, MapUnit.RAY_ANGLE, scale);
		IntegratedPhase phase = new CalculatePhase(GEOMETRY, 1e-3, 4e-8, 7e-8, new PhaseRemoval(true, false, false, false)).apply(map,
				weights, new IMonitor.Stub());
		for (int p = 0; p < use.length; p++) {
			assertEquals(phase.phase().anglesSs()[p], angles.ss()[p], 1e-12);
			assertEquals(phase.phase().anglesFs()[p], angles.fs()[p], 1e-12);
		}
		assertTrue(Math.abs(angles.ss()[0]) > 5e-8);
	}

	@Test
	void detectorPixelsAreReferencePixelsMagnified() {
		GeneratePixelMap start = GeneratePixelMap.of(GEOMETRY, 1e-3, 1e-3);
		MapScale same = new MapScale(Optional.of(GEOMETRY), new Defocus(1e-3, 1e-3), start.dss(), start.dfs());
		assertEquals(1, same.factor(MapUnit.DETECTOR_PIXELS, true), 1e-12);
		assertEquals(1, same.factor(MapUnit.DETECTOR_PIXELS, false), 1e-12);
		MapScale half = new MapScale(Optional.of(GEOMETRY), new Defocus(1e-3, 1e-3), start.dss() / 2, start.dfs());
		assertEquals(0.5, half.factor(MapUnit.DETECTOR_PIXELS, true), 1e-12);
	}

	@Test
	void saysWhatIsMissing() {
		assertTrue(assertThrows(InvalidDataException.class, () -> UNKNOWN.factor(MapUnit.RAY_ANGLE, true)).getMessage()
				.contains("distances"));
		MapScale noDefocus = new MapScale(Optional.of(GEOMETRY), new Defocus(Double.NaN, Double.NaN), 1e-8, 1e-8);
		assertTrue(assertThrows(InvalidDataException.class, () -> noDefocus.initialSlope(true)).getMessage()
				.contains("fit_defocus_registration"));
	}

	@Test
	void nothingInUseGivesNothing() {
		for (Subtraction subtraction : new Subtraction[] { Subtraction.IDENTITY, Subtraction.MEAN, Subtraction.AFFINE }) {
			MapResidual left = MapResidual.of(map(0), new boolean[use.length], subtraction, MapUnit.REFERENCE_PIXELS, UNKNOWN);
			assertEquals(0, MapStatistics.of(left.ss()).count());
		}
	}
}
