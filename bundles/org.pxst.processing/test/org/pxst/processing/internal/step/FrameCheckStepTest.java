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
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;

class FrameCheckStepTest {
	private static final int FRAMES = 12;
	private static final int ROWS = 30;
	private static final int COLUMNS = 40;

	/** Twelve frames of a beam: frame 2 is blank, 4 dim, 6 too bright, and in 9 the beam has moved; a pixel is hot. */
	private final float[][] frames = new float[FRAMES][ROWS * COLUMNS];

	FrameCheckStepTest() {
		for (int n = 0; n < FRAMES; n++)
			for (int p = 0; p < ROWS * COLUMNS; p++) {
				double moved = n == 9 ? 6 : 0;
				double beam = Math.hypot(p / COLUMNS - 15, p % COLUMNS - 18 - moved) < 9 ? 100 + (p * 7 + n * 5) % 11 : 1;
				frames[n][p] = (float) (beam * switch (n) {
				case 2 -> 0;
				case 4 -> 0.3;
				case 6 -> 3;
				default -> 1;
				});
			}
	}

	private FakeContext context() {
		return new FakeContext(new Scan("beam", new MemoryFrameSource(ROWS, COLUMNS, frames), Mask.allGood(ROWS, COLUMNS),
				new Geometry(1, DistanceFrom.FOCUS, 55e-6, 55e-6, 1e-10, OptionalDouble.empty()),
				new SamplePositions(new double[FRAMES], new double[FRAMES])));
	}

	@Test
	void theSummaryNamesEachFrameAndWhy() {
		FakeContext context = context();
		List<String> summary = context.run(FrameCheckStep.class, Map.of()).summary();
		assertArrayEquals(new double[] { 0, 1, 3, 5, 7, 8, 9, 10, 11 }, context.numbers("good_frames"));
		assertEquals(List.of("good frames         9 of 12",
				"frame 2             left out: blank, 0.000 of the median frame's intensity, at least 0.500 is usual"), summary.subList(0, 2));
		assertTrue(summary.get(2).startsWith("frame 4             left out: beam dip, 0.3"), summary.get(2));
		assertTrue(summary.get(3).startsWith("frame 6             left out: too bright, 3.0"), summary.get(3));
		assertEquals(4, summary.size());
		double[] intensity = context.numbers("frame_intensity");
		assertEquals(FRAMES, intensity.length);
		for (int n = 0; n < FRAMES; n++) {
			float[] frame = frames[n];
			assertEquals(IntStream.range(0, frame.length).mapToDouble(p -> frame[p]).average().orElseThrow(), intensity[n], 1e-4);
		}
		assertFalse(context.has("frame_correlation"));
	}

	@Test
	void thePartCanBeChosenAndFramesAsWell() {
		FakeContext context = context();
		context.run(FrameCheckStep.class, Map.of("least", 0.2, "good_frames", new int[] { 0, 1, 2, 3, 4, 6, 11 }));
		assertArrayEquals(new double[] { 0, 1, 3, 4, 6, 11 }, context.numbers("good_frames"));
		assertTrue(Double.isNaN(context.numbers("frame_intensity")[5]));
	}

	@Test
	void aBeamThatMovedIsFoundByStructureInSpiteOfHotPixels() {
		for (int n = 0; n < FRAMES; n++)
			frames[n][10 * COLUMNS + 20] = n % 2 * 60000f;
		FakeContext context = context();
		boolean[] good = new boolean[ROWS * COLUMNS];
		Arrays.fill(good, true);
		good[10 * COLUMNS + 20] = false;
		context.put(CxiDataset.of("mask", good, "", ROWS, COLUMNS));
		// the intensity is judged by what the detector says is good, as in a reconstruction: here only the structure matters
		List<String> summary = context.run(FrameCheckStep.class, Map.of("by_structure", true, "least", 0.0)).summary();
		double[] correlations = context.numbers("frame_correlation");
		assertTrue(correlations[9] < 0.7 && correlations[8] > 0.9, () -> Arrays.toString(correlations));
		assertTrue(summary.stream().anyMatch(line -> line.startsWith("frame 9             left out: light is elsewhere")),
				summary::toString);
		assertTrue(Arrays.stream(context.numbers("good_frames")).noneMatch(n -> n == 9));
		assertTrue(Arrays.stream(context.numbers("good_frames")).anyMatch(n -> n == 8));
	}

	@Test
	void structureNeedsNoMask() {
		FakeContext context = context();
		context.run(FrameCheckStep.class, Map.of("by_structure", true));
		assertArrayEquals(new double[] { 0, 1, 3, 5, 7, 8, 10, 11 }, context.numbers("good_frames"));
		assertTrue(Double.isNaN(context.numbers("frame_correlation")[2]));
	}

	@Test
	void whatTheModelDoesNotExplainIsFoundByError() {
		FakeContext context = context();
		double[] errors = new double[FRAMES];
		for (int n = 0; n < FRAMES; n++)
			errors[n] = n == 11 ? 3 : n == 7 ? Double.NaN : 0.3 + 0.01 * n;
		context.put(CxiDataset.of("error_frame", errors, "1", FRAMES));
		List<String> summary = context.run(FrameCheckStep.class, Map.of("by_error", true)).summary();
		assertArrayEquals(new double[] { 0, 1, 3, 5, 7, 8, 9, 10 }, context.numbers("good_frames"));
		assertTrue(summary.stream().anyMatch(
				line -> line.startsWith("frame 11            left out: the model does not explain it, error 3.000, at most 0.")),
				summary::toString);
	}

	@Test
	void whatIsMissingIsAnErrorThatSaysWhatToDo() {
		FakeContext context = context();
		String message = assertThrows(InvalidDataException.class, () -> context.run(FrameCheckStep.class, Map.of("by_error", true)))
				.getMessage();
		assertTrue(message.contains("pxst calc_error"), message);
		for (float[] frame : frames)
			Arrays.fill(frame, 0);
		message = assertThrows(InvalidDataException.class, () -> context().run(FrameCheckStep.class, Map.of())).getMessage();
		assertEquals("0 of 12 frames are good; at least 3 are needed; see whether there was beam, or give frame_check a lower --least",
				message);
	}
}
