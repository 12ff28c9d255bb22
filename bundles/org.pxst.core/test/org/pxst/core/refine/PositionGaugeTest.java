// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.map.PixelMap;
import org.pxst.core.refine.PositionGauge.Fixed;
import org.pxst.core.scan.PixelTranslations;

class PositionGaugeTest {
	private static final int ROWS = 6;
	private static final int COLUMNS = 9;

	private static PixelMap map(long seed) {
		Random random = new Random(seed);
		double[] ss = new double[ROWS * COLUMNS];
		double[] fs = new double[ss.length];
		for (int p = 0; p < ss.length; p++) {
			ss[p] = p / COLUMNS + random.nextGaussian();
			fs[p] = p % COLUMNS + random.nextGaussian();
		}
		return new PixelMap(ROWS, COLUMNS, ss, fs);
	}

	/** A jittered 5 x 5 grid. */
	private static PixelTranslations grid(long seed) {
		Random random = new Random(seed);
		double[] ss = new double[25];
		double[] fs = new double[25];
		for (int n = 0; n < 25; n++) {
			ss[n] = 9 * (n / 5 - 2) + 2 * random.nextDouble();
			fs[n] = 9 * (n % 5 - 2) + 2 * random.nextDouble();
		}
		return new PixelTranslations(ss, fs);
	}

	private static int[] all(int n) {
		return IntStream.range(0, n).toArray();
	}

	/** Row by row: matrix and offset. */
	private record Affine(double a, double b, double c, double d, double e, double f) {
		double ss(double ss, double fs) {
			return a * ss + b * fs + c;
		}

		double fs(double ss, double fs) {
			return d * ss + e * fs + f;
		}

		PixelTranslations of(PixelTranslations t) {
			return new PixelTranslations(
					IntStream.range(0, t.frames()).mapToDouble(n -> ss(t.ss()[n], t.fs()[n])).toArray(),
					IntStream.range(0, t.frames()).mapToDouble(n -> fs(t.ss()[n], t.fs()[n])).toArray());
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 0, 0, 0, 1, 0", "1, 0, 3, 0, 1, -7", "1.02, 0, 0, 0, 0.97, 0", "1, 0.05, 0, 0, 1, 0",
			"0.9986, -0.0523, 1, 0.0523, 0.9986, 2", "1.3, 0.2, -1, -0.4, 0.6, 5", "0.5, 0, 0, 0, 0.5, 0",
			"3, 0, 0, 0, 0.2, 0" })
	void affineDistortionIsUndoneAndTheMapGoesWithIt(double a, double b, double c, double d, double e, double f) {
		Affine distortion = new Affine(a, b, c, d, e, f);
		Affine linear = new Affine(a, b, 0, d, e, 0);
		PixelTranslations recorded = grid(3);
		PixelMap map = map(1);
		PixelTranslations moved = distortion.of(recorded);
		Fixed fixed = new PositionGauge(recorded, all(25)).fix(moved, map);
		assertArrayEquals(recorded.ss(), fixed.translations().ss(), 1e-9);
		assertArrayEquals(recorded.fs(), fixed.translations().fs(), 1e-9);
		// sample points u - d: those after, sent through the distortion, are those before, but for the common offset
		for (int n = 0; n < 25; n += 6)
			for (int p = 0; p < ROWS * COLUMNS; p++) {
				double ss = fixed.map().ss()[p] - fixed.translations().ss()[n];
				double fs = fixed.map().fs()[p] - fixed.translations().fs()[n];
				assertEquals(map.ss()[p] - moved.ss()[n] + c, linear.ss(ss, fs), 1e-9);
				assertEquals(map.fs()[p] - moved.fs()[n] + f, linear.fs(ss, fs), 1e-9);
			}
	}

	/** The residual of a least-squares fit is what no affine function describes. */
	private static double[] withoutAffinePart(double[] values, PixelTranslations t) {
		double[] one = new double[values.length];
		Arrays.fill(one, 1);
		double[][] basis = { one, t.ss().clone(), t.fs().clone() };
		for (int k = 0; k < 3; k++) {
			for (int twice = 0; twice < 2; twice++)
				for (int l = 0; l < k; l++)
					remove(basis[k], basis[l]);
			double norm = Math.sqrt(dot(basis[k], basis[k]));
			for (int n = 0; n < one.length; n++)
				basis[k][n] /= norm;
		}
		double[] rest = values.clone();
		for (double[] b : basis)
			remove(rest, b);
		return rest;
	}

	private static void remove(double[] from, double[] unit) {
		double part = dot(from, unit);
		for (int n = 0; n < from.length; n++)
			from[n] -= part * unit[n];
	}

	private static double dot(double[] a, double[] b) {
		return IntStream.range(0, a.length).mapToDouble(n -> a[n] * b[n]).sum();
	}

	private static PixelTranslations plus(PixelTranslations t, double[] ss, double[] fs) {
		return new PixelTranslations(IntStream.range(0, ss.length).mapToDouble(n -> t.ss()[n] + ss[n]).toArray(),
				IntStream.range(0, ss.length).mapToDouble(n -> t.fs()[n] + fs[n]).toArray());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void whatIsNotAffineStays(long seed) {
		PixelTranslations recorded = grid(seed);
		Random random = new Random(seed);
		double[] ss = withoutAffinePart(random.doubles(25, -1, 1).toArray(), recorded);
		double[] fs = withoutAffinePart(random.doubles(25, -1, 1).toArray(), recorded);
		PixelTranslations moved = plus(recorded, ss, fs);
		PixelMap map = map(seed);
		Fixed fixed = new PositionGauge(recorded, all(25)).fix(moved, map);
		assertArrayEquals(moved.ss(), fixed.translations().ss(), 1e-9);
		assertArrayEquals(moved.fs(), fixed.translations().fs(), 1e-9);
		assertArrayEquals(map.ss(), fixed.map().ss(), 1e-9);
		assertArrayEquals(map.fs(), fixed.map().fs(), 1e-9);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void differenceFromTheRecordedPositionsHasNoAffinePart(long seed) {
		PixelTranslations recorded = grid(seed);
		Random random = new Random(seed + 50);
		PixelTranslations moved = plus(new Affine(1.01, 0.02, 3, -0.03, 0.98, 1).of(recorded),
				random.doubles(25, -1, 1).toArray(), random.doubles(25, -1, 1).toArray());
		PositionGauge gauge = new PositionGauge(recorded, all(25));
		Fixed fixed = gauge.fix(moved, map(2));
		for (double[] along : new double[][] { recorded.ss(), recorded.fs(), new double[0] }) {
			double ss = 0;
			double fs = 0;
			for (int n = 0; n < 25; n++) {
				double weight = along.length == 0 ? 1 : along[n];
				ss += weight * (fixed.translations().ss()[n] - recorded.ss()[n]);
				fs += weight * (fixed.translations().fs()[n] - recorded.fs()[n]);
			}
			assertEquals(0, ss, 1e-8);
			assertEquals(0, fs, 1e-8);
		}
		Fixed again = gauge.fix(fixed.translations(), fixed.map());
		assertArrayEquals(fixed.translations().ss(), again.translations().ss(), 1e-9);
		assertArrayEquals(fixed.map().fs(), again.map().fs(), 1e-9);
	}

	@Test
	void framesThatAreNotUsedAreIgnored() {
		PixelTranslations recorded = grid(4);
		PixelTranslations moved = new Affine(1.1, 0.1, 2, -0.1, 0.9, 1).of(recorded);
		int[] used = IntStream.range(0, 25).filter(n -> n % 4 != 1).toArray();
		for (int n = 1; n < 25; n += 4) {
			moved.ss()[n] = Double.NaN;
			moved.fs()[n] = Double.NaN;
			recorded.ss()[n] = Double.NaN;
			recorded.fs()[n] = Double.NaN;
		}
		Fixed fixed = new PositionGauge(recorded, used).fix(moved, map(1));
		assertArrayEquals(recorded.ss(), fixed.translations().ss(), 1e-9);
		assertArrayEquals(recorded.fs(), fixed.translations().fs(), 1e-9);
		for (double value : fixed.map().ss())
			assertTrue(Double.isFinite(value));
	}

	@Test
	void threeFramesAreAllAffine() {
		PixelTranslations recorded = new PixelTranslations(new double[] { -9, 0, 9 }, new double[] { 3, -6, 3 });
		PixelTranslations moved = new PixelTranslations(new double[] { -9.3, 0.2, 9.1 }, new double[] { 3.1, -6.4, 3 });
		Fixed fixed = new PositionGauge(recorded, all(3)).fix(moved, map(1));
		assertArrayEquals(recorded.ss(), fixed.translations().ss(), 1e-9);
		assertArrayEquals(recorded.fs(), fixed.translations().fs(), 1e-9);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void oneAndTwoFramesGiveFiniteResults(int frames) {
		PixelTranslations recorded = new PixelTranslations(new double[] { -4, 4 }, new double[] { 1, -1 });
		PixelTranslations moved = new PixelTranslations(new double[] { -4.4, 4.4 }, new double[] { 1, -1 });
		Fixed fixed = new PositionGauge(recorded, all(frames)).fix(moved, map(1));
		for (int n = 0; n < frames; n++) {
			assertEquals(recorded.ss()[n], fixed.translations().ss()[n], 1e-9);
			assertEquals(recorded.fs()[n], fixed.translations().fs()[n], 1e-9);
		}
		for (int p = 0; p < ROWS * COLUMNS; p++)
			assertTrue(Double.isFinite(fixed.map().ss()[p]) && Double.isFinite(fixed.map().fs()[p]));
	}

	/** Positions on a line at an angle, through a point. */
	private static PixelTranslations line(double degrees, double ss, double fs) {
		double c = Math.cos(Math.toRadians(degrees));
		double s = Math.sin(Math.toRadians(degrees));
		return new PixelTranslations(IntStream.range(0, 15).mapToDouble(n -> ss + 3 * (n - 7) * c).toArray(),
				IntStream.range(0, 15).mapToDouble(n -> fs + 3 * (n - 7) * s).toArray());
	}

	/** The part of the map across a line scan is nothing that its positions know of. */
	@ParameterizedTest
	@CsvSource({ "0, 0, 0", "90, 0, 0", "30, 0, 0", "-70, 0, 0", "0, 0, 5", "90, 5, 0", "30, -4, 7", "0, 100, 100" })
	void lineScansAreFixedAlongTheLineOnly(double degrees, double ss0, double fs0) {
		double c = Math.cos(Math.toRadians(degrees));
		double s = Math.sin(Math.toRadians(degrees));
		PixelTranslations recorded = line(degrees, ss0, fs0);
		double[] ss = new double[15];
		double[] fs = new double[15];
		for (int n = 0; n < 15; n++) {
			// 10 % too long, and all moved across by 0.5
			ss[n] = recorded.ss()[n] + 0.3 * (n - 7) * c - 0.5 * s;
			fs[n] = recorded.fs()[n] + 0.3 * (n - 7) * s + 0.5 * c;
		}
		PixelMap map = map(5);
		Fixed fixed = new PositionGauge(recorded, all(15)).fix(new PixelTranslations(ss, fs), map);
		for (int n = 1; n < 15; n++) {
			assertEquals(recorded.ss()[n] - recorded.ss()[0], fixed.translations().ss()[n] - fixed.translations().ss()[0], 1e-9);
			assertEquals(recorded.fs()[n] - recorded.fs()[0], fixed.translations().fs()[n] - fixed.translations().fs()[0], 1e-9);
		}
		for (int p = 1; p < ROWS * COLUMNS; p++) {
			double oldSs = map.ss()[p] - map.ss()[0];
			double oldFs = map.fs()[p] - map.fs()[0];
			double newSs = fixed.map().ss()[p] - fixed.map().ss()[0];
			double newFs = fixed.map().fs()[p] - fixed.map().fs()[0];
			assertEquals((c * oldSs + s * oldFs) / 1.1, c * newSs + s * newFs, 1e-6, "along");
			assertEquals(-s * oldSs + c * oldFs, -s * newSs + c * newFs, 1e-6, "across");
		}
	}

	/** Encoders never repeat exactly: what they read across the line is no scan. */
	@ParameterizedTest
	@ValueSource(doubles = { 1e-3, 1e-2, 3e-2 })
	void readingNoiseAcrossALineScanDoesNotStretchTheMap(double readingNoise) {
		for (long seed = 1; seed <= 6; seed++) {
			Random random = new Random(seed);
			PixelTranslations recorded = line(0, 0, 0);
			double[] ss = recorded.ss().clone();
			double[] fs = recorded.fs().clone();
			for (int n = 0; n < 15; n++) {
				recorded.fs()[n] += readingNoise * random.nextGaussian();
				ss[n] += 0.3 * random.nextGaussian();
				fs[n] += 0.3 * random.nextGaussian();
			}
			PixelMap map = map(5);
			Fixed fixed = new PositionGauge(recorded, all(15)).fix(new PixelTranslations(ss, fs), map);
			for (int p = 1; p < ROWS * COLUMNS; p++) {
				assertEquals(map.ss()[p] - map.ss()[0], fixed.map().ss()[p] - fixed.map().ss()[0], 0.5);
				assertEquals(map.fs()[p] - map.fs()[0], fixed.map().fs()[p] - fixed.map().fs()[0], 0.5);
			}
		}
	}

	@Test
	void collapsedPositionsAreLeftAlone() {
		PixelTranslations recorded = grid(1);
		PixelTranslations moved = new Affine(0.01, 0, 1, 0, 0.01, 2).of(recorded);
		PixelMap map = map(1);
		Fixed fixed = new PositionGauge(recorded, all(25)).fix(moved, map);
		assertArrayEquals(moved.ss(), fixed.translations().ss());
		assertArrayEquals(map.ss(), fixed.map().ss());
	}

	@Test
	void inputsAreLeftAlone() {
		PixelTranslations recorded = grid(1);
		PixelTranslations moved = new Affine(1.1, 0.2, 1, 0, 0.9, 2).of(recorded);
		PixelMap map = map(1);
		double[] ss = moved.ss().clone();
		double[] u = map.fs().clone();
		int[] frames = all(25);
		PositionGauge gauge = new PositionGauge(recorded, frames);
		frames[0] = 7;
		Fixed fixed = gauge.fix(moved, map);
		assertArrayEquals(ss, moved.ss());
		assertArrayEquals(u, map.fs());
		assertEquals(recorded.ss()[0], fixed.translations().ss()[0], 1e-9);
	}
}
