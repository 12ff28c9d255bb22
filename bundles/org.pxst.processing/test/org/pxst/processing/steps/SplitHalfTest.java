// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.compute.internal.JavaComputeService;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.core.simulation.Truth;

class SplitHalfTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();
	private static final SearchWindow WINDOW = SearchWindow.around(2, 2);
	private static final double OVERLAP = 0.02;
	private static final PerfectScan PERFECT = new PerfectScan(3);

	private static SplitHalf.Result compared(double noise, boolean ownReferences, int seed) {
		try (ComputeScan scan = PERFECT.open(noise, 1)) {
			return new SplitHalf(WINDOW, ownReferences, OVERLAP, seed).apply(scan, PERFECT.model(), MONITOR);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void sigmaGrowsWithTheNoise(boolean ownReferences) {
		SplitHalf.Result clean = compared(0, ownReferences, 5);
		double[] ss = new double[3];
		double[] fs = new double[3];
		for (int k = 0; k < 3; k++) {
			SplitHalf.Result noisy = compared(0.02 * Math.pow(2, k), ownReferences, 5);
			// what there is without noise, from sampling between pixels, is independent of it
			ss[k] = Math.sqrt(Math.pow(noisy.sigmaSs(), 2) - Math.pow(clean.sigmaSs(), 2));
			fs[k] = Math.sqrt(Math.pow(noisy.sigmaFs(), 2) - Math.pow(clean.sigmaFs(), 2));
		}
		for (int k = 1; k < 3; k++) {
			assertEquals(2, ss[k] / ss[k - 1], 0.15);
			assertEquals(2, fs[k] / fs[k - 1], 0.15);
		}
	}

	@Test
	void withoutNoiseThereIsLittleDifference() {
		SplitHalf.Result clean = compared(0, true, 5);
		SplitHalf.Result noisy = compared(0.08, true, 5);
		assertTrue(clean.sigmaSs() < 0.1 && noisy.sigmaSs() > 0.3, clean.sigmaSs() + " " + noisy.sigmaSs());
		assertTrue(clean.sigmaFs() < 0.1 && noisy.sigmaFs() > 0.3, clean.sigmaFs() + " " + noisy.sigmaFs());
	}

	/** The map's scatter over scans that differ by their noise only is what half of the halves' difference says. */
	@ParameterizedTest
	@CsvSource({ "0.03, 1", "0.06, 2", "0.1, 3" })
	void halfOfItIsTheNoiseOfTheWholeMap(double noise, long seed) {
		SplitHalf.Result halves;
		try (ComputeScan scan = PERFECT.open(noise, seed)) {
			halves = new SplitHalf(WINDOW, true, OVERLAP, 5).apply(scan, PERFECT.model(), MONITOR);
		}
		PixelMap first = whole(noise, seed);
		PixelMap second = whole(noise, seed + 100);
		assertEquals(1, halves.mapSigmaSs() / scatter(first.ss(), second.ss(), halves), 0.1);
		assertEquals(1, halves.mapSigmaFs() / scatter(first.fs(), second.fs(), halves), 0.1);
	}

	/** The figure that the uncertainty is judged by: each pixel's scatter over 20 scans that differ by their noise only. */
	@ParameterizedTest
	@ValueSource(doubles = { 0.03, 0.08 })
	void sigmaIsTheScatterOfTwentyRealisations(double noise) {
		SplitHalf.Result halves = compared(noise, true, 5);
		Scatter scatter = new Scatter(halves.differenceSs());
		for (long seed = 1; seed <= 20; seed++)
			scatter.add(whole(noise, seed));
		assertEquals(1, halves.mapSigmaSs() / scatter.ss(), 0.15);
		assertEquals(1, halves.mapSigmaFs() / scatter.fs(), 0.15);
	}

	/**
	 * Also of a scan made with waves. With many photons the halves differ more than that, since what the model leaves out is
	 * the same in each exposure, but not in each half.
	 */
	@Test
	void sigmaIsTheScatterOfTwentyExposures() {
		SimulatedScan quiet = new Simulator().simulate(SimulationSettings.builder(Size.TINY).sample(Sample.SPECKLE)
				.counts(100).noise(false).build(), MONITOR);
		SplitHalf.Result halves = exposed(quiet, 100, (scan, model) -> new SplitHalf(WINDOW, true, OVERLAP, 5)
				.apply(scan, model, MONITOR));
		Scatter scatter = new Scatter(halves.differenceSs());
		for (long seed = 1; seed <= 20; seed++)
			scatter.add(exposed(quiet, seed, (scan, model) -> new MapSearch(WINDOW)
					.find(scan, model, scan.makeReference(model, OVERLAP, MONITOR), Samples.ALL, MONITOR).map()));
		assertEquals(1, halves.mapSigmaSs() / scatter.ss(), 0.2);
		assertEquals(1, halves.mapSigmaFs() / scatter.fs(), 0.2);
	}

	private static <T> T exposed(SimulatedScan quiet, long seed, BiFunction<ComputeScan, ForwardModel, T> work) {
		Random random = new Random(seed);
		float[][] frames = Arrays.stream(((MemoryFrameSource) quiet.scan().frames()).values()).map(float[]::clone)
				.toArray(float[][]::new);
		for (float[] frame : frames)
			for (int p = 0; p < frame.length; p++)
				frame[p] = (float) Math.max(0, Math.rint(frame[p] + Math.sqrt(frame[p]) * random.nextGaussian()));
		Truth truth = quiet.truth();
		ForwardModel model = new ForwardModel(truth.mask(), truth.whitefield(), truth.pixelMap(), truth.positions());
		try (ComputeScan scan = new JavaComputeService().open(
				new MemoryFrameSource(truth.mask().rows(), truth.mask().columns(), frames), truth.goodFrames(), MONITOR)) {
			return work.apply(scan, model);
		}
	}

	@Test
	void anglesAreReferencePixelsOverTheLever() {
		SplitHalf.Result halves = compared(0.05, true, 5);
		SplitHalf.Angles angles = halves.angles(30e-9, 50e-9, 1.2);
		assertEquals(halves.sigmaSs() * 30e-9 / 1.2, angles.sigmaSs(), 1e-20);
		assertEquals(halves.sigmaFs() * 50e-9 / 1.2, angles.sigmaFs(), 1e-20);
		assertEquals(halves.mapSigmaSs() * 30 / 1.2, angles.mapNanoradSs(), 1e-9);
		assertEquals(halves.mapSigmaFs() * 50 / 1.2, angles.mapNanoradFs(), 1e-9);
		assertThrows(IllegalArgumentException.class, () -> halves.angles(30e-9, 50e-9, 0));
		assertThrows(IllegalArgumentException.class, () -> halves.angles(-1, 50e-9, 1));
	}

	/** Robust scatter of the map over several scans. */
	private static final class Scatter {
		private final boolean[] known;
		private final List<PixelMap> maps = new ArrayList<>();

		/** @param where NaN at pixels that do not count */
		Scatter(Image where) {
			known = new boolean[where.values().length];
			for (int p = 0; p < known.length; p++)
				known[p] = !Float.isNaN(where.values()[p]);
		}

		void add(PixelMap map) {
			maps.add(map);
		}

		double ss() {
			return sigma(PixelMap::ss);
		}

		double fs() {
			return sigma(PixelMap::fs);
		}

		/** From the distances of all values from their pixel's mean, in units of what the mean takes off. */
		private double sigma(Function<PixelMap, double[]> component) {
			List<double[]> values = maps.stream().map(component).toList();
			double[] distances = new double[known.length * maps.size()];
			int n = 0;
			for (int p = 0; p < known.length; p++) {
				if (!known[p])
					continue;
				int at = p;
				double mean = values.stream().mapToDouble(v -> v[at]).average().orElseThrow();
				for (double[] map : values)
					distances[n++] = Math.abs(map[p] - mean);
			}
			Arrays.sort(distances, 0, n);
			return 1.4826 * distances[n / 2] / Math.sqrt(1 - 1.0 / maps.size());
		}
	}

	private static PixelMap whole(double noise, long seed) {
		try (ComputeScan scan = PERFECT.open(noise, seed)) {
			return new MapSearch(WINDOW).find(scan, PERFECT.model(), scan.makeReference(PERFECT.model(), OVERLAP, MONITOR),
					Samples.ALL, MONITOR).map();
		}
	}

	/** Robust sigma of each of two maps of the same variance. */
	private static double scatter(double[] a, double[] b, SplitHalf.Result where) {
		double[] distances = new double[where.pixels()];
		int n = 0;
		for (int p = 0; p < a.length; p++)
			if (!Float.isNaN(where.differenceSs().values()[p]))
				distances[n++] = Math.abs(a[p] - b[p]);
		Arrays.sort(distances);
		return 1.4826 * distances[n / 2] / Math.sqrt(2);
	}

	@Test
	void aWrongStartIsFoundByBothHalves() {
		ForwardModel truth = PERFECT.model();
		double[] ss = truth.map().ss().clone();
		for (int p = 0; p < ss.length; p++)
			ss[p] += p % 3 - 1;
		// the reference image of so wrong a map is blurred, and the halves differ more
		ForwardModel wrong = truth.with(new PixelMap(PerfectScan.ROWS, PerfectScan.COLUMNS, ss, truth.map().fs()));
		try (ComputeScan scan = PERFECT.open(0.05, 1)) {
			double sigma = new SplitHalf(WINDOW, false, OVERLAP, 5).apply(scan, wrong, MONITOR).sigmaSs();
			double right = compared(0.05, false, 5).sigmaSs();
			assertTrue(sigma > 0.8 * right && sigma < 2 * right, sigma + " " + right);
		}
	}

	@Test
	void theSeedDecides() {
		SplitHalf.Result one = compared(0.05, true, 5);
		SplitHalf.Result same = compared(0.05, true, 5);
		SplitHalf.Result other = compared(0.05, true, 6);
		assertArrayEquals(one.differenceSs().values(), same.differenceSs().values());
		assertArrayEquals(one.differenceFs().values(), same.differenceFs().values());
		assertEquals(one.sigmaSs(), same.sigmaSs());
		assertFalse(Arrays.equals(one.differenceSs().values(), other.differenceSs().values()));
		assertEquals(one.sigmaSs(), other.sigmaSs(), 0.1 * one.sigmaSs());
	}

	@Test
	void pixelsThatDoNotCountHaveNoDifference() {
		SplitHalf.Result result = compared(0.05, true, 5);
		Mask mask = PERFECT.model().mask();
		int known = 0;
		for (int p = 0; p < mask.good().length; p++) {
			boolean is = !Float.isNaN(result.differenceSs().values()[p]);
			assertEquals(is, !Float.isNaN(result.differenceFs().values()[p]));
			assertFalse(is && !mask.good()[p]);
			if (is)
				known++;
		}
		assertEquals(known, result.pixels());
		assertEquals(mask.count(), result.pixels() + result.unknown());
		assertTrue(result.unknown() < 0.05 * result.pixels(), result.unknown() + " of " + result.pixels());
	}

	/** What the model leaves out of a scan that was made with waves looks like noise, but photons add to it. */
	@Test
	void simulatedScansHaveMoreWithFewerPhotons() {
		double bright = simulated(3000).sigmaFs();
		double dim = simulated(30).sigmaFs();
		assertTrue(bright > 0.01 && dim > 1.3 * bright, bright + " " + dim);
	}

	private static SplitHalf.Result simulated(double counts) {
		SimulatedScan simulated = new Simulator().simulate(
				SimulationSettings.builder(Size.TINY).sample(Sample.SPECKLE).counts(counts).build(), MONITOR);
		ForwardModel model = new ForwardModel(simulated.truth().mask(), simulated.truth().whitefield(),
				simulated.truth().pixelMap(), simulated.truth().positions());
		try (ComputeScan scan = new JavaComputeService().open(simulated.scan().frames(), simulated.truth().goodFrames(),
				MONITOR)) {
			return new SplitHalf(WINDOW, true, OVERLAP, 5).apply(scan, model, MONITOR);
		}
	}

	@Test
	void errorsAndCancelling() {
		assertThrows(IllegalArgumentException.class, () -> new SplitHalf(WINDOW, true, -1, 0));
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		try (ComputeScan scan = PERFECT.open(0, 1)) {
			SplitHalf step = new SplitHalf(WINDOW, true, OVERLAP, 0);
			assertThrows(CancelledException.class, () -> step.apply(scan, PERFECT.model(), cancelled));
			// nothing overlaps that much
			SplitHalf strict = new SplitHalf(WINDOW, true, 1e6, 0);
			String message = assertThrows(InvalidDataException.class, () -> strict.apply(scan, PERFECT.model(), MONITOR))
					.getMessage();
			assertTrue(message.contains("48 x 56"), message);
		}
	}
}
