// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Roi;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Truth;
import org.pxst.processing.internal.step.CalculateSampleThicknessStep.Method;
import org.pxst.processing.step.StepResult;

class CalculateSampleThicknessStepTest {
	private static final SimulatedScan SIMULATED = TruthInFile.simulate(SimulationSettings.of(Size.TINY));
	private static final Truth TRUTH = SIMULATED.truth();

	private final FakeContext file = TruthInFile.of(SIMULATED);

	private StepResult run(Map<String, Object> more) {
		Map<String, Object> given = new HashMap<>(Map.of("delta", TRUTH.delta(), "beta", TRUTH.beta()));
		given.putAll(more);
		return file.run(CalculateSampleThicknessStep.class, given);
	}

	private double error(String path) {
		double[] difference = file.numbers(path);
		for (int p = 0; p < difference.length; p++)
			difference[p] -= TRUTH.thickness().values()[p];
		return TruthInFile.rms(difference);
	}

	@Test
	void findsTheThicknessOfTheSample() {
		StepResult result = run(Map.of());
		// of a sample of 250 nm rms
		assertTrue(error("sample_thickness_ctf") < 65e-9, () -> "CTF " + error("sample_thickness_ctf"));
		assertTrue(error("sample_thickness_pag") < 130e-9, () -> "Paganin " + error("sample_thickness_pag"));
		double[] sorted = Arrays.stream(file.numbers("sample_thickness_pag")).filter(Double::isFinite).sorted().toArray();
		assertEquals(0, sorted[sorted.length / 2], 1e-9);
		for (String name : new String[] { "thickness, Paganin ", "thickness, CTF      " })
			assertTrue(result.summary().stream().anyMatch(line -> line.startsWith(name) && line.endsWith(" nm")),
					() -> String.join("\n", result.summary()));
	}

	@Test
	void oneMethodWritesOneImage() {
		run(Map.of("method", Method.PAGANIN));
		assertTrue(file.has("sample_thickness_pag"));
		assertFalse(file.has("sample_thickness_ctf"));
		FakeContext other = TruthInFile.of(SIMULATED);
		other.run(CalculateSampleThicknessStep.class, Map.of("method", Method.CTF, "beta", 0.0));
		assertFalse(other.has("sample_thickness_pag"));
		assertTrue(other.has("sample_thickness_ctf"));
	}

	@Test
	void onlyTheRegionHasValues() {
		run(Map.of("reference_roi", new Roi(50, 60, 70, 90)));
		double[] thickness = file.numbers("sample_thickness_pag");
		assertEquals(TRUTH.reference().values().length, thickness.length);
		assertEquals(200, Arrays.stream(thickness).filter(Double::isFinite).count());
		assertTrue(Double.isFinite(thickness[50 * TRUTH.reference().columns() + 70]));
	}

	@Test
	void theMedianStaysOnRequest() {
		run(Map.of("set_median_to_zero", false));
		double mean = Arrays.stream(file.numbers("sample_thickness_pag")).filter(Double::isFinite).average().orElseThrow();
		double expected = 0;
		for (float value : TRUTH.thickness().values())
			expected += value;
		assertEquals(expected / TRUTH.thickness().values().length, mean, 20e-9);
	}

	@Test
	void paganinNeedsAbsorption() {
		String message = assertThrows(InvalidDataException.class, () -> run(Map.of("beta", 0.0))).getMessage();
		assertTrue(message.contains("CTF"), message);
	}
}
