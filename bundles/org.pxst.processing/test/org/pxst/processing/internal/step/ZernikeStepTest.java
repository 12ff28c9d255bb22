// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Roi;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Truth;
import org.pxst.core.zernike.NollIndex;
import org.pxst.core.zernike.PupilDomain;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.internal.step.ZernikeStep.Domain;
import org.pxst.processing.step.StepResult;

class ZernikeStepTest {
	private static final SimulatedScan SIMULATED = TruthInFile.simulate(SimulationSettings.of(Size.TINY));
	private static final Truth TRUTH = SIMULATED.truth();
	private static final int ROWS = TRUTH.mask().rows();
	private static final int COLUMNS = TRUTH.mask().columns();
	private static final Roi ROI = new Roi(10, 90, 20, 100);
	private static final Map<String, Object> NOTHING_REMOVED = Map.of("remove_piston", false, "remove_tilt", false,
			"remove_defocus", false, "remove_astigmatism", false);

	private final FakeContext file = TruthInFile.of(SIMULATED);

	private void putPhase(double[] coefficients) {
		Geometry geometry = SIMULATED.scan().geometry();
		PupilDomain domain = PupilDomain.inscribedCircle(ROI, geometry.pixelSizeSs(), geometry.pixelSizeFs());
		double[] phase = new double[ROWS * COLUMNS];
		for (int p = 0; p < phase.length; p++)
			for (int k = 0; k < coefficients.length; k++)
				phase[p] += coefficients[k] * NollIndex.of(k + 1).value(domain.y(p / COLUMNS), domain.x(p % COLUMNS));
		file.put(CxiDataset.of("phase", phase, "rad", ROWS, COLUMNS));
	}

	@Test
	void findsTheCoefficientsOfASum() {
		double[] coefficients = new double[36];
		Arrays.setAll(coefficients, k -> Math.sin(1.7 * k + 1));
		putPhase(coefficients);
		Map<String, Object> given = new HashMap<>(NOTHING_REMOVED);
		given.put("domain", Domain.CIRCLE);
		given.put("roi", ROI);
		file.run(ZernikeStep.class, given);
		assertArrayEquals(coefficients, file.numbers("zernike/zernike_coefficients_disc"), 1e-9);
		double[] rad = file.numbers("zernike/zernike_coefficients");
		double[] waves = file.numbers("zernike/zernike_coefficients_waves");
		for (int k = 0; k < rad.length; k++)
			assertEquals(rad[k] / (2 * Math.PI), waves[k], 1e-15);
		double squares = 0;
		for (int k = 1; k < rad.length; k++)
			squares += rad[k] * rad[k];
		assertEquals(Math.sqrt(squares), file.numbers("zernike/zernike_rms")[0], 1e-9);
		assertEquals(0, file.numbers("zernike/zernike_residual_rms")[0], 1e-9);
		double[] phase = file.numbers("phase");
		double[] fit = file.numbers("zernike/zernike_phase_fit");
		int count = 0;
		for (int p = 0; p < fit.length; p++)
			if (!Double.isNaN(fit[p])) {
				assertEquals(phase[p], fit[p], 1e-9);
				count++;
			}
		assertEquals(Math.PI * 40 * 40, count, 200);
	}

	@Test
	void namesAndIndicesAreThoseOfTheTerms() {
		file.run(ZernikeStep.class, Map.of("orders", 11));
		assertEquals("vertical coma", file.dataset("zernike/zernike_names").getString(6));
		assertEquals("primary spherical", file.dataset("zernike/zernike_names").getString(10));
		double[] noll = file.numbers("zernike/zernike_noll");
		assertEquals(33, noll.length);
		assertArrayEquals(new double[] { 7, 3, -1 }, Arrays.copyOfRange(noll, 18, 21));
		assertArrayEquals(new double[] { 11, 4, 0 }, Arrays.copyOfRange(noll, 30, 33));
	}

	@Test
	void findsAndTakesOffTheAstigmatismOfALens() {
		StepResult result = file.run(ZernikeStep.class, Map.of());
		double astigmatism = (TRUTH.defocusSs() - TRUTH.defocusFs()) / 2;
		assertEquals(astigmatism, file.numbers("zernike/astigmatism")[0], 0.15 * astigmatism);
		assertArrayEquals(file.numbers("zernike/astigmatism"), file.numbers("zernike/removed_astigmatism"));
		double rest = file.numbers("zernike/zernike_phase_rms")[0];
		assertEquals(TruthInFile.rms(file.numbers("zernike/zernike_phase")), rest, 1e-9);
		file.run(ZernikeStep.class, Map.of("remove_astigmatism", false));
		assertEquals(0, file.numbers("zernike/removed_astigmatism")[0]);
		assertTrue(file.numbers("zernike/zernike_phase_rms")[0] > 1.2 * rest);
		assertTrue(result.summary().get(1).startsWith("astigmatism         "), result.summary().get(1));
	}

	@Test
	void probeAndPolynomialsAreWrittenOnlyWhenAskedFor() {
		file.run(ZernikeStep.class, Map.of("orders", 6));
		assertFalse(file.has("zernike/probe_focus") || file.has("zernike/zernike_basis_vectors"));
		file.run(ZernikeStep.class, Map.of("orders", 6, "probe", true, "basis_images", true));
		assertArrayEquals(new int[] { 2 * ROWS, 2 * COLUMNS, 2 }, file.dataset("zernike/probe_focus").getShape());
		double counts = Arrays.stream(file.numbers("zernike/probe_focus")).map(v -> v * v).sum();
		double expected = 0;
		double[] phase = file.numbers("zernike/zernike_phase");
		for (int p = 0; p < phase.length; p++)
			if (!Double.isNaN(phase[p]))
				expected += TRUTH.whitefield().values()[p];
		assertEquals(expected, counts, 1e-6 * expected);
		Geometry geometry = SIMULATED.scan().geometry();
		assertEquals(geometry.wavelength() * geometry.distance() / (2 * ROWS * geometry.pixelSizeSs()),
				file.numbers("zernike/probe_focus_voxel_size")[0], 1e-15);
		double[] basis = file.numbers("zernike/zernike_basis_vectors");
		assertEquals(6 * ROWS * COLUMNS, basis.length);
		assertEquals(1, Arrays.stream(basis, 5 * ROWS * COLUMNS, 6 * ROWS * COLUMNS).filter(Double::isFinite).map(v -> v * v)
				.average().orElseThrow(), 1e-5);
	}

	@Test
	void badPixelsAreLeftOut() {
		file.run(ZernikeStep.class, Map.of());
		double[] expected = file.numbers("zernike/zernike_coefficients");
		double[] phase = file.numbers("phase");
		int bad = 0;
		for (int p = 0; p < phase.length; p++)
			if (!TRUTH.mask().good()[p]) {
				phase[p] = 1e6;
				bad++;
			}
		assertTrue(bad > 5);
		file.put(CxiDataset.of("phase", phase, "rad", ROWS, COLUMNS));
		file.run(ZernikeStep.class, Map.of());
		assertArrayEquals(expected, file.numbers("zernike/zernike_coefficients"), 1e-12);
	}

	@Test
	void theProbeNeedsTheWhitefield() {
		file.remove("whitefield");
		file.run(ZernikeStep.class, Map.of());
		String message = assertThrows(InvalidDataException.class, () -> file.run(ZernikeStep.class, Map.of("probe", true)))
				.getMessage();
		assertTrue(message.contains("make_whitefield"), message);
	}
}
