// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.processing.step.StepDescription;

class FitThonRingsStepTest {
	private final SimulatedScan simulated = new Simulator().simulate(SimulationSettings.builder(Size.TINY).badFrames(0, 7).build(),
			new IMonitor.Stub());
	private final FakeContext context = new FakeContext(simulated.scan());

	private List<String> fit(Map<String, Object> given) {
		Map<String, Object> values = new HashMap<>(Map.of("mask", simulated.truth().mask(), "whitefield",
				simulated.truth().whitefield(), "good_frames", simulated.truth().goodFrames()));
		values.putAll(given);
		return context.run(FitThonRingsStep.class, values).summary();
	}

	@Test
	void theDefocusIsFoundAndTheSpectraFitTogether() {
		List<String> summary = fit(Map.of());
		assertEquals(1, context.numbers("defocus_ss")[0] / simulated.truth().defocusSs(), 0.03);
		assertEquals(1, context.numbers("defocus_fs")[0] / simulated.truth().defocusFs(), 0.03);
		assertEquals((context.numbers("defocus_ss")[0] + context.numbers("defocus_fs")[0]) / 2, context.numbers("defocus")[0]);
		assertEquals((context.numbers("defocus_ss")[0] - context.numbers("defocus_fs")[0]) / 2, context.numbers("astigmatism")[0]);
		assertTrue(context.numbers("thon_significance")[0] >= 6);
		int[] power = context.dataset("thon").getShape();
		assertArrayEquals(new int[] { 2, power[0], power[1] }, context.dataset("thon_display").getShape());
		int[] profiles = context.dataset("thon_fit").getShape();
		assertEquals(3, profiles[0]);
		double[] radii = Arrays.copyOf(context.numbers("thon_fit"), profiles[1]);
		assertArrayEquals(Arrays.stream(radii).sorted().toArray(), radii);
		assertTrue(radii[0] > 0 && radii[profiles[1] - 1] < 0.71, () -> Arrays.toString(radii));
		assertEquals("defocus, astigmatism, uncertainty, beta / delta, rings",
				String.join(", ", summary.stream().map(line -> line.substring(0, 20).trim()).toList()));
	}

	@Test
	void radiiAreObeyed() {
		double low = 0.12;
		double high = 0.3;
		fit(Map.of("rad_low", low, "rad_high", high));
		assertArrayEquals(new double[] { low, high }, context.numbers("thon_rad_range"));
		assertEquals("rad_low 0.3 is not below rad_high 0.2; give a smaller one",
				assertThrows(InvalidDataException.class, () -> fit(Map.of("rad_low", 0.3, "rad_high", 0.2))).getMessage());
		assertThrows(InvalidDataException.class, () -> fit(Map.of("weight_centre", new double[] { 3 })));
	}

	@Test
	void theParametersOf2020AreAccepted() {
		StepDescription step = StepDescription.of(FitThonRingsStep.class);
		for (String name : new String[] { "rad_range", "sigma", "edge_pix", "window", "mask", "whitefield", "good_frames", "roi" })
			assertTrue(step.parameter(name).isPresent() != step.obsolete().containsKey(name), name);
	}
}
