// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.SearchWindow;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepDescription;

/** make_reference, update_translations, fit_whitefield and calc_error on a simulated scan. */
class MainLoopStepsTest {
	private static final int FRAMES = 25;
	private static final int PIXELS = 96 * 128;

	private static final List<Class<? extends Step>> STEPS = List.of(MakeReferenceStep.class, UpdatePixelMapStep.class,
			UpdateTranslationsStep.class, FitWhitefieldStep.class, CalcErrorStep.class, PixelMapFromDataStep.class);

	/** The map found, the reference image merged with it. */
	private static FakeContext prepared;
	private static StartedScan started;

	@BeforeAll
	static void start() {
		started = StartedScan.tiny();
		prepared = started.file();
		for (int k = 0; k < 2; k++) {
			prepared.run(MakeReferenceStep.class, Map.of());
			prepared.run(UpdatePixelMapStep.class, Map.of("search_window", new SearchWindow(11, 11), "filter", 3.0));
		}
		prepared.run(MakeReferenceStep.class, Map.of());
	}

	private static FakeContext file() {
		FakeContext file = started.file();
		for (String path : new String[] { "pixel_map", "reference_image", "reference_overlap", "n0", "m0" })
			file.put(prepared.written(path));
		return file;
	}

	private static double error(FakeContext file) {
		file.run(MakeReferenceStep.class, Map.of());
		file.run(CalcErrorStep.class, Map.of());
		return file.numbers("error_total")[0];
	}

	private static long known(FakeContext file, String path) {
		return Arrays.stream(file.numbers(path)).filter(v -> !Double.isNaN(v)).count();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ':', value = { "make_reference:minimum_overlap", "calc_error:reference_image n0 m0",
			"update_pixel_map:search_window reference_image n0 m0 subpixel subsample interpolate fill_bad_pix "
					+ "quadratic_refinement integrate clip filter",
			"update_translations:search_window reference_image n0 m0 maxiters tol",
			"pixel_map_from_data:defocus search_window filter integrate basis x_pixel_size y_pixel_size distance z wavelength "
					+ "translations" })
	void theParametersOfThe2020SuiteAreAccepted(String name, String own) {
		StepDescription step = STEPS.stream().map(StepDescription::of).filter(s -> s.name().equals(name)).findFirst().orElseThrow();
		for (String key : (own + " data mask whitefield pixel_translations pixel_map roi good_frames").split(" "))
			assertTrue(step.parameter(key).isPresent() || step.obsolete().containsKey(key) || ScanParameter.called(key).isPresent(),
					key);
	}

	@Test
	void aHigherOverlapLeavesMoreOutAndAKernelFillsHoles() {
		FakeContext all = file();
		all.run(MakeReferenceStep.class, Map.of("minimum_overlap", 0.0));
		FakeContext few = file();
		few.run(MakeReferenceStep.class, Map.of("minimum_overlap", 0.5));
		FakeContext smooth = file();
		smooth.run(MakeReferenceStep.class, Map.of("minimum_overlap", 0.0, "kernel_sigma", 1.5));
		assertTrue(known(few, "reference_image") < known(prepared, "reference_image"));
		assertTrue(known(prepared, "reference_image") < known(all, "reference_image"));
		assertTrue(known(smooth, "reference_image") >= known(all, "reference_image"));
		assertTrue(roughness(smooth) < 0.7 * roughness(all), roughness(smooth) + " of " + roughness(all));
	}

	/** Mean squared difference of neighbours. */
	private static double roughness(FakeContext file) {
		double[] values = file.numbers("reference_image");
		return IntStream.range(1, values.length).mapToDouble(c -> Math.pow(values[c] - values[c - 1], 2))
				.filter(Double::isFinite).average().orElseThrow();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void positionsAreFoundAgain(boolean gauge) {
		FakeContext file = file();
		double[] right = file.numbers("pixel_translations");
		double[] moved = right.clone();
		moved[2 * 4] += 1.4;
		moved[2 * 9 + 1] -= 0.8;
		file.put(CxiDataset.of("pixel_translations", moved, "pixel", FRAMES, 2));
		double before = error(file);
		file.run(UpdateTranslationsStep.class, Map.of("gauge", gauge, "maxiters", 4));
		double[] found = file.numbers("pixel_translations");
		assertEquals(right[2 * 4], found[2 * 4], 0.4);
		assertEquals(right[2 * 9 + 1], found[2 * 9 + 1], 0.4);
		assertTrue(error(file) < before);
		assertEquals(gauge, !Arrays.equals(prepared.numbers("pixel_map"), file.numbers("pixel_map")));
		double[] comparison = file.numbers("pixel_translations_comparison");
		assertArrayEquals(found, Arrays.copyOf(comparison, 2 * FRAMES));
		assertArrayEquals(right, Arrays.copyOfRange(comparison, 2 * FRAMES, 4 * FRAMES), 1e-9);
		assertTrue(Double.isNaN(found[0]), "frame 0 is blank");
	}

	@Test
	void updateTranslationsStopsWhenNothingIsGained() {
		FakeContext file = file();
		List<String> summary = file.run(UpdateTranslationsStep.class, Map.of("maxiters", 50, "tol", 0.5)).summary();
		assertTrue(summary.contains("iterations          2"), summary::toString);
	}

	@Test
	void aGaugeNeedsTheReferencePixel() {
		FakeContext file = file();
		file.remove("dfs");
		String message = assertThrows(InvalidDataException.class, () -> file.run(UpdateTranslationsStep.class, Map.of()))
				.getMessage();
		assertTrue(message.contains("dfs") && message.contains("gauge"), message);
		file.run(UpdateTranslationsStep.class, Map.of("gauge", false));
	}

	@Test
	void framesThatAreNotGivenHaveNoPosition() {
		FakeContext file = file();
		file.run(UpdateTranslationsStep.class, Map.of("good_frames", new int[] { 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }));
		assertEquals(20, known(file, "pixel_translations"));
	}

	@Test
	void theFactorBetweenWhitefieldAndReferenceIsFixedWithoutAChangeOfTheModel() {
		FakeContext file = file();
		double before = error(file);
		double[] whitefield = file.numbers("whitefield");
		double[] reference = file.numbers("reference_image");
		file.run(FitWhitefieldStep.class, Map.of("refine", false));
		double factor = file.numbers("whitefield")[50 * 128 + 60] / whitefield[50 * 128 + 60];
		assertTrue(Math.abs(factor - 1) > 1e-4, "factor " + factor);
		double[] normalised = file.numbers("reference_image");
		for (int c = 0; c < reference.length; c++)
			if (!Double.isNaN(reference[c]))
				assertEquals(reference[c], normalised[c] * factor, 1e-5);
		file.run(CalcErrorStep.class, Map.of());
		assertEquals(before, file.numbers("error_total")[0], 1e-5 * before);
	}

	@Test
	void aFittedWhitefieldExplainsMore() {
		FakeContext file = file();
		double before = error(file);
		file.run(FitWhitefieldStep.class, Map.of());
		file.run(CalcErrorStep.class, Map.of());
		assertTrue(file.numbers("error_total")[0] < before);
	}

	@Test
	void errorsOfTheSamplesHaveTheProjectionsAsMeans() {
		FakeContext file = file();
		file.run(CalcErrorStep.class, Map.of("residual", true, "forward", true));
		assertArrayEquals(new int[] { FRAMES, 96, 128 }, file.dataset("error_residual").getShape());
		double[] samples = file.numbers("error_residual");
		double[] pixel = file.numbers("error_pixel");
		double[] frame = file.numbers("error_frame");
		for (int p = 0; p < PIXELS; p++) {
			int place = p;
			double mean = IntStream.range(0, FRAMES).mapToDouble(n -> samples[n * PIXELS + place]).filter(v -> !Double.isNaN(v))
					.average().orElse(Double.NaN);
			assertEquals(pixel[p], mean, 1e-4, "pixel " + p);
		}
		for (int n = 0; n < FRAMES; n++)
			assertEquals(frame[n], Arrays.stream(samples, n * PIXELS, (n + 1) * PIXELS).filter(v -> !Double.isNaN(v)).average()
					.orElse(Double.NaN), 1e-4, "frame " + n);
	}

	@Test
	void forwardIsTheModel() {
		FakeContext file = file();
		file.run(CalcErrorStep.class, Map.of("forward", true));
		assertFalse(file.has("error_residual"));
		double[] forward = file.numbers("forward");
		double[] whitefield = file.numbers("whitefield");
		float[] frame = new float[PIXELS];
		double modelled = 0;
		double empty = 0;
		for (int n = 1; n < FRAMES; n++) {
			file.scan().frames().read(n, 1, frame);
			for (int p = 0; p < PIXELS; p++)
				if (!Double.isNaN(forward[n * PIXELS + p])) {
					modelled += Math.pow(frame[p] - forward[n * PIXELS + p], 2);
					empty += Math.pow(frame[p] - whitefield[p], 2);
				}
		}
		assertTrue(modelled < 0.5 * empty, modelled / empty + " of the whitefield's");
		assertTrue(Double.isNaN(forward[50 * 128 + 60]), "frame 0 is blank");
	}

	@Test
	void aReferenceImageWithoutAValueIsAnError() {
		String message = assertThrows(InvalidDataException.class,
				() -> file().run(MakeReferenceStep.class, Map.of("minimum_overlap", 1e9))).getMessage();
		assertTrue(message.contains("--minimum-overlap"), message);
	}

	@Test
	void aReferenceImageOfAnotherPlaceIsNotUsed() {
		FakeContext file = file();
		file.put(CxiDataset.of("n0", new double[] { 1e6 }, "pixel"));
		List<Class<? extends Step>> steps = List.of(UpdatePixelMapStep.class, UpdateTranslationsStep.class, CalcErrorStep.class);
		for (Class<? extends Step> step : steps) {
			String message = assertThrows(InvalidDataException.class, () -> file.run(step, Map.of())).getMessage();
			assertTrue(message.contains("make_reference"), message);
		}
	}

	@Test
	void aReferenceImageIsMadeWhereThereIsNone() {
		List<Class<? extends Step>> steps = List.of(UpdateTranslationsStep.class, FitWhitefieldStep.class, CalcErrorStep.class);
		for (Class<? extends Step> step : steps) {
			FakeContext with = file();
			FakeContext without = file();
			for (String path : new String[] { "reference_image", "reference_overlap", "n0", "m0" })
				without.remove(path);
			List<CxiDataset> expected = with.run(step, Map.of()).datasets();
			without.run(step, Map.of());
			for (CxiDataset dataset : expected)
				assertArrayEquals(with.numbers(dataset.path()), without.numbers(dataset.path()), dataset.path());
		}
	}
}
