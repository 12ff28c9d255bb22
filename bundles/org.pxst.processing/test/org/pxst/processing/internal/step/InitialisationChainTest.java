// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.InvalidDataException;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Builder;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.internal.StartOfReconstruction;

/** The steps one after the other find, to the last bit, what the automatic reconstruction finds. */
class InitialisationChainTest {
	private static Scan simulated(Builder settings) {
		return new Simulator().simulate(settings.build(), new IMonitor.Stub()).scan();
	}

	private static int[] all(Scan scan) {
		return IntStream.range(0, scan.frames().frames()).toArray();
	}

	private static FakeContext chain(Scan scan, Map<String, Object> roi, Map<String, Object> defocus) {
		FakeContext context = new FakeContext(scan);
		context.run(FrameCheckStep.class, Map.of());
		context.run(MakeMaskStep.class, Map.of());
		context.run(MakeWhitefieldStep.class, Map.of());
		if (roi.isEmpty())
			context.run(GuessRoiStep.class, Map.of());
		context.run(FitDefocusRegistrationStep.class, with(roi, defocus));
		context.run(GeneratePixelMapStep.class, roi);
		return context;
	}

	private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> others) {
		return others.isEmpty() ? some : others;
	}

	private static void same(StartOfReconstruction expected, FakeContext found) {
		assertArrayEquals(Arrays.stream(expected.goodFrames()).asDoubleStream().toArray(), found.numbers("good_frames"));
		boolean[] good = expected.mask().good();
		assertArrayEquals(IntStream.range(0, good.length).mapToDouble(p -> good[p] ? 1 : 0).toArray(), found.numbers("mask"));
		float[] whitefield = expected.whitefield().values();
		assertArrayEquals(IntStream.range(0, whitefield.length).mapToDouble(p -> whitefield[p]).toArray(),
				found.numbers("whitefield"));
		assertEquals(expected.defocusSs(), found.numbers("defocus_ss")[0]);
		assertEquals(expected.defocusFs(), found.numbers("defocus_fs")[0]);
		assertEquals((expected.defocusSs() + expected.defocusFs()) / 2, found.numbers("defocus")[0]);
		assertEquals((expected.defocusSs() - expected.defocusFs()) / 2, found.numbers("astigmatism")[0]);
		assertEquals(expected.significance(), found.numbers("defocus_significance")[0]);
		assertEquals(expected.distance(), found.numbers("distance")[0]);
		assertEquals(expected.dss(), found.numbers("dss")[0]);
		assertEquals(expected.dfs(), found.numbers("dfs")[0]);
		sameMap(expected, found);
		double[] translations = found.numbers("pixel_translations");
		for (int n = 0; n < expected.recorded().frames(); n++) {
			assertEquals(expected.recorded().ss()[n], translations[2 * n]);
			assertEquals(expected.recorded().fs()[n], translations[2 * n + 1]);
		}
	}

	private static void sameMap(StartOfReconstruction expected, FakeContext found) {
		PixelMap map = expected.map();
		int pixels = map.ss().length;
		double[] both = new double[2 * pixels];
		double[] residual = new double[2 * pixels];
		for (int p = 0; p < pixels; p++) {
			boolean inside = expected.area().good()[p];
			both[p] = inside ? map.ss()[p] : Double.NaN;
			both[pixels + p] = inside ? map.fs()[p] : Double.NaN;
			residual[p] = both[p] - p / map.columns();
			residual[pixels + p] = both[pixels + p] - p % map.columns();
		}
		assertArrayEquals(both, found.numbers("pixel_map"));
		assertArrayEquals(residual, found.numbers("pixel_map_residual"));
	}

	private static double[] numbers(Roi roi) {
		return new double[] { roi.ss0(), roi.ss1(), roi.fs0(), roi.fs1() };
	}

	@ParameterizedTest
	@EnumSource(Sample.class)
	void aScanAlone(Sample sample) {
		Scan scan = simulated(SimulationSettings.builder(Size.TINY).sample(sample).badFrames(0, 7));
		StartOfReconstruction expected = StartOfReconstruction.of(scan, all(scan), ReconstructionSettings.defaults());
		FakeContext found = chain(scan, Map.of(), Map.of());
		assertEquals(23, expected.goodFrames().length);
		assertArrayEquals(numbers(expected.roi()), found.numbers("roi"));
		same(expected, found);
	}

	@Test
	void aWhitefieldNeedsAGoodPixel() {
		Scan scan = simulated(SimulationSettings.builder(Size.TINY));
		int rows = scan.frames().rows();
		int columns = scan.frames().columns();
		Map<String, Object> none = Map.of("mask", new Mask(rows, columns, new boolean[rows * columns]));
		FakeContext file = new FakeContext(scan);
		String message = assertThrows(InvalidDataException.class, () -> file.run(MakeWhitefieldStep.class, none)).getMessage();
		assertTrue(message.contains("make_mask"), message);
	}

	@Test
	void aMaskNeedsFramesToCompare() {
		FakeContext file = new FakeContext(simulated(SimulationSettings.builder(Size.TINY)));
		Map<String, Object> two = Map.of("good_frames", new int[] { 5, 6 });
		String message = assertThrows(InvalidDataException.class, () -> file.run(MakeMaskStep.class, two)).getMessage();
		assertTrue(message.contains("2 good frames") && message.contains("at least 3"), message);
	}

	@Test
	void pixelsThatAreNotSquare() {
		Scan scan = simulated(SimulationSettings.builder(Size.TINY).astigmatism(-0.03).coma(0).spherical(0).pixelSize(55e-6, 75e-6));
		StartOfReconstruction expected = StartOfReconstruction.of(scan, all(scan), ReconstructionSettings.defaults());
		FakeContext found = chain(scan, Map.of(), Map.of());
		assertArrayEquals(numbers(expected.roi()), found.numbers("roi"));
		same(expected, found);
	}

	@Test
	void aRegionOfInterestAndADefocusToStartFrom() {
		Scan scan = simulated(SimulationSettings.builder(Size.TINY));
		Roi roi = new Roi(20, 80, 15, 110);
		ReconstructionSettings settings = new ReconstructionSettings(LoopSettings.defaults(), OptionalDouble.of(0.9e-3),
				Optional.of(roi), ComputeRequest.automatic());
		same(StartOfReconstruction.of(scan, all(scan), settings),
				chain(scan, Map.of("roi", roi), Map.of("roi", roi, "defocus_start", 0.9e-3)));
	}
}
