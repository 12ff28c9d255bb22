// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.scan.Scan;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.io.cxi.CxiDataset;

class DefocusSweepStepTest {
	private final SimulatedScan simulated = simulated(Sample.STAR, 0);
	private final FakeContext context = new FakeContext(simulated.scan());

	private static SimulatedScan simulated(Sample sample, double astigmatism) {
		return new Simulator().simulate(SimulationSettings.builder(Size.TINY).sample(sample).astigmatism(astigmatism).coma(0)
				.spherical(0).c3(0, 0).c4(0, 0).ripple(0).build(), new IMonitor.Stub());
	}

	private static List<String> sweep(FakeContext context, SimulatedScan simulated, Map<String, Object> given) {
		Map<String, Object> values = new HashMap<>(Map.of("mask", simulated.truth().mask(), "whitefield",
				simulated.truth().whitefield(), "good_frames", simulated.truth().goodFrames(), "roi", new Roi(8, 88, 11, 117)));
		values.putAll(given);
		return context.run(DefocusSweepStep.class, values).summary();
	}

	@ParameterizedTest
	@EnumSource(Sample.class)
	void theRangeIsFoundAndTheDefocusInIt(Sample sample) {
		SimulatedScan scan = simulated(sample, 0);
		FakeContext found = new FakeContext(scan.scan());
		List<String> summary = sweep(found, scan, Map.of("n", 40));
		assertEquals(1, found.numbers("defocus")[0] / scan.truth().defocus(), 0.08);
		double[] tried = found.numbers("defocus_sweep");
		assertArrayEquals(new int[] { 40, 2 }, found.dataset("defocus_sweep").getShape());
		// each larger than the last by the same factor, the same for both axes
		for (int k = 1; k < 40; k++) {
			assertEquals(tried[2 * k], tried[2 * k + 1]);
			assertEquals(tried[2] / tried[0], tried[2 * k] / tried[2 * k - 2], 1e-9);
		}
		assertTrue(tried[0] < 0.5 * scan.truth().defocus() && tried[78] > 2 * scan.truth().defocus(), summary::toString);
		double[] score = found.numbers("defocus_score");
		int best = IntStream.range(0, 40).filter(k -> tried[2 * k] == found.numbers("defocus_ss")[0]).findFirst().orElseThrow();
		assertEquals(DoubleStream.of(score).filter(s -> !Double.isNaN(s)).max().orElseThrow(), score[best]);
		// between 4 and all of the frames overlap
		double frames = score[best] / found.numbers("defocus_contrast")[best];
		assertTrue(frames > 10 && frames < 24, "" + frames);
		// it stands out
		double[] sorted = DoubleStream.of(score).filter(s -> !Double.isNaN(s)).sorted().toArray();
		assertTrue(score[best] > 4 * sorted[sorted.length / 2], () -> Arrays.toString(sorted));
		assertEquals(40, found.dataset("Os").getShape()[0]);
	}

	@Test
	void aRangeThatIsGivenIsLinear() {
		double right = simulated.truth().defocus();
		List<String> summary = sweep(context, simulated, Map.of("z1_min", 0.9 * right, "z1_max", 1.3 * right, "n", 5, "images", false));
		assertArrayEquals(new double[] { 0.9, 0.9, 1, 1, 1.1, 1.1, 1.2, 1.2, 1.3, 1.3 },
				DoubleStream.of(context.numbers("defocus_sweep")).map(z -> z / right).toArray(), 1e-12);
		assertEquals(right, context.numbers("defocus")[0], 1e-12);
		assertFalse(context.has("Os"));
		assertTrue(summary.get(3).startsWith("contrast            ") && !summary.get(3).contains("end of the range"), summary::toString);
		summary = sweep(context, simulated, Map.of("z1_min", right, "z1_max", 1.3 * right, "n", 3, "images", false));
		assertTrue(summary.get(3).contains("end of the range"), summary::toString);
	}

	@Test
	void bothAxesByThemselves() {
		SimulatedScan scan = simulated(Sample.SPECKLE, 0.06);
		FakeContext found = new FakeContext(scan.scan());
		double right = scan.truth().defocus();
		sweep(found, scan, Map.of("z1_min", 0.88 * right, "z1_max", 1.12 * right, "n", 5, "separate_axes", true));
		assertEquals(1.06 * right, found.numbers("defocus_ss")[0], 1e-9);
		assertEquals(0.94 * right, found.numbers("defocus_fs")[0], 1e-9);
		assertEquals(0.06 * right, found.numbers("astigmatism")[0], 1e-9);
		assertEquals(25, found.numbers("defocus_contrast").length);
	}

	@Test
	void whatCannotBeSweptIsAnErrorThatSaysWhatToDo() {
		assertTrue(message(Map.of("separate_axes", true)).contains("at most 50"));
		assertTrue(message(Map.of("z1_min", 1e-3, "z1_max", 1e-4)).contains("must be larger"));
		assertTrue(message(Map.of("z1_min", 1e-9, "z1_max", 2e-9, "n", 2)).contains("more than 32 frames"));
	}

	private String message(Map<String, Object> given) {
		return assertThrows(InvalidDataException.class, () -> sweep(context, simulated, given)).getMessage();
	}

	@Test
	void theRangeOfAnyScan() {
		// neighbours 1 um apart, out of order, twice at one place; a detector of 100 x 200 pixels of 50 um
		double[] ss = { 0, 2e-6, 0, 1e-6, 2e-6 };
		double[] fs = { 0, 0, 0, 0, 1e-6 };
		Scan scan = scan(ss, fs, DistanceFrom.FOCUS);
		SweepRange range = SweepRange.of(scan, new int[] { 0, 1, 2, 3, 4 }, Roi.full(100, 200));
		// magnification 5000 moves neighbours by the detector's 5 mm
		assertEquals(2.0 / 5000, range.low(), 1e-12);
		assertEquals(256.0 / 5000, range.high(), 1e-12);
		SweepRange fromSample = SweepRange.of(scan(ss, fs, DistanceFrom.SAMPLE), new int[] { 0, 1, 2, 3, 4 }, Roi.full(100, 200));
		assertEquals(1.0 / 2499, fromSample.low(), 1e-12);
		assertThrows(InvalidDataException.class, () -> SweepRange.of(scan, new int[] { 0, 2 }, Roi.full(100, 200)));
		assertArrayEquals(new double[] { 1, 2, 3 }, new SweepRange(1, 3).linear(3));
		assertArrayEquals(new double[] { 1, 2, 4 }, new SweepRange(1, 4).geometric(3), 1e-12);
	}

	private static Scan scan(double[] ss, double[] fs, DistanceFrom from) {
		return new Scan("positions", new MemoryFrameSource(100, 200, new float[ss.length][100 * 200]),
				Mask.allGood(100, 200), new Geometry(1, from, 50e-6, 50e-6, 1e-10, OptionalDouble.empty()),
				new SamplePositions(ss, fs));
	}

	@Test
	void imagesArePaddedAndThoseTooLargeCut() {
		SweepImages images = new SweepImages(3, 4, 4, 3 * 16);
		images.add(Optional.of(Image.constant(2, 2, 7)));
		images.add(Optional.empty());
		float[] large = new float[6 * 8];
		for (int p = 0; p < large.length; p++)
			large[p] = p;
		images.add(Optional.of(new Image(6, 8, large)));
		CxiDataset stack = images.dataset("Os");
		assertArrayEquals(new int[] { 3, 4, 4 }, stack.shape());
		float n = Float.NaN;
		List<Float> expected = new ArrayList<>(List.of(n, n, n, n, n, 7f, 7f, n, n, 7f, 7f, n, n, n, n, n));
		for (int k = 0; k < 16; k++)
			expected.add(n);
		for (int i = 1; i < 5; i++)
			for (int j = 2; j < 6; j++)
				expected.add((float) (8 * i + j));
		float[] values = (float[]) stack.values();
		assertEquals(expected, IntStream.range(0, values.length).mapToObj(k -> values[k]).toList(), () -> Arrays.toString(values));
	}
}
