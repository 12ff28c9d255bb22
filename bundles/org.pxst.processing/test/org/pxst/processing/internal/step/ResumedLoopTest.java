// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pxst.processing.internal.step.LoopTrial.COLUMNS;
import static org.pxst.processing.internal.step.LoopTrial.ROWS;
import static org.pxst.processing.internal.step.LoopTrial.SCAN;
import static org.pxst.processing.internal.step.LoopTrial.assertSame;
import static org.pxst.processing.internal.step.LoopTrial.iterations;
import static org.pxst.processing.internal.step.LoopTrial.resume;
import static org.pxst.processing.internal.step.LoopTrial.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.SearchWindow;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.StepResult;

/** pixel_map_from_data goes on from a file as if it had not been stopped. */
class ResumedLoopTest {
	private static final Map<String, Object> NOTHING = Map.of();

	private static FakeContext whole;

	@BeforeAll
	static void runToTheEnd() {
		whole = run(NOTHING);
	}

	/** Cancels within an iteration. */
	private static final class Impatient extends IMonitor.Stub {
		private final int iterations;
		private final int checks;
		private int done;
		private final AtomicInteger asked = new AtomicInteger();

		Impatient(int iterations, int checks) {
			this.iterations = iterations;
			this.checks = checks;
		}

		@Override
		public void worked(int amount) {
			done++;
		}

		@Override
		public boolean isCancelled() {
			return done >= iterations && asked.incrementAndGet() > checks;
		}
	}

	private static FakeContext copy(FakeContext file) {
		FakeContext copy = new FakeContext(SCAN);
		file.written().forEach(copy::put);
		return copy;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void stoppedAndResumed(int iterations) {
		FakeContext file = run(Map.of("iterations", iterations));
		assertEquals(iterations, iterations(file));
		assertTrue(Arrays.stream(file.numbers("pixel_map")).anyMatch(Double::isNaN), "there are pixels outside the area");
		StepResult result = resume(file, NOTHING);
		assertSame(whole, file);
		assertEquals(List.of(), result.runs());
	}

	@Test
	void stoppedAfterEachIteration() {
		FakeContext file = run(Map.of("iterations", 1));
		while (iterations(file) < iterations(whole))
			resume(file, Map.of("iterations", 1));
		assertSame(whole, file);
	}

	@Test
	void theParametersAreGivenAgain() {
		Map<String, Object> given = Map.of("search_window", new SearchWindow(15, 9), "filter", 2.5, "irrotational", true,
				"refine_positions", false, "refine_whitefield", false, "iterations", 2);
		FakeContext file = run(given);
		resume(file, given);
		FakeContext expected = new FakeContext(SCAN);
		expected.run(PixelMapFromDataStep.class, with(given, "iterations", 4));
		assertSame(expected, file);
	}

	private static Map<String, Object> with(Map<String, Object> some, String name, Object value) {
		Map<String, Object> all = new HashMap<>(some);
		all.put(name, value);
		return all;
	}

	@ParameterizedTest
	@CsvSource({ "1,0", "3,1", "3,40", "4,300" })
	void cancelledWithinAnIterationAndResumed(int iterations, int checks) {
		FakeContext cancelled = new FakeContext(SCAN, new Impatient(iterations, checks));
		StepResult result = cancelled.run(PixelMapFromDataStep.class, NOTHING);
		assertTrue(result.summary().toString().contains(iterations + ", interrupted"), () -> result.summary().toString());
		assertEquals(List.of(Map.of("iterations", new LongLiteral(iterations))), result.runs());
		FakeContext file = copy(cancelled);
		resume(file, NOTHING);
		assertSame(whole, file);
	}

	@Test
	void cancelledAgainBeforeAnIterationHasEnded() {
		FakeContext file = new FakeContext(SCAN, new Impatient(0, 30));
		run(Map.of("iterations", 2)).written().forEach(file::put);
		assertThrows(CancelledException.class, () -> resume(file, NOTHING));
	}

	@Test
	void whatIsOutsideTheAreaDoesNotMatter() {
		Map<String, Object> inside = Map.of("roi", new Roi(8, 56, 10, 72), "iterations", 3);
		FakeContext expected = run(with(inside, "iterations", 6));
		FakeContext file = run(inside);
		double[] map = file.numbers("pixel_map");
		assertTrue(Arrays.stream(map).filter(Double::isNaN).count() >= 2 * (ROWS * COLUMNS - 48 * 62));
		resume(file, Map.of("iterations", 3));
		assertSame(expected, file);
	}

	@Test
	void afterConvergenceItDoesWhatIsAskedFor() {
		FakeContext file = copy(whole);
		StepResult result = resume(file, Map.of("iterations", 5, "tolerance", 0.0));
		assertEquals(iterations(whole) + 5, iterations(file));
		assertEquals(List.of(), result.runs());
		assertArrayEquals(whole.numbers("error_iteration"),
				Arrays.copyOf(file.numbers("error_iteration"), iterations(whole)));
	}

	@Test
	void afterConvergenceItConvergesAgain() {
		FakeContext file = copy(whole);
		resume(file, NOTHING);
		assertTrue(iterations(file) >= iterations(whole) + 2);
		assertTrue(iterations(file) < iterations(whole) + 40);
	}

	@Test
	void withoutAToleranceItDoesAllIterations() {
		FakeContext file = run(Map.of("iterations", iterations(whole) + 3, "tolerance", 0.0));
		assertEquals(iterations(whole) + 3, iterations(file));
	}

	@Test
	void aMaskThatWasEditedMeanwhileCounts() {
		FakeContext file = run(Map.of("iterations", 2));
		double[] mask = file.numbers("mask");
		boolean[] good = new boolean[mask.length];
		for (int p = 0; p < good.length; p++)
			good[p] = mask[p] != 0 && !(p / COLUMNS > 24 && p / COLUMNS < 28);
		file.put(CxiDataset.of("mask", good, "", ROWS, COLUMNS));
		resume(file, Map.of("iterations", 1));
		assertTrue(Double.isNaN(file.numbers("error_pixel")[26 * COLUMNS + 40]));
		assertFalse(Double.isNaN(file.numbers("error_pixel")[32 * COLUMNS + 40]));
		assertFalse(Double.isNaN(file.numbers("pixel_map")[26 * COLUMNS + 40]), "it is filled");
	}

	private static String refusal(FakeContext file, Map<String, Object> given) {
		String message = assertThrows(InvalidDataException.class, () -> resume(file, given)).getMessage();
		assertFalse(message.contains("\n"), message);
		return message;
	}

	@Test
	void thereMustBeIterations() {
		assertEquals("there are no iterations to go on from in /speckle_tracking; run pxst pixel_map_from_data first",
				refusal(new FakeContext(SCAN), NOTHING));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mask", "whitefield", "roi", "checked_frames", "good_frames", "defocus_ss", "defocus_fs", "distance",
			"dss", "dfs", "pixel_map", "pixel_translations", "pixel_translations_comparison", "error_iteration",
			"pixel_map_change_iteration", "pixel_translations_change_iteration", "search_window_iteration", "filter_iteration",
			"main_loop_settings" })
	void nothingMayBeMissing(String path) {
		FakeContext file = copy(whole);
		file.remove(path);
		String message = refusal(file, NOTHING);
		assertTrue(message.contains("/speckle_tracking/" + path) && message.contains("without resume"), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mask", "whitefield", "pixel_map", "pixel_translations", "pixel_translations_comparison",
			"error_iteration", "filter_iteration", "main_loop_memory", "main_loop_settings", "roi", "defocus_ss", "dss" })
	void whatIsThereMustFit(String path) {
		FakeContext file = copy(whole);
		int[] shape = file.dataset(path).getShape();
		for (int k = 0; k < shape.length; k++)
			shape[k] = shape[k] == 2 ? 2 : shape[k] + 1;
		int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
		file.put(CxiDataset.of(path, new double[size], "", shape));
		assertTrue(refusal(file, NOTHING).contains(path.equals("roi") ? "[ss0, ss1, fs0, fs1]" : path));
	}

	@Test
	void aFrameWithoutAPosition() {
		FakeContext file = copy(whole);
		file.put(CxiDataset.of("good_frames", new long[] { 0, 1, 2, 3 }, "", 4));
		assertTrue(refusal(file, NOTHING).contains("frame 0 "));
	}

	@ParameterizedTest
	@CsvSource({ "main_loop_settings,0,-1", "main_loop_settings,2,NaN", "main_loop_memory,0,0", "main_loop_memory,0,1000",
			"main_loop_memory,1,NaN", "main_loop_memory,2,2.5", "main_loop_memory,5,NaN" })
	void whatNobodyCanHaveWritten(String path, int index, double value) {
		FakeContext file = copy(whole);
		double[] values = file.numbers(path);
		values[index] = value;
		file.put(CxiDataset.of(path, values, "", values.length));
		String message = refusal(file, NOTHING);
		assertTrue(message.contains("run pxst pixel_map_from_data without resume"), message);
	}

	@Test
	void whatTheFileSaysIsNotGivenAgain() {
		String message = refusal(copy(whole), Map.of("roi", new Roi(0, 90, 0, 90), "defocus", 1e-3, "good_frames", new int[] { 1, 2 }));
		assertTrue(message.contains("leave out defocus, roi, good_frames"), message);
	}
}
