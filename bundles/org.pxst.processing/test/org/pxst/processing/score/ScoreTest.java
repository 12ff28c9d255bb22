// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.NoSuchElementException;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.core.simulation.Truth;

class ScoreTest {
	private static final int COLUMNS = 128;
	private static Truth truth;

	private TruthAsResult found;

	@BeforeAll
	static void simulate() {
		truth = new Simulator().simulate(SimulationSettings.of(Size.TINY), new IMonitor.Stub()).truth();
	}

	@BeforeEach
	void startFromTruth() {
		found = new TruthAsResult(truth);
	}

	private double score(String name) {
		return Score.of(found.build(), truth).value(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "map_rms_ss", "map_rms_fs", "map_plane_rms_ss", "map_plane_rms_fs", "map_slope_err_ss",
			"map_slope_err_fs", "pos_rms_ss", "pos_rms_fs", "pos_scale_err_ss", "pos_scale_err_fs", "pos_affine_rms_ss",
			"pos_affine_rms_fs", "phase_rms", "phase_rms_no_astig", "defocus_err_ss", "defocus_err_fs",
			"mask_missed_lit", "mask_false", "map_missing", "whitefield_rel_rms" })
	void truthHasNoError(String name) {
		assertEquals(0, score(name), 1e-9);
	}

	@Test
	void truthIsItsOwnReference() {
		assertEquals(1, score("reference_corr"), 1e-9);
		assertEquals(1, score("whitefield_mean_ratio"), 1e-9);
		assertEquals(1, score("pupil_in_roi"), 0);
		assertTrue(score("mask_bad_lit") > 10);
	}

	@Test
	void whatIsFreeInTheModelIsNoError() {
		found.mapSs = TruthAsResult.plus(found.mapSs, k -> 3);
		found.mapFs = TruthAsResult.plus(found.mapFs, k -> -2);
		found.ss = TruthAsResult.plus(found.ss, n -> 1.5);
		found.fs = TruthAsResult.plus(found.fs, n -> 0.5);
		found.n0 += 1.5 - 3;
		found.m0 += 0.5 + 2;
		found.phase = TruthAsResult.plus(found.phase, k -> {
			double i = k / COLUMNS;
			double j = k % COLUMNS;
			return 4 + 0.3 * i - 0.2 * j + 1e-3 * (i * i + j * j);
		});
		assertEquals(0, score("map_rms_ss"), 1e-9);
		assertEquals(0, score("map_rms_fs"), 1e-9);
		assertEquals(0, score("pos_rms_ss"), 1e-9);
		assertEquals(0, score("pos_rms_fs"), 1e-9);
		assertEquals(0, score("phase_rms"), 1e-7);
		assertEquals(1, score("reference_corr"), 1e-9);
	}

	@Test
	void slopeOfTheMapIsFound() {
		found.mapSs = TruthAsResult.plus(found.mapSs, k -> 0.004 * (k / COLUMNS));
		found.mapFs = TruthAsResult.plus(found.mapFs, k -> -0.003 * (k % COLUMNS) + 0.002 * (k / COLUMNS));
		assertEquals(0.004, score("map_slope_err_ss"), 1e-9);
		assertEquals(0, score("map_plane_rms_ss"), 1e-9);
		assertEquals(0, score("map_plane_rms_fs"), 1e-9);
		assertTrue(score("map_rms_ss") > 0.05);
	}

	@Test
	void alternatingErrorOfTheMapIsItsRms() {
		found.mapFs = TruthAsResult.plus(found.mapFs, k -> (k / COLUMNS + k % COLUMNS) % 2 == 0 ? 0.05 : -0.05);
		assertEquals(0.05, score("map_plane_rms_fs"), 1e-4);
		assertEquals(0, score("map_plane_rms_ss"), 1e-9);
	}

	@Test
	void referencePixelOfAnotherSizeIsConverted() {
		found.dss = truth.dss() * 2;
		found.mapSs = TruthAsResult.plus(found.mapSs, k -> -truth.pixelMap().ss()[k] / 2);
		found.ss = TruthAsResult.plus(found.ss, n -> -truth.positions().ss()[n] / 2);
		assertEquals(0, score("map_rms_ss"), 1e-9);
		assertEquals(0, score("pos_rms_ss"), 1e-9);
	}

	@Test
	void scaleOfThePositionsIsFound() {
		found.ss = TruthAsResult.plus(found.ss, n -> 0.01 * truth.positions().ss()[n]);
		found.fs = TruthAsResult.plus(found.fs, n -> 0.02 * truth.positions().ss()[n]);
		assertEquals(0.01, score("pos_scale_err_ss"), 1e-9);
		assertEquals(0, score("pos_affine_rms_ss"), 1e-9);
		assertEquals(0, score("pos_affine_rms_fs"), 1e-9);
		assertTrue(score("pos_rms_fs") > 0.2);
	}

	@Test
	void oneWrongPositionIsFound() {
		int frames = truth.goodFrames().length;
		found.ss = TruthAsResult.plus(found.ss, n -> n == 12 ? 1 : 0);
		assertEquals(Math.sqrt((1 - 1.0 / frames) / frames), score("pos_rms_ss"), 1e-9);
	}

	@Test
	void badAndUnusedFramesDoNotCount() {
		found.ss = TruthAsResult.plus(found.ss, n -> n == 0 ? 100 : n == 5 ? Double.NaN : 0);
		assertEquals(0, score("pos_rms_ss"), 1e-9);
		assertEquals(0, score("pos_affine_rms_fs"), 1e-9);
	}

	@Test
	void astigmatismOfThePhaseIsSetAside() {
		found.phase = TruthAsResult.plus(found.phase, k -> 2e-3 * (k / COLUMNS) * (k / COLUMNS - 0.5 * (k % COLUMNS)));
		assertTrue(score("phase_rms") > 0.5);
		assertEquals(0, score("phase_rms_no_astig"), 1e-6);
	}

	@Test
	void signOfThePhaseIsSeen() {
		double rms = score("phase_true_rms");
		assertTrue(rms > 1);
		assertEquals(2 * rms, score("phase_rms_flipped"), 1e-6);
		found.phase = TruthAsResult.plus(found.phase, k -> -2 * truth.phase()[k]);
		assertEquals(2 * rms, score("phase_rms"), 1e-6);
		assertEquals(0, score("phase_rms_flipped"), 1e-6);
	}

	@Test
	void maskIsCompared() {
		boolean[] good = truth.mask().good().clone();
		int missed = 0;
		int middle = 48 * COLUMNS + 64;
		for (int k = middle - 5 * COLUMNS; k < middle + 5 * COLUMNS; k++)
			if (!good[k] && k % COLUMNS > 30 && k % COLUMNS < 90) {
				good[k] = true;
				missed++;
			}
		for (int k = middle; k < middle + 3; k++)
			good[k] = false;
		found.mask = new Mask(96, COLUMNS, good);
		int lost = 0;
		for (int k = middle; k < middle + 3; k++)
			lost += truth.mask().good()[k] ? 1 : 0;
		assertTrue(missed > 0);
		assertEquals(missed, score("mask_missed_lit"), 3 - lost);
		assertEquals(lost, score("mask_false"));
	}

	@Test
	void whitefieldAndDefocusAreRelative() {
		float[] values = truth.whitefield().values().clone();
		for (int k = 0; k < values.length; k++)
			values[k] *= 0.92f;
		found.whitefield = new Image(96, COLUMNS, values);
		found.defocusSs *= 1.01;
		found.defocusFs *= 0.97;
		assertEquals(0.08, score("whitefield_rel_rms"), 1e-6);
		assertEquals(0.92, score("whitefield_mean_ratio"), 1e-6);
		assertEquals(0.01, score("defocus_err_ss"), 1e-12);
		assertEquals(-0.03, score("defocus_err_fs"), 1e-12);
	}

	@Test
	void displacedReferenceImageIsSeen() {
		found.n0 += 2;
		assertTrue(score("reference_corr") < 0.9);
	}

	@Test
	void missingPixelsAreCounted() {
		found.mapSs = TruthAsResult.plus(found.mapSs, k -> k / COLUMNS == 48 ? Double.NaN : 0);
		assertTrue(score("map_missing") > 60);
		assertEquals(0, score("map_rms_ss"), 1e-9);
	}

	@Test
	void smallRegionOfInterestIsSeen() {
		found.roi = new Roi(10, 48, 10, 110);
		assertEquals(0.5, score("pupil_in_roi"), 0.1);
	}

	@Test
	void resultOfAnotherScanIsRefused() {
		Truth other = new Simulator().simulate(SimulationSettings.builder(Size.TINY).shape(40, 50).build(),
				new IMonitor.Stub()).truth();
		InvalidDataException e = assertThrows(InvalidDataException.class, () -> Score.of(found.build(), other));
		assertTrue(e.getMessage().contains("40 x 50"), e.getMessage());
	}

	@Test
	void resultWithoutMapIsRefused() {
		found.mapSs = TruthAsResult.plus(found.mapSs, k -> Double.NaN);
		InvalidDataException e = assertThrows(InvalidDataException.class, () -> score("map_rms_ss"));
		assertTrue(e.getMessage().contains("pixel map at 0 of"), e.getMessage());
	}

	@Test
	void reportHasOneLineForEachFigure() {
		ScoreReport report = Score.of(found.build(), truth);
		assertEquals(report.figures().size(), report.lines().size());
		assertTrue(report.lines().stream().anyMatch(line -> line.startsWith("phase_rms ") && line.contains("rad")));
		assertTrue(report.has("phase_rms"));
		assertFalse(report.has("speed"));
		assertThrows(NoSuchElementException.class, () -> report.value("speed"));
	}
}
