// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pxst.compute.SearchWindow;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.StepResult;

class UpdatePixelMapStepTest {
	private static final int PIXELS = 96 * 128;
	private static final SearchWindow WINDOW = new SearchWindow(11, 11);

	private static StartedScan started;

	@BeforeAll
	static void start() {
		started = StartedScan.tiny();
	}

	private static FakeContext updated(Map<String, Object> given) {
		FakeContext file = started.file();
		update(file, given);
		return file;
	}

	private static StepResult update(FakeContext file, Map<String, Object> given) {
		Map<String, Object> all = new HashMap<>(given);
		all.putIfAbsent("search_window", WINDOW);
		return file.run(UpdatePixelMapStep.class, all);
	}

	private static double error(FakeContext file) {
		file.run(MakeReferenceStep.class, Map.of());
		file.run(CalcErrorStep.class, Map.of());
		return file.numbers("error_total")[0];
	}

	static Stream<Map<String, Object>> options() {
		return Stream.of(Map.of(), Map.of("subpixel", true), Map.of("subpixel", true, "quadratic_refinement", false),
				Map.of("quadratic_refinement", false), Map.of("integrate", true), Map.of("filter", 0.0),
				Map.of("grid", new int[] { 24, 32 }, "interpolate", true), Map.of("over_relaxation", 1.0));
	}

	@ParameterizedTest
	@MethodSource("options")
	void theModelExplainsMoreWithEveryOption(Map<String, Object> given) {
		double before = error(started.file());
		double after = error(updated(given));
		assertTrue(after < 0.8 * before, () -> given + ": " + after + " after, " + before + " before");
	}

	@Test
	void isKnownWhereItWas() {
		double[] before = started.file().numbers("pixel_map");
		FakeContext file = updated(Map.of());
		double[] after = file.numbers("pixel_map");
		double[] residual = file.numbers("pixel_map_residual");
		double[] mask = file.numbers("mask");
		double[] errors = file.numbers("error_pixel_search");
		for (int p = 0; p < PIXELS; p++) {
			assertEquals(Double.isNaN(before[p]), Double.isNaN(after[p]), "pixel " + p);
			assertEquals(Double.isNaN(before[p]) || mask[p] == 0, Double.isNaN(errors[p]), "pixel " + p);
			assertEquals(after[p] - p / 128, residual[p]);
			assertEquals(after[PIXELS + p] - p % 128, residual[PIXELS + p]);
		}
	}

	@Test
	void aWindowFromTheErrorLandscapeIsSaid() {
		FakeContext automatic = started.file();
		Map<String, Object> none = new HashMap<>();
		none.put("search_window", null);
		String line = automatic.run(UpdatePixelMapStep.class, none).summary().get(0);
		assertTrue(line.matches("search window {7}\\d+ x \\d+ pixels, chosen from the error landscape"), line);
		String[] widths = line.substring(20).split("[ x]+");
		FakeContext given = updated(Map.of("search_window", new SearchWindow(Integer.parseInt(widths[0]), Integer.parseInt(widths[1]))));
		assertArrayEquals(given.numbers("pixel_map"), automatic.numbers("pixel_map"));
	}

	/** Grid pixels in the corners of the area's box are dark. */
	@Test
	void aGridAloneMovesNothingElse() {
		double[] before = started.file().numbers("pixel_map");
		double[] after = updated(Map.of("grid", new int[] { 6, 8 })).numbers("pixel_map");
		int moved = 0;
		for (int p = 0; p < PIXELS; p++)
			if (!Double.isNaN(before[p]) && before[p] != after[p])
				moved++;
		assertTrue(moved > 30 && moved <= 48, moved + " of 48 moved");
	}

	@Test
	void aGridWithInterpolationIsNearTheWholeSearch() {
		double[] all = updated(Map.of("filter", 3.0)).numbers("pixel_map");
		double[] grid = updated(Map.of("filter", 3.0, "grid", new int[] { 46, 59 }, "interpolate", true)).numbers("pixel_map");
		double square = 0;
		int count = 0;
		for (int p = 0; p < 2 * PIXELS; p++)
			if (!Double.isNaN(all[p])) {
				square += Math.pow(all[p] - grid[p], 2);
				count++;
			}
		assertTrue(Math.sqrt(square / count) < 0.5, Math.sqrt(square / count) + " pixels rms");
	}

	@Test
	void badPixelsAreFilledUnlessNot() {
		double[] mask = started.file().numbers("mask");
		double[] before = started.file().numbers("pixel_map");
		double[] kept = updated(Map.of("fill_bad_pix", false, "over_relaxation", 1.0)).numbers("pixel_map");
		double[] filled = updated(Map.of("over_relaxation", 1.0)).numbers("pixel_map");
		int bad = 0;
		for (int p = 0; p < PIXELS; p++)
			if (!Double.isNaN(before[p]))
				if (mask[p] == 0) {
					bad++;
					assertEquals(before[p], kept[p]);
					assertFalse(before[p] == filled[p]);
				} else
					assertEquals(filled[p], kept[p]);
		assertTrue(bad > 0);
	}

	@Test
	void clippingLimitsTheStep() {
		double[] before = started.file().numbers("pixel_map");
		double[] within = updated(Map.of("clip", new double[] { 0.25 }, "over_relaxation", 1.0)).numbers("pixel_map");
		double[] range = updated(Map.of("clip", new double[] { -0.5, 0.125 }, "over_relaxation", 1.0)).numbers("pixel_map");
		double lowest = 0;
		double highest = 0;
		for (int p = 0; p < 2 * PIXELS; p++)
			if (!Double.isNaN(before[p])) {
				assertTrue(Math.abs(within[p] - before[p]) < 0.25 + 1e-9);
				lowest = Math.min(lowest, range[p] - before[p]);
				highest = Math.max(highest, range[p] - before[p]);
			}
		assertEquals(-0.5, lowest, 1e-9);
		assertEquals(0.125, highest, 1e-9);
	}

	private static void fails(FakeContext file, Map<String, Object> given, String... words) {
		String message = assertThrows(InvalidDataException.class, () -> update(file, given)).getMessage();
		for (String word : words)
			assertTrue(message.contains(word), message);
		assertFalse(message.contains("\n"), message);
	}

	@Test
	void whatDoesNotFitIsNamed() {
		fails(started.file(), Map.of("grid", new int[] { 3, 4, 5 }), "grid", "[3, 4, 5]");
		fails(started.file(), Map.of("clip", new double[] { -1 }), "clip", "[-1.0]");
		fails(started.file(), Map.of("clip", new double[] { 2, 1 }), "clip", "[2.0, 1.0]");
		fails(started.file(), Map.of("subpixel", true, "subsample", 64.0), "search_window", "320");
		fails(started.file(), Map.of("integrate", true, "grid", new int[] { 5, 5 }), "integrate", "interpolate");
		FakeContext withoutPixel = started.file();
		withoutPixel.remove("dss");
		fails(withoutPixel, Map.of("integrate", true), "dss", "generate_pixel_map");
		fails(started.file(), Map.of("mask", Mask.allGood(96, 96)), "mask", "96 x 96", "make_mask");
		fails(started.file(), Map.of("mask", new Mask(96, 128, new boolean[PIXELS])), "no good pixel of 96 x 128");
		fails(started.file(), Map.of("pixel_translations", new PixelTranslations(new double[3], new double[3])), "3 rows", "25 frames");
		FakeContext withoutOrigin = started.file();
		withoutOrigin.put(CxiDataset.of("reference_image", new float[100], "", 10, 10));
		fails(withoutOrigin, Map.of(), "n0", "make_reference");
	}

	@Test
	void canBeCancelled() {
		FakeContext file = started.file(new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		});
		assertThrows(CancelledException.class, () -> update(file, Map.of()));
	}
}
