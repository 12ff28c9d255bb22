// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;

/** What is worked out pixel by pixel: statistics, whitefield, contrast. */
interface PixelContract extends BackEndContract {
	private static double median(List<Double> values) {
		List<Double> sorted = new ArrayList<>(values);
		Collections.sort(sorted);
		int n = sorted.size();
		return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
	}

	@ParameterizedTest
	@CsvSource({ "1, 5, 7, 8", "2, 6, 4, 9", "3, 1, 9, 4", "4, 9, 1, 5", "5, 2, 2, 3", "6, 1, 1, 2", "7, 33, 20, 1" })
	default void statisticsAreThoseOfAPlainSum(long seed, int rows, int columns, int count) {
		RandomCase random = RandomCase.of(seed, rows, columns, count);
		double[] mean = new double[rows * columns];
		double[] variance = new double[rows * columns];
		double[] deviation = new double[rows * columns];
		for (int p = 0; p < mean.length; p++) {
			for (float[] frame : random.frames())
				mean[p] += frame[p] / (double) count;
			for (float[] frame : random.frames()) {
				variance[p] += (frame[p] - mean[p]) * (frame[p] - mean[p]) / count;
				double away = frame[p] - medianAround(frame, rows, columns, p / columns, p % columns);
				deviation[p] += away * away / count;
			}
		}
		try (ComputeScan scan = open(random)) {
			PixelStatistics statistics = scan.pixelStatistics(monitor());
			Closeness close = new Closeness(1e-4);
			close.check(mean, statistics.mean(), "mean");
			close.check(variance, statistics.variance(), "variance");
			close.check(deviation, statistics.deviation(), "deviation");
		}
	}

	private static double medianAround(float[] frame, int rows, int columns, int i, int j) {
		List<Double> around = new ArrayList<>();
		for (int a = i - 1; a <= i + 1; a++)
			for (int b = j - 1; b <= j + 1; b++)
				if (a >= 0 && a < rows && b >= 0 && b < columns)
					around.add((double) frame[a * columns + b]);
		return median(around);
	}

	@Test
	default void hotPixelStandsOutAlsoInTheCorner() {
		float[] frame = new float[20];
		Arrays.fill(frame, 10);
		frame[0] = 1010;
		frame[12] = 110;
		try (ComputeScan scan = open(4, 5, new float[][] { frame, frame, frame })) {
			PixelStatistics statistics = scan.pixelStatistics(monitor());
			assertEquals(1e6, statistics.deviation().at(0, 0), 1);
			assertEquals(1e4, statistics.deviation().at(2, 2), 1e-2);
			assertEquals(0, statistics.deviation().at(1, 1));
			assertEquals(0, statistics.deviation().at(3, 4));
			assertArrayEquals(new float[20], statistics.variance().values());
		}
	}

	@Test
	default void varianceOfBrightPixelsIsExactEnough() {
		float[][] frames = new float[10][4];
		for (int n = 0; n < 10; n++)
			Arrays.fill(frames[n], 65535 - n % 2);
		try (ComputeScan scan = open(2, 2, frames)) {
			PixelStatistics statistics = scan.pixelStatistics(monitor());
			for (float variance : statistics.variance().values())
				assertEquals(0.25, variance, 1e-4);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 7, 10, 25, 64 })
	default void whitefieldIsTheMedianOverFrames(int count) {
		RandomCase random = RandomCase.of(count, 5, 7, count);
		double[] expected = new double[35];
		for (int p = 0; p < expected.length; p++) {
			List<Double> values = new ArrayList<>();
			for (float[] frame : random.frames())
				values.add((double) frame[p]);
			expected[p] = median(values);
		}
		try (ComputeScan scan = open(random)) {
			new Closeness(1e-6).check(expected, scan.makeWhitefield(monitor()), "whitefield");
		}
	}

	@Test
	default void whitefieldDoesNotChangeTheFrames() {
		RandomCase random = RandomCase.of(4, 3, 5, 9);
		float[] before = random.frames()[2].clone();
		try (ComputeScan scan = open(random)) {
			scan.makeWhitefield(monitor());
			scan.retainFrames(new int[] { 2 });
			assertArrayEquals(before, scan.makeWhitefield(monitor()).values());
		}
		assertArrayEquals(before, random.frames()[2]);
	}

	@Test
	default void medianIsNotMovedByOutliers() {
		float[][] frames = new float[9][6];
		for (int n = 0; n < 9; n++)
			Arrays.fill(frames[n], n < 4 ? 1e6f : 3);
		try (ComputeScan scan = open(2, 3, frames)) {
			for (float value : scan.makeWhitefield(monitor()).values())
				assertEquals(3, value);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	default void meanContrastIsTheMeanOfFramesOverWhitefield(long seed) {
		RandomCase random = RandomCase.of(seed, 6, 5, 7);
		Mask mask = random.model().mask();
		double[] expected = new double[30];
		for (int p = 0; p < expected.length; p++)
			if (mask.good()[p])
				for (float[] frame : random.frames())
					expected[p] += frame[p] / (double) random.model().whitefield().values()[p] / 7;
			else
				expected[p] = 1;
		try (ComputeScan scan = open(random)) {
			new Closeness(1e-5).check(expected, scan.meanContrast(random.model().whitefield(), mask, monitor()),
					"mean contrast");
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	default void contrastHasNoMeanOverFrames(long seed) {
		RandomCase random = RandomCase.of(seed, 6, 5, 7);
		Mask mask = random.model().mask();
		Image whitefield = random.model().whitefield();
		int[] loaded = { 0, 2, 3, 6 };
		double[] sum = new double[30];
		try (ComputeScan scan = open(6, 5, random.frames(), loaded)) {
			Image mean = scan.meanContrast(whitefield, mask, monitor());
			float[] target = new float[30];
			for (int n : loaded) {
				Arrays.fill(target, 9);
				scan.contrast(n, mean, whitefield, mask, target);
				for (int p = 0; p < 30; p++) {
					sum[p] += target[p];
					double expected = random.frames()[n][p] / whitefield.values()[p] - mean.values()[p];
					assertEquals(mask.good()[p] ? expected : 0, target[p], 1e-5);
				}
			}
		}
		assertArrayEquals(new double[30], sum, 1e-5);
	}

	@Test
	default void contrastIsWhereTheMaskIsTrueOnlyWhateverTheWhitefield() {
		RandomCase random = RandomCase.of(9, 4, 4, 3);
		boolean[] good = new boolean[16];
		good[5] = true;
		Mask mask = new Mask(4, 4, good);
		Image whitefield = Image.constant(4, 4, Float.NaN);
		whitefield.values()[5] = 100;
		whitefield.values()[6] = 0;
		try (ComputeScan scan = open(random)) {
			Image mean = scan.meanContrast(whitefield, mask, monitor());
			float[] target = new float[16];
			scan.contrast(1, mean, whitefield, mask, target);
			for (int p = 0; p < 16; p++)
				if (p != 5) {
					assertEquals(1, mean.values()[p]);
					assertEquals(0, target[p]);
				}
			assertEquals(random.frames()[1][5] / 100 - mean.values()[5], target[5], 1e-6);
		}
	}

	@Test
	default void contrastOfAFrameThatIsNotLoadedIsRefused() {
		RandomCase random = RandomCase.of(9, 4, 4, 3);
		Image ones = Image.constant(4, 4, 1);
		try (ComputeScan scan = open(4, 4, random.frames(), 0, 2)) {
			assertThrows(IllegalArgumentException.class,
					() -> scan.contrast(1, ones, ones, Mask.allGood(4, 4), new float[16]));
		}
	}

	@Test
	default void fixedPatternDropsOutOfTheContrast() {
		Random random = new Random(3);
		float[] pattern = new float[12];
		for (int p = 0; p < 12; p++)
			pattern[p] = 10 + 90 * random.nextFloat();
		try (ComputeScan scan = open(3, 4, new float[][] { pattern, pattern, pattern })) {
			Mask mask = Mask.allGood(3, 4);
			Image flat = Image.constant(3, 4, 7);
			float[] target = new float[12];
			scan.contrast(2, scan.meanContrast(flat, mask, monitor()), flat, mask, target);
			assertArrayEquals(new float[12], target, 1e-5f);
		}
	}
}
