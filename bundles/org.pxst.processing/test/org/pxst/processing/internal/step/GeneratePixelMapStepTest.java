// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Roi;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepDescription;

/** generate_pixel_map and generate_pixel_map_poly. */
class GeneratePixelMapStepTest {
	private static final int ROWS = 96;
	private static final int COLUMNS = 128;
	private static final int PIXELS = ROWS * COLUMNS;

	private final SimulatedScan simulated = new Simulator()
			.simulate(SimulationSettings.builder(Size.TINY).coma(0).spherical(0).pixelSize(55e-6, 75e-6).build(), new IMonitor.Stub());
	private final FakeContext context = new FakeContext(simulated.scan());

	private void run(Class<? extends Step> step, Map<String, Object> given) {
		context.run(step, given);
	}

	private void known(String path, double value) {
		context.put(CxiDataset.of(path, new double[] { value }, "m"));
	}

	private double number(String path) {
		return context.numbers(path)[0];
	}

	@Test
	void aLensWithAstigmatism() {
		known("defocus_ss", 1.1e-3);
		known("defocus_fs", 0.9e-3);
		known("defocus", 5e-3);
		run(GeneratePixelMapStep.class, Map.of("roi", new Roi(10, 50, 20, 90), "good_frames", simulated.truth().goodFrames()));
		double sampleToDetector = 1 - 1e-3;
		assertEquals(1, number("distance"));
		assertEquals(55e-9, number("dss"), 1e-20);
		assertEquals(75e-9, number("dfs"), 1e-20);
		assertEquals(1000, number("magnification"), 1e-9);
		assertEquals(1 + sampleToDetector / 1.1e-3, number("magnification_ss"), 1e-9);
		assertEquals(1 + sampleToDetector / 0.9e-3, number("magnification_fs"), 1e-9);
		assertEquals(1e-3, number("defocus"), 1e-15);
		assertEquals(1e-4, number("astigmatism"), 1e-15);
		double[] map = context.numbers("pixel_map");
		double[] residual = context.numbers("pixel_map_residual");
		for (int i = 0; i < ROWS; i++)
			for (int j = 0; j < COLUMNS; j++) {
				int p = i * COLUMNS + j;
				if (i < 10 || i >= 50 || j < 20 || j >= 90) {
					assertTrue(Double.isNaN(map[p]) && Double.isNaN(map[PIXELS + p]) && Double.isNaN(residual[p]));
					continue;
				}
				assertEquals(i * 1000 / number("magnification_ss"), map[p], 1e-9);
				assertEquals(j * 1000 / number("magnification_fs"), map[PIXELS + p], 1e-9);
				assertEquals(map[p] - i, residual[p]);
				assertEquals(map[PIXELS + p] - j, residual[PIXELS + p]);
			}
		double[] translations = context.numbers("pixel_translations");
		assertTrue(Double.isNaN(translations[0]) && Double.isNaN(translations[1]));
		double[] positions = simulated.scan().positions().fs();
		assertEquals((positions[7] - positions[3]) / 75e-9, translations[15] - translations[7], 1e-9);
	}

	@Test
	void theReferencePixelCanBeChosen() {
		run(GeneratePixelMapStep.class, Map.of("defocus", 1e-3));
		double[] plain = context.numbers("pixel_map");
		double[] translations = context.numbers("pixel_translations");
		run(GeneratePixelMapStep.class, Map.of("defocus", 1e-3, "dss", 55e-9 / 2, "dfs", 75e-9 * 3));
		double[] scaled = context.numbers("pixel_map");
		for (int p = 0; p < PIXELS; p++) {
			assertEquals(2 * plain[p], scaled[p], 1e-9);
			assertEquals(plain[PIXELS + p] / 3, scaled[PIXELS + p], 1e-9);
		}
		assertEquals(2 * translations[2], context.numbers("pixel_translations")[2], 1e-9);
		assertEquals(1000, number("magnification"), 1e-9);
	}

	@Test
	void whichDefocusIsUsed() {
		assertTrue(assertThrows(InvalidDataException.class, () -> run(GeneratePixelMapStep.class, Map.of())).getMessage()
				.contains("pxst fit_defocus_registration"));
		known("defocus", 1.5e-3);
		run(GeneratePixelMapStep.class, Map.of());
		assertArrayEquals(new double[] { 1.5e-3, 1.5e-3 }, new double[] { number("defocus_ss"), number("defocus_fs") });
		// the suite's ini file has it so, and means both
		Map<String, Object> given = new HashMap<>();
		given.put("defocus_fs", 1e-3);
		given.put("defocus_ss", null);
		run(GeneratePixelMapStep.class, given);
		assertArrayEquals(new double[] { 1e-3, 1e-3 }, new double[] { number("defocus_ss"), number("defocus_fs") });
		run(GeneratePixelMapStep.class, Map.of("defocus_fs", 2e-3));
		assertArrayEquals(new double[] { 1e-3, 2e-3 }, new double[] { number("defocus_ss"), number("defocus_fs") });
		run(GeneratePixelMapStep.class, Map.of("defocus", 3e-3));
		assertArrayEquals(new double[] { 3e-3, 3e-3 }, new double[] { number("defocus_ss"), number("defocus_fs") });
		assertThrows(InvalidDataException.class, () -> run(GeneratePixelMapStep.class, Map.of("defocus", 1.0)));
	}

	@Test
	void onlyLitPixelsHaveAMap() {
		run(GeneratePixelMapStep.class,
				Map.of("defocus", 1e-3, "whitefield", simulated.truth().whitefield(), "mask", simulated.truth().mask()));
		double[] map = context.numbers("pixel_map");
		assertTrue(Double.isNaN(map[0]));
		int finite = 0;
		for (int p = 0; p < PIXELS; p++)
			if (!Double.isNaN(map[p]))
				finite++;
		assertTrue(finite > PIXELS / 2 && finite < PIXELS, "" + finite);
		// bad ones among them as well
		int bad = 0;
		for (int p = 0; p < PIXELS; p++)
			if (!Double.isNaN(map[p]) && !simulated.truth().mask().good()[p])
				bad++;
		assertTrue(bad > 0);
	}

	private Map<String, Object> lit(String ss, String fs) {
		return Map.of("pixel_map_ss", ss, "pixel_map_fs", fs, "defocus", simulated.truth().defocus(), "mask",
				simulated.truth().mask(), "whitefield", simulated.truth().whitefield(), "good_frames", simulated.truth().goodFrames());
	}

	@Test
	void expressionsOfThePixel() {
		run(GeneratePixelMapPolyStep.class, lit("y + 1e-4*(y-48)**2", "1.01*x - 3"));
		double[] map = context.numbers("pixel_map");
		for (int p = 0; p < PIXELS; p++)
			if (!Double.isNaN(map[p])) {
				int i = p / COLUMNS;
				assertEquals(i + 1e-4 * (i - 48) * (i - 48), map[p], 1e-12);
				assertEquals(1.01 * (p % COLUMNS) - 3, map[PIXELS + p], 1e-12);
			}
		assertEquals(simulated.truth().dss(), number("dss"), 1e-15);
		assertEquals(simulated.truth().dfs(), number("dfs"), 1e-15);
		int[] shape = context.dataset("reference_image").getShape();
		assertArrayEquals(shape, context.dataset("reference_overlap").getShape());
		// frames and scan: (5 - 1) steps of 9 pixels
		assertTrue(shape[0] > 100 && shape[0] < 140 && shape[1] > 130 && shape[1] < 170, shape[0] + " x " + shape[1]);
		double[] translations = context.numbers("pixel_translations");
		double largest = Double.NEGATIVE_INFINITY;
		double least = Double.POSITIVE_INFINITY;
		for (int n : simulated.truth().goodFrames())
			largest = Math.max(largest, translations[2 * n]);
		for (int p = 0; p < PIXELS; p++)
			if (!Double.isNaN(map[p]))
				least = Math.min(least, map[p]);
		assertEquals(largest - least, number("n0"), 0.5);
	}

	@Test
	void theIdentityIsADefocusWithoutAstigmatism() {
		run(GeneratePixelMapPolyStep.class, lit("y", "x"));
		double[] poly = context.numbers("pixel_map");
		double[] translations = context.numbers("pixel_translations");
		run(GeneratePixelMapStep.class, Map.of("defocus", simulated.truth().defocus(), "mask", simulated.truth().mask(), "whitefield",
				simulated.truth().whitefield(), "good_frames", simulated.truth().goodFrames()));
		assertArrayEquals(context.numbers("pixel_map"), poly, 1e-9);
		assertArrayEquals(context.numbers("pixel_translations"), translations, 1e-9);
	}

	@Test
	void whatIsNoExpressionSaysWhichOne() {
		String message = assertThrows(InvalidDataException.class, () -> run(GeneratePixelMapPolyStep.class, lit("y", "x + import")))
				.getMessage();
		assertTrue(message.startsWith("pixel_map_fs "), message);
	}

	@Test
	void theParametersOf2020AreAccepted() {
		StepDescription map = StepDescription.of(GeneratePixelMapStep.class);
		for (String name : new String[] { "defocus_fs", "defocus_ss", "dfs", "dss", "roi", "mask" })
			assertTrue(map.parameter(name).isPresent(), name);
		StepDescription poly = StepDescription.of(GeneratePixelMapPolyStep.class);
		for (String name : new String[] { "pixel_map_fs", "pixel_map_ss", "defocus", "roi", "mask", "whitefield" })
			assertTrue(poly.parameter(name).isPresent(), name);
		assertTrue(poly.isCalled("make_pixel_map_poly"));
	}
}
