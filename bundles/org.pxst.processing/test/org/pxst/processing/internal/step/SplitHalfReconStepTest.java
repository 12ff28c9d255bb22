// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pxst.compute.SearchWindow;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Truth;
import org.pxst.processing.step.StepResult;

class SplitHalfReconStepTest {
	private static final SimulatedScan SIMULATED = TruthInFile.simulate(
			SimulationSettings.builder(Size.TINY).sample(Sample.SPECKLE).counts(100).build());
	private static final Truth TRUTH = SIMULATED.truth();
	private static final SearchWindow WINDOW = new SearchWindow(5, 5);

	private final FakeContext file = TruthInFile.of(SIMULATED);

	@Test
	void sigmasAreHalfThatOfTheDifferenceAndTheSameAsAngles() {
		StepResult result = file.run(SplitHalfReconStep.class, Map.of("search_window", WINDOW));
		double[] difference = file.numbers("pixel_map_difference");
		double[] ss = Arrays.stream(difference, 0, difference.length / 2).filter(Double::isFinite).sorted().toArray();
		double middle = ss[ss.length / 2];
		double spread = 1.4826 * Arrays.stream(ss).map(v -> Math.abs(v - middle)).sorted().toArray()[ss.length / 2];
		double sigma = file.numbers("sigma_ss")[0];
		assertEquals(spread / 2, sigma, 1e-3 * sigma);
		double lever = TRUTH.distance() - TRUTH.defocus();
		assertEquals(sigma * TRUTH.dss() / lever, file.numbers("sigma_angle_ss")[0], 1e-12 * sigma);
		assertEquals(file.numbers("sigma_fs")[0] * TRUTH.dfs() / lever, file.numbers("sigma_angle_fs")[0], 1e-12 * sigma);
		assertTrue(sigma > 0.02 && sigma < 0.5, "sigma " + sigma);
		String angles = result.summary().get(1);
		assertTrue(angles.matches("noise of the angles ss [\\d.]+, fs [\\d.]+ nrad"), angles);
		for (int p = 0; p < TRUTH.mask().good().length; p++)
			assertTrue(TRUTH.mask().good()[p] || Double.isNaN(difference[p]));
	}

	@Test
	void histogramsAreOfTheDifference() {
		file.run(SplitHalfReconStep.class, Map.of("search_window", WINDOW));
		double[] difference = file.numbers("pixel_map_difference");
		long known = Arrays.stream(difference, difference.length / 2, difference.length).filter(Double::isFinite).count();
		double[] x = file.numbers("x_fs");
		double[] counts = file.numbers("h_fs");
		double[] fit = file.numbers("h_fit_fs");
		double counted = Arrays.stream(counts).sum();
		assertTrue(counted <= known && counted > 0.95 * known, counted + " of " + known);
		assertEquals(counted, Arrays.stream(fit).sum(), 0.15 * counted);
		// twice the noise of the whole map
		double sigma = 2 * file.numbers("sigma_angle_fs")[0];
		assertEquals(6 * sigma, x[x.length - 1] - x[x.length / 2], 1e-9 * sigma);
	}

	@Test
	void theSeedChoosesTheHalves() {
		file.run(SplitHalfReconStep.class, Map.of("search_window", WINDOW));
		double[] first = file.numbers("pixel_map_difference");
		file.run(SplitHalfReconStep.class, Map.of("search_window", WINDOW));
		assertArrayEquals(first, file.numbers("pixel_map_difference"));
		file.run(SplitHalfReconStep.class, Map.of("search_window", WINDOW, "seed", 2));
		assertFalse(Arrays.equals(first, file.numbers("pixel_map_difference")));
	}

	@Test
	void referenceImagesAreChosen() {
		file.run(SplitHalfReconStep.class, Map.of("search_window", WINDOW));
		double[] own = file.numbers("pixel_map_difference");
		file.run(SplitHalfReconStep.class, Map.of("search_window", WINDOW, "own_references", false));
		assertFalse(Arrays.equals(own, file.numbers("pixel_map_difference")));
		file.run(SplitHalfReconStep.class, Map.of("search_window", WINDOW, "minimum_overlap", 0.5));
		assertTrue(known(file.numbers("pixel_map_difference")) < known(own));
	}

	private static long known(double[] values) {
		return Arrays.stream(values).filter(Double::isFinite).count();
	}
}
