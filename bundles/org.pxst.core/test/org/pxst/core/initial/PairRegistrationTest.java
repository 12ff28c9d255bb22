// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CancelledException;
import org.pxst.core.initial.PairRegistration.ContrastSource;
import org.pxst.core.initial.PairRegistration.Magnification;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.simulation.SimulationSettings.Builder;
import org.pxst.core.simulation.SimulationSettings.Sample;

class PairRegistrationTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();
	private static final Geometry UNIT = new Geometry(1, DistanceFrom.FOCUS, 1, 1, 1e-10, OptionalDouble.empty());

	/** Frames over their mean, without what stands still. */
	private static ContrastSource contrast(float[][] frames, Mask mask) {
		double[] mean = new double[mask.good().length];
		for (float[] frame : frames)
			for (int p = 0; p < mean.length; p++)
				mean[p] += frame[p] / (double) frames.length;
		return (n, target) -> {
			for (int p = 0; p < target.length; p++)
				target[p] = mask.good()[p] ? (float) (frames[n][p] / mean[p] - 1) : 0;
		};
	}

	private static SamplePositions picked(SamplePositions all, int[] frames) {
		return new SamplePositions(Arrays.stream(frames).mapToDouble(n -> all.ss()[n]).toArray(),
				Arrays.stream(frames).mapToDouble(n -> all.fs()[n]).toArray());
	}

	private static Magnification fit(TinyScan scan) {
		Mask mask = scan.lit(0.3);
		return new PairRegistration(contrast(scan.goodFrames(), mask), mask, Roi.full(mask.rows(), mask.columns()),
				picked(scan.simulated().scan().positions(), scan.truth().goodFrames()), scan.simulated().scan().geometry(),
				IntStream.range(0, scan.goodFrames().length).toArray(), MONITOR).fit();
	}

	private static void check(TinyScan scan, double tolerance) {
		Magnification found = fit(scan);
		assertTrue(found.significance() > 20, "" + found);
		Defocus defocus = Defocus.of(scan.simulated().scan().geometry(), found.ss(), found.fs());
		assertEquals(1, defocus.ss() / scan.truth().defocusSs(), tolerance, "slow scan axis");
		assertEquals(1, defocus.fs() / scan.truth().defocusFs(), tolerance, "fast scan axis");
	}

	/** Quick to transform. */
	private static Builder small(Sample sample) {
		return TinyScan.settings().sample(sample).shape(64, 60).step(6);
	}

	@ParameterizedTest
	@CsvSource({ "STAR, 0.02", "STAR, -0.1", "SPECKLE, 0.1", "SPECKLE, -0.02" })
	void defocusOfBothAxesIsFound(Sample sample, double astigmatism) {
		check(TinyScan.of(TinyScan.settings().sample(sample).astigmatism(astigmatism)), 0.04);
	}

	@ParameterizedTest
	@CsvSource({ "1, 0.05", "2, -0.05", "3, 0.15", "4, -0.15" })
	void smallerFramesWillDo(long seed, double astigmatism) {
		check(TinyScan.of(small(Sample.SPECKLE).astigmatism(astigmatism).seed(seed)), 0.04);
	}

	@ParameterizedTest
	@CsvSource({ "0.2e-3, 1", "5e-3, 1", "0.4e-3, 0.5" })
	void anyMagnificationIsFound(double defocus, double distance) {
		check(TinyScan.of(small(Sample.SPECKLE).defocus(defocus).distance(distance)), 0.06);
	}

	@ParameterizedTest
	@CsvSource({ "55e-6, 75e-6, 0.03", "75e-6, 55e-6, -0.03" })
	void pixelsNeedNotBeSquare(double pixelSs, double pixelFs, double astigmatism) {
		check(TinyScan.of(small(Sample.SPECKLE).pixelSize(pixelSs, pixelFs).coma(0).spherical(0).astigmatism(astigmatism)),
				0.04);
	}

	@ParameterizedTest
	@CsvSource({ "16, 1", "1, 16" })
	void lineScansAreFound(int gridRows, int gridColumns) {
		TinyScan scan = TinyScan.of(small(Sample.SPECKLE).grid(gridRows, gridColumns).step(3).jitter(0).astigmatism(0));
		check(scan, 0.05);
	}

	/** An exact pattern at integer shifts: what is left is the width of the search's last step. */
	private static final class Pattern {
		static final int SIZE = 32;
		final int[] ss;
		final int[] fs;
		final float[][] frames;

		Pattern(int count, int range, long seed) {
			Random random = new Random(seed);
			double[] plane = random.doubles(128 * 128, -1, 1).toArray();
			ss = random.ints(count, -range, range + 1).toArray();
			fs = random.ints(count, -range, range + 1).toArray();
			frames = new float[count][SIZE * SIZE];
			for (int n = 0; n < count; n++)
				for (int p = 0; p < SIZE * SIZE; p++)
					for (int k = 0; k < 9; k++)
						frames[n][p] += plane[(p / SIZE - ss[n] + 60 + k / 3) * 128 + p % SIZE - fs[n] + 60 + k % 3];
		}

		PairRegistration registration(double magnificationSs, double magnificationFs, int[] order) {
			float[][] ordered = Arrays.stream(order).mapToObj(n -> frames[n]).toArray(float[][]::new);
			SamplePositions positions = new SamplePositions(
					Arrays.stream(order).mapToDouble(n -> ss[n] / magnificationSs).toArray(),
					Arrays.stream(order).mapToDouble(n -> fs[n] / magnificationFs).toArray());
			return new PairRegistration((n, target) -> System.arraycopy(ordered[n], 0, target, 0, target.length),
					Mask.allGood(SIZE, SIZE), Roi.full(SIZE, SIZE), positions, UNIT,
					IntStream.range(0, order.length).toArray(), MONITOR);
		}
	}

	private static int[] inOrder(int n) {
		return IntStream.range(0, n).toArray();
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "7, 7", "1000, 1000", "0.01, 0.01", "50, 45", "45, 50", "10, 10.5" })
	void movedPatternsAreExact(double ss, double fs) {
		Pattern pattern = new Pattern(16, 7, 3);
		Magnification found = pattern.registration(ss, fs, inOrder(16)).fit();
		assertEquals(ss, found.ss(), 2e-3 * ss);
		assertEquals(fs, found.fs(), 2e-3 * fs);
		assertTrue(found.significance() > 20);
	}

	@Test
	void severalFramesAtEachPositionAreNoHindrance() {
		Magnification found = new Pattern(16, 7, 3).registration(20, 19, IntStream.range(0, 160).map(n -> n / 10).toArray()).fit();
		assertEquals(20, found.ss(), 0.04);
		assertEquals(19, found.fs(), 0.04);
		assertTrue(found.significance() > 20);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void orderOfTheFramesDoesNotMatter(long seed) {
		Pattern pattern = new Pattern(14, 6, 9);
		Magnification sorted = pattern.registration(20, 19, inOrder(14)).fit();
		List<Integer> order = new ArrayList<>(Arrays.stream(inOrder(14)).boxed().toList());
		Collections.shuffle(order, new Random(seed));
		Magnification shuffled = pattern.registration(20, 19, order.stream().mapToInt(Integer::intValue).toArray()).fit();
		assertEquals(sorted.ss(), shuffled.ss(), 1e-3 * sorted.ss());
		assertEquals(sorted.fs(), shuffled.fs(), 1e-3 * sorted.fs());
	}

	@Test
	void shuffledSimulatedScanGivesTheSame() {
		TinyScan scan = TinyScan.of(small(Sample.STAR));
		Magnification sorted = fit(scan);
		Mask mask = scan.lit(0.3);
		List<Integer> order = new ArrayList<>(Arrays.stream(inOrder(scan.goodFrames().length)).boxed().toList());
		Collections.shuffle(order, new Random(3));
		int[] shuffle = order.stream().mapToInt(Integer::intValue).toArray();
		float[][] frames = Arrays.stream(shuffle).mapToObj(n -> scan.goodFrames()[n]).toArray(float[][]::new);
		SamplePositions positions = picked(
				picked(scan.simulated().scan().positions(), scan.truth().goodFrames()), shuffle);
		Magnification shuffled = new PairRegistration(contrast(frames, mask), mask, Roi.full(mask.rows(), mask.columns()),
				positions, scan.simulated().scan().geometry(), inOrder(frames.length), MONITOR).fit();
		assertEquals(sorted.ss(), shuffled.ss(), 5e-3 * sorted.ss());
		assertEquals(sorted.fs(), shuffled.fs(), 5e-3 * sorted.fs());
	}

	@Test
	void onlyTheGivenFramesAreRead() {
		Pattern pattern = new Pattern(12, 6, 5);
		int[] used = { 1, 2, 4, 5, 7, 8, 9, 11 };
		boolean[] read = new boolean[12];
		double[] ss = Arrays.stream(pattern.ss).mapToDouble(s -> s / 30.0).toArray();
		double[] fs = Arrays.stream(pattern.fs).mapToDouble(s -> s / 30.0).toArray();
		for (int n : new int[] { 0, 3, 6, 10 })
			ss[n] = Double.NaN;
		Magnification found = new PairRegistration((n, target) -> {
			read[n] = true;
			System.arraycopy(pattern.frames[n], 0, target, 0, target.length);
		}, Mask.allGood(32, 32), Roi.full(32, 32), new SamplePositions(ss, fs), UNIT, used, MONITOR).fit();
		assertEquals(30, found.ss(), 0.06);
		assertEquals(30, found.fs(), 0.06);
		for (int n = 0; n < 12; n++)
			assertEquals(Arrays.binarySearch(used, n) >= 0, read[n]);
	}

	@Test
	void samePositionsEverywhereMeanNothing() {
		Pattern pattern = new Pattern(6, 5, 2);
		Magnification found = new PairRegistration(
				(n, target) -> System.arraycopy(pattern.frames[n], 0, target, 0, target.length), Mask.allGood(32, 32),
				Roi.full(32, 32), new SamplePositions(new double[6], new double[6]), UNIT, inOrder(6), MONITOR).fit();
		assertEquals(0, found.significance());
	}

	@Test
	void noiseIsNotSignificant() {
		for (long seed = 0; seed < 40; seed++) {
			Random random = new Random(seed);
			float[][] noise = new float[16][32 * 32];
			for (float[] frame : noise)
				for (int p = 0; p < frame.length; p++)
					frame[p] = (float) random.nextGaussian();
			SamplePositions positions = new SamplePositions(random.doubles(16, -7, 7).toArray(),
					random.doubles(16, -7, 7).toArray());
			Magnification found = new PairRegistration(
					(n, target) -> System.arraycopy(noise[n], 0, target, 0, target.length), Mask.allGood(32, 32),
					Roi.full(32, 32), positions, UNIT, inOrder(16), MONITOR).fit();
			assertTrue(found.significance() < 7, seed + ": " + found);
		}
	}

	@Test
	void rangeLimitsTheSearch() {
		Pattern pattern = new Pattern(16, 7, 3);
		PairRegistration registration = pattern.registration(20, 20, inOrder(16));
		assertEquals(20, registration.fit(15, 25).ss(), 0.05);
		Magnification outside = registration.fit(50, 60);
		assertTrue(outside.ss() > 37 && outside.ss() < 74, "" + outside);
	}

	@Test
	void cancelled() {
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		SamplePositions positions = new SamplePositions(new double[] { 0, 1 }, new double[2]);
		Mask mask = Mask.allGood(8, 8);
		assertThrows(CancelledException.class, () -> new PairRegistration((n, target) -> Arrays.fill(target, n), mask,
				Roi.full(8, 8), positions, UNIT, new int[] { 0, 1 }, cancelled));
	}
}
