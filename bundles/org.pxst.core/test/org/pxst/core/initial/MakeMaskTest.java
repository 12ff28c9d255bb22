// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CountedPolls;
import org.pxst.core.image.Image;
import org.pxst.core.initial.TinyScan.Statistics;
import org.pxst.core.scan.Mask;
import org.pxst.core.simulation.SimulationSettings.Sample;

class MakeMaskTest {
	private static final int ROWS = 40;
	private static final int COLUMNS = 50;
	private static final int FRAMES = 24;

	/** A sample of 20 % rms contrast that moves over the detector under some light, with photon noise. */
	private static float[][] frames(DoubleBinaryOperator light, long seed) {
		Random random = new Random(seed);
		int size = 128;
		double[] fine = random.doubles(size * size, -1, 1).toArray();
		double[] sample = new double[size * size];
		for (int p = 0; p < sample.length; p++)
			for (int k = 0; k < 9; k++)
				sample[p] += 0.115 * fine[(p / size + k / 3) % size * size + (p + k % 3) % size];
		float[][] frames = new float[FRAMES][ROWS * COLUMNS];
		for (float[] frame : frames) {
			int down = random.nextInt(size);
			int across = random.nextInt(size);
			for (int p = 0; p < frame.length; p++) {
				int i = p / COLUMNS;
				int j = p % COLUMNS;
				double mean = light.applyAsDouble(i, j) * Math.max(0.05,
						1 + sample[(i + down) % size * size + (j + across) % size]);
				frame[p] = noisy(mean, random);
			}
		}
		return frames;
	}

	/** Poisson distribution, as its normal limit. */
	private static float noisy(double mean, Random random) {
		return (float) Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
	}

	private static Mask mask(float[][] frames) {
		return Statistics.of(ROWS, COLUMNS, frames).makeMask();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 20, 200, 5000 })
	void hotPixelsInTheDarkAreFoundAndSingleCountsAreNot(double hot) {
		// the left half is dark but for a count now and then
		float[][] frames = frames((i, j) -> j < 25 ? 0.2 : 1000, 7);
		int[] bad = { 5 * COLUMNS + 4, 20 * COLUMNS + 10, 0 };
		Random random = new Random(8);
		for (float[] frame : frames)
			for (int p : bad)
				frame[p] = noisy(hot, random);
		Mask mask = mask(frames);
		for (int p : bad)
			assertFalse(mask.good()[p], "pixel " + p);
		assertEquals(ROWS * COLUMNS - bad.length, mask.count());
	}

	@ParameterizedTest
	@CsvSource({ "dead, 1000", "dead, 100", "weak, 1000", "weak, 200", "hot, 1000", "hot, 100", "saturated, 1000",
			"saturated, 100", "stuck, 1000", "stuck, 100", "flickering, 1000", "flickering, 200" })
	void badPixelsAreFoundAndNothingElse(String kind, double counts) {
		int[] bad = { 0, 49, 7 * COLUMNS, 12 * COLUMNS + 9, 20 * COLUMNS + 25, 33 * COLUMNS + 44, 39 * COLUMNS + 49 };
		for (long seed = 1; seed <= 3; seed++) {
			float[][] frames = frames((i, j) -> counts, seed);
			Random random = new Random(seed + 100);
			for (float[] frame : frames)
				for (int p : bad)
					frame[p] = switch (kind) {
					case "dead" -> 0;
					case "weak" -> noisy(0.05 * counts, random);
					case "hot" -> noisy(8 * counts, random);
					case "saturated" -> 65535;
					case "stuck" -> (float) counts;
					default -> random.nextInt(4) == 0 ? (float) (30 * counts) : frame[p];
					};
			Mask mask = mask(frames);
			for (int p : bad)
				assertFalse(mask.good()[p], kind + " pixel " + p + ", seed " + seed);
			assertEquals(ROWS * COLUMNS - bad.length, mask.count(), "seed " + seed);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "pair", "square", "row" })
	void deadPixelsThatTouchAreFound(String shape) {
		float[][] frames = frames((i, j) -> 1000, 5);
		int middle = 20 * COLUMNS + 20;
		int[] bad = switch (shape) {
		case "pair" -> new int[] { middle, middle + 1 };
		case "square" -> new int[] { middle, middle + 1, middle + COLUMNS, middle + COLUMNS + 1 };
		default -> new int[] { middle, middle + 1, middle + 2, middle + 3 };
		};
		for (float[] frame : frames)
			for (int p : bad)
				frame[p] = 0;
		Mask mask = mask(frames);
		for (int p : bad)
			assertFalse(mask.good()[p]);
		assertEquals(ROWS * COLUMNS - bad.length, mask.count());
	}

	/** Pixels that touch hide each other from a comparison with the next ones. */
	@ParameterizedTest
	@CsvSource({ "dead, 2, 2", "dead, 3, 3", "dead, 4, 4", "dead, 1, 7", "dead, 40, 1", "dead, 40, 2", "dead, 1, 50",
			"noise, 2, 2", "noise, 3, 3", "noise, 1, 7", "noise, 1, 50", "noise, 2, 50", "noise, 40, 2", "hot, 2, 2",
			"hot, 3, 3", "hot, 4, 4", "hot, 1, 7", "hot, 7, 1", "hot, 40, 1", "hot, 2, 50", "equally hot, 2, 2",
			"equally hot, 3, 3", "equally hot, 1, 7", "equally hot, 1, 50", "stuck, 3, 3", "stuck, 5, 5" })
	void clustersAndLinesAreFoundAndNothingElse(String kind, int height, int width) {
		int top = height == ROWS ? 0 : 20;
		int left = width == COLUMNS ? 0 : 22;
		float[][] frames = frames((i, j) -> 1000, 10 * height + width);
		Random random = new Random(50);
		double[] level = random.doubles(ROWS * COLUMNS, 4000, 12000).toArray();
		for (int i = top; i < top + height; i++)
			for (int j = left; j < left + width; j++) {
				int p = i * COLUMNS + j;
				for (float[] frame : frames)
					frame[p] = switch (kind) {
					case "dead" -> 0;
					case "noise" -> (float) Math.max(0, Math.rint(1.5 * random.nextGaussian()));
					case "hot" -> noisy(level[p], random);
					case "equally hot" -> noisy(8000, random);
					default -> 800;
					};
			}
		Mask mask = mask(frames);
		for (int i = top; i < top + height; i++)
			for (int j = left; j < left + width; j++)
				assertFalse(mask.isGood(i, j), "row " + i + ", column " + j);
		assertEquals(ROWS * COLUMNS - height * width, mask.count());
	}

	@Test
	void wideGapOfZerosIsOneButTheDarkIsNot() {
		// the beam lights columns 5 to 44 and fades out; rows 15 to 26 are a gap
		float[][] frames = frames((i, j) -> 1000 / (1 + Math.exp(Math.abs(j - 25) - 20.0)), 3);
		for (float[] frame : frames)
			Arrays.fill(frame, 15 * COLUMNS, 27 * COLUMNS, 0);
		Mask mask = mask(frames);
		for (int i = 0; i < ROWS; i++)
			for (int j = 8; j < 42; j++)
				assertEquals(i < 15 || i > 26, mask.isGood(i, j), "row " + i + ", column " + j);
	}

	@Test
	void theDarkBehindABeamStopIsNoGap() {
		DoubleBinaryOperator ring = (i, j) -> 1000 / (1 + Math.exp(14 - Math.hypot(i - 20, j - 25)));
		Mask mask = mask(frames(ring, 3));
		for (int p = 0; p < ROWS * COLUMNS; p++) {
			double light = ring.applyAsDouble(p / COLUMNS, p % COLUMNS);
			if (light < 0.5 || light > 5)
				assertTrue(mask.good()[p], "row " + p / COLUMNS + ", column " + p % COLUMNS);
		}
	}

	/** The number of frames does not make a threshold: five sound ones are as good as many. */
	@ParameterizedTest
	@CsvSource({ "5, even", "5, caustic", "10, even", "10, caustic", "20, caustic" })
	void fewFramesAreEnoughAndLitCornersAreNeverFlagged(int count, String light) {
		int[] bad = { 0, 49, 7 * COLUMNS, 12 * COLUMNS + 9, 20 * COLUMNS + 25, 39 * COLUMNS + 49 };
		int flagged = 0;
		for (long seed = 1; seed <= 10; seed++) {
			double[] ripple = new Random(seed + 200).doubles(ROWS * COLUMNS, 0.5, 2).toArray();
			float[][] frames = Arrays.copyOf(
					frames((i, j) -> 1000 * (light.equals("even") ? 1 : ripple[(int) i * COLUMNS + (int) j]), seed), count);
			Random random = new Random(seed + 100);
			for (float[] frame : frames)
				for (int k = 0; k < bad.length; k++)
					frame[bad[k]] = k % 2 == 0 ? 0 : noisy(15000, random);
			Statistics statistics = Statistics.of(ROWS, COLUMNS, frames);
			Mask mask = new MakeMask().apply(statistics.mean(), statistics.variance(), statistics.deviation(), count,
					new IMonitor.Stub());
			for (int p : bad)
				assertFalse(mask.good()[p], "pixel " + p + ", seed " + seed);
			flagged += ROWS * COLUMNS - mask.count() - bad.length;
		}
		assertTrue(flagged <= 10, flagged + " good pixels of " + 10 * ROWS * COLUMNS + " flagged");
	}

	/** What files have in the gaps between detector modules: 5 % of the frame here. */
	@ParameterizedTest
	@ValueSource(floats = { 0, -1, 65535, 4294967295f, Float.NaN })
	void gapOfTheDetectorDoesNotHideHotPixels(float gap) {
		int[] bad = { 12 * COLUMNS + 9, 20 * COLUMNS + 25, 33 * COLUMNS + 44 };
		float[][] frames = frames((i, j) -> 1000, 8);
		Random random = new Random(108);
		for (float[] frame : frames) {
			Arrays.fill(frame, 4 * COLUMNS, 6 * COLUMNS, gap);
			for (int p : bad)
				frame[p] = noisy(8000, random);
		}
		Mask mask = mask(frames);
		for (int p : bad)
			assertFalse(mask.good()[p], "pixel " + p);
		for (int p = 8 * COLUMNS; p < ROWS * COLUMNS; p++)
			if (Arrays.binarySearch(bad, p) < 0)
				assertTrue(mask.good()[p], "pixel " + p);
	}

	/** What the lens does to its light is no fault of the detector. */
	@ParameterizedTest
	@ValueSource(strings = { "even", "dark line", "very dark line", "bright line", "very bright line", "dark column",
			"cross", "soft edge", "hard edge", "corner", "slope", "fringes" })
	void structureOfTheLightIsNotFlagged(String structure) {
		DoubleBinaryOperator light = (i, j) -> 1000 * switch (structure) {
		case "dark line" -> i == 17 ? 0.5 : 1;
		case "very dark line" -> i == 17 ? 0.1 : 1;
		case "bright line" -> i == 17 ? 2 : 1;
		case "very bright line" -> i == 17 ? 10 : 1;
		case "dark column" -> j == 30 ? 0.3 : 1;
		case "cross" -> i == 17 || j == 30 ? 3 : 1;
		case "soft edge" -> 1 / (1 + Math.exp((j - 30) / 1.5)) + 2e-4;
		case "hard edge" -> j < 30 ? 1 : 2e-4;
		case "corner" -> i >= 8 && j >= 11 && i < 34 ? 1 : 2e-4;
		case "slope" -> Math.exp(-j / 8.0);
		case "fringes" -> 1 + 0.8 * Math.cos(2 * Math.PI * i / 3.7);
		default -> 1;
		};
		for (long seed = 1; seed <= 3; seed++) {
			Mask mask = mask(frames(light, seed));
			for (int p = 0; p < ROWS * COLUMNS; p++)
				if (light.applyAsDouble(p / COLUMNS, p % COLUMNS) > 5)
					assertTrue(mask.good()[p], "row " + p / COLUMNS + ", column " + p % COLUMNS + ", seed " + seed);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 5 })
	void repeatedFramesChangeNothing(int times) {
		float[][] frames = frames((i, j) -> 1000 * Math.exp(-Math.pow((j - 25) / 9.0, 2)), 4);
		for (float[] frame : frames) {
			frame[20 * COLUMNS + 20] = 0;
			frame[30 * COLUMNS + 22] = 5000;
			frame[10 * COLUMNS + 27] = 700;
		}
		float[][] repeated = new float[times * FRAMES][];
		for (int n = 0; n < repeated.length; n++)
			repeated[n] = frames[n % FRAMES];
		Mask once = mask(frames);
		assertFalse(once.good()[20 * COLUMNS + 20]);
		assertArrayEquals(once.good(), mask(repeated).good());
	}

	@Test
	void darkFramesHaveNothingToFlag() {
		assertEquals(ROWS * COLUMNS, mask(new float[4][ROWS * COLUMNS]).count());
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1, 9", "9, 1", "2, 2", "3, 3" })
	void smallDetectorsAreNoProblem(int rows, int columns) {
		float[][] frames = new float[6][rows * columns];
		Random random = new Random(1);
		for (float[] frame : frames)
			for (int p = 0; p < frame.length; p++)
				frame[p] = noisy(100, random);
		assertEquals(rows * columns, Statistics.of(rows, columns, frames).makeMask().count());
	}

	@ParameterizedTest
	@CsvSource({ "STAR, 1000, 1", "STAR, 1000, 2", "STAR, 1000, 3", "STAR, 100, 1", "STAR, 100, 2", "STAR, 100, 3",
			"SPECKLE, 1000, 1", "SPECKLE, 1000, 2", "SPECKLE, 1000, 3", "SPECKLE, 100, 1", "SPECKLE, 100, 2",
			"SPECKLE, 100, 3" })
	void simulatedScansLoseNoBadPixelAndHardlyAGoodOne(Sample sample, double counts, long seed) {
		check(TinyScan.of(TinyScan.settings().sample(sample).counts(counts).seed(seed)));
	}

	@ParameterizedTest
	@CsvSource({ "STAR, 2", "SPECKLE, 1" })
	void finelySampledScansToo(Sample sample, long seed) {
		check(TinyScan.of(TinyScan.settings().sample(sample).oversampling(2).padding(48).seed(seed)));
	}

	private static void check(TinyScan scan) {
		int rows = scan.truth().mask().rows();
		int columns = scan.truth().mask().columns();
		Mask found = Statistics.of(rows, columns, scan.goodFrames()).makeMask();
		float[] whitefield = scan.truth().whitefield().values();
		int missed = 0;
		int lost = 0;
		for (int p = 0; p < whitefield.length; p++) {
			if (whitefield[p] < 0.05 * scan.simulated().settings().counts())
				continue;
			boolean good = scan.truth().mask().good()[p];
			missed += !good && found.good()[p] ? 1 : 0;
			lost += good && !found.good()[p] ? 1 : 0;
		}
		assertEquals(0, missed, "bad pixels missed");
		assertTrue(lost <= 3, lost + " good pixels flagged");
		assertTrue(Arrays.stream(scan.truth().badFrames()).count() > 0);
	}

	@Test
	void stopsBetweenRowsAndBadPixels() {
		float[] mean = new float[ROWS * COLUMNS];
		Arrays.fill(mean, 100);
		float[] variance = mean.clone();
		float[] deviation = mean.clone();
		for (int p : new int[] { 7 * COLUMNS + 9, 30 * COLUMNS + 20 })
			mean[p] = variance[p] = 0;
		CountedPolls.assertStopsBetween(ROWS + 2, monitor -> new MakeMask().apply(new Image(ROWS, COLUMNS, mean),
				new Image(ROWS, COLUMNS, variance), new Image(ROWS, COLUMNS, deviation), FRAMES, monitor));
	}
}
