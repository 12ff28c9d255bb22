// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

/** The grid search for the pixel map. */
interface SearchPixelMapContract extends BackEndContract {
	/** Error and number of frames of one pixel at one shift, straight from the definition. */
	record Candidate(double error, int seen) {
		static Candidate of(RandomCase random, int p, int ss, int fs) {
			return of(random, Samples.ALL, p, ss, fs);
		}

		static Candidate of(RandomCase random, Samples samples, int p, int ss, int fs) {
			ForwardModel model = random.model();
			Image image = random.reference().image();
			double w = model.whitefield().values()[p];
			double sum = 0;
			double norm = 0;
			int seen = 0;
			for (int n = 0; n < random.frames().length; n++) {
				if (!samples.contain(n, p))
					continue;
				long i = Math.round(model.map().ss()[p] - model.translations().ss()[n] + random.reference().n0()) + ss;
				long j = Math.round(model.map().fs()[p] - model.translations().fs()[n] + random.reference().m0()) + fs;
				if (i < 0 || j < 0 || i >= image.rows() || j >= image.columns())
					continue;
				double value = image.at((int) i, (int) j);
				if (Double.isNaN(value))
					continue;
				double intensity = random.frames()[n][p];
				sum += (intensity - w * value) * (intensity - w * value);
				norm += (intensity - w) * (intensity - w);
				seen++;
			}
			return new Candidate(sum / norm, seen);
		}
	}

	private static void assertBestFound(RandomCase random, SearchWindow window, PixelShifts shifts) {
		assertBestFound(random, window, Samples.ALL, shifts);
	}

	private static void assertBestFound(RandomCase random, SearchWindow window, Samples samples, PixelShifts shifts) {
		for (int p = 0; p < random.model().mask().good().length; p++) {
			String where = "pixel " + p;
			int most = 0;
			for (int ss = window.firstSs(); ss <= window.lastSs(); ss++)
				for (int fs = window.firstFs(); fs <= window.lastFs(); fs++)
					most = Math.max(most, Candidate.of(random, samples, p, ss, fs).seen());
			if (!random.model().mask().good()[p] || most == 0) {
				assertEquals(0, shifts.ss()[p], where);
				assertEquals(0, shifts.fs()[p], where);
				assertEquals(Float.NaN, shifts.error()[p], where);
				continue;
			}
			double least = Double.POSITIVE_INFINITY;
			for (int ss = window.firstSs(); ss <= window.lastSs(); ss++)
				for (int fs = window.firstFs(); fs <= window.lastFs(); fs++) {
					Candidate candidate = Candidate.of(random, samples, p, ss, fs);
					if (candidate.seen() > 0 && 2 * candidate.seen() >= most)
						least = Math.min(least, candidate.error());
				}
			assertTrue(shifts.ss()[p] >= window.firstSs() && shifts.ss()[p] <= window.lastSs(), where);
			assertTrue(shifts.fs()[p] >= window.firstFs() && shifts.fs()[p] <= window.lastFs(), where);
			Candidate found = Candidate.of(random, samples, p, shifts.ss()[p], shifts.fs()[p]);
			assertTrue(2 * found.seen() >= most, where + " is seen by " + found.seen() + " of " + most + " frames");
			assertEquals(least, found.error(), 1e-5 * Math.max(1, least), where);
			// in single precision the norm is not exact when all intensities are near the whitefield
			assertEquals(found.error(), shifts.error()[p], 1e-4 * Math.max(1, least), where);
		}
	}

	@ParameterizedTest
	@CsvSource({ "31, 7, 9, 5, 10, 10", "32, 9, 6, 8, 2, 1", "33, 8, 8, 6, 1, 2", "34, 3, 12, 6, 4, 7",
			"35, 12, 5, 7, 3, 6", "36, 5, 5, 9, 16, 18" })
	default void windowOfEvenWidthReachesOneFurtherBack(long seed, int rows, int columns, int count, int widthSs,
			int widthFs) {
		RandomCase random = RandomCase.of(seed, rows, columns, count);
		SearchWindow window = new SearchWindow(widthSs, widthFs);
		try (ComputeScan scan = open(random)) {
			assertBestFound(random, window,
					scan.searchPixelMap(random.model(), random.reference(), window, monitor()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "-5, -5", "4, 4", "-5, 4" })
	default void firstAndLastShiftOfAnEvenWindowAreFound(int ss, int fs) {
		PerfectModel perfect = PerfectModel.ofWholePixels(8, 7, 6, 10);
		try (ComputeScan scan = open(7, 6, perfect.frames())) {
			PixelShifts shifts = scan.searchPixelMap(perfect.withMapOffBy(-ss, -fs), perfect.reference(),
					new SearchWindow(10, 10), monitor());
			for (int p = 0; p < 42; p++) {
				assertEquals(ss, shifts.ss()[p], "pixel " + p);
				assertEquals(fs, shifts.fs()[p], "pixel " + p);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "41, 9, 8, 12, 1", "41, 9, 8, 12, 2", "42, 5, 7, 3, 1", "43, 6, 6, 1, 2" })
	default void findsTheBestShiftOfAHalf(long seed, int rows, int columns, int count, int part) {
		RandomCase random = RandomCase.of(seed, rows, columns, count);
		SearchWindow window = new SearchWindow(5, 6);
		Samples half = Samples.half(part, 99);
		try (ComputeScan scan = open(random)) {
			assertBestFound(random, window, half,
					scan.searchPixelMap(random.model(), random.reference(), window, half, monitor()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 7, 9, 5, 0, 0", "2, 7, 9, 5, 1, 2", "3, 9, 6, 8, 5, 5", "4, 1, 12, 6, 2, 3", "5, 12, 1, 6, 3, 0",
			"6, 6, 7, 5, 14, 3", "7, 5, 4, 4, 20, 20", "8, 8, 8, 1, 2, 2", "9, 17, 31, 2, 1, 1", "10, 4, 5, 6, 0, 12" })
	default void findsTheBestShift(long seed, int rows, int columns, int count, int halfSs, int halfFs) {
		RandomCase random = RandomCase.of(seed, rows, columns, count);
		SearchWindow window = SearchWindow.around(halfSs, halfFs);
		try (ComputeScan scan = open(random)) {
			assertBestFound(random, window,
					scan.searchPixelMap(random.model(), random.reference(), window, monitor()));
		}
	}

	/** As many pixels as need more than one piece of work, most windows wholly on the reference image. */
	@Test
	default void findsTheBestShiftOfManyPixels() {
		RandomCase random = RandomCase.of(21, 40, 50, 6);
		SearchWindow window = SearchWindow.around(1, 2);
		try (ComputeScan scan = open(random)) {
			assertBestFound(random, window,
					scan.searchPixelMap(random.model(), random.reference(), window, monitor()));
		}
	}

	@Test
	default void findsTheBestShiftAmongManyHoles() {
		RandomCase random = RandomCase.of(22, 9, 10, 9);
		float[] values = random.reference().image().values();
		for (int k = 0; k < values.length; k++)
			if (k % 3 == 0 || k / random.reference().image().columns() > 8)
				values[k] = Float.NaN;
		SearchWindow window = SearchWindow.around(3, 2);
		try (ComputeScan scan = open(random)) {
			assertBestFound(random, window,
					scan.searchPixelMap(random.model(), random.reference(), window, monitor()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "2, -3", "-4, 1", "4, 4", "-1, -4" })
	default void findsHowFarTheMapIsOff(int ss, int fs) {
		PerfectModel perfect = PerfectModel.ofWholePixels(3, 11, 8, 10);
		try (ComputeScan scan = open(11, 8, perfect.frames())) {
			PixelShifts shifts = scan.searchPixelMap(perfect.withMapOffBy(ss, fs), perfect.reference(),
					SearchWindow.around(4, 4), monitor());
			for (int p = 0; p < 88; p++) {
				assertEquals(-ss, shifts.ss()[p], "pixel " + p);
				assertEquals(-fs, shifts.fs()[p], "pixel " + p);
				assertEquals(0, shifts.error()[p], 1e-9, "pixel " + p);
			}
		}
	}

	@Test
	default void partsOfAPixelAreRoundedToTheNearest() {
		PerfectModel perfect = PerfectModel.ofWholePixels(4, 6, 9, 8);
		try (ComputeScan scan = open(6, 9, perfect.frames())) {
			PixelShifts shifts = scan.searchPixelMap(perfect.withMapOffBy(1.375, -0.625), perfect.reference(),
					SearchWindow.around(2, 2), monitor());
			for (int p = 0; p < 54; p++) {
				assertEquals(-1, shifts.ss()[p]);
				assertEquals(1, shifts.fs()[p]);
			}
		}
	}

	/** A scan of one pixel and a flat reference image: sums of binary fractions, so that all errors are equal to the last bit. */
	private PixelShifts searchOnFlat(int rows, int columns, double n0, double m0) {
		ForwardModel model = new ForwardModel(Mask.allGood(1, 1), Image.constant(1, 1, 1), PixelMap.identity(1, 1),
				new PixelTranslations(new double[] { 0, 1, -2, 3 }, new double[] { 0, -3, 2, 1 }));
		ReferenceImage flat = new ReferenceImage(Image.constant(rows, columns, 1), Image.constant(rows, columns, 4), n0,
				m0);
		try (ComputeScan scan = open(1, 1, new float[][] { { 0.5f }, { 1.25f }, { 0.75f }, { 1.5f } })) {
			return scan.searchPixelMap(model, flat, SearchWindow.around(4, 3), monitor());
		}
	}

	@ParameterizedTest
	@CsvSource({ "40, 40, 20, 20", "8, 8, 4, 4", "9, 13, 3, 9", "3, 3, 1, 1" })
	default void ofEqualErrorsTheSmallestShiftWins(int rows, int columns, double n0, double m0) {
		PixelShifts shifts = searchOnFlat(rows, columns, n0, m0);
		assertEquals(0, shifts.ss()[0]);
		assertEquals(0, shifts.fs()[0]);
		assertEquals(1, shifts.error()[0]);
	}

	@Test
	default void smallestShiftIsTheOneOfSmallestLength() {
		// the same along lines 2 i + j; shifts (3, 0), (2, 2), (1, 4), (4, -2), ... are all right, (2, 2) is the shortest
		float[] values = new float[40 * 40];
		for (int i = 0; i < 40; i++)
			for (int j = 0; j < 40; j++)
				values[i * 40 + j] = (2 * i + j) / 32f;
		ReferenceImage reference = new ReferenceImage(new Image(40, 40, values), Image.constant(40, 40, 1), 20, 20);
		double[] d = { 0, 1, -2, 3 };
		ForwardModel model = new ForwardModel(Mask.allGood(1, 1), Image.constant(1, 1, 2), PixelMap.identity(1, 1),
				new PixelTranslations(d, d));
		float[][] frames = new float[4][1];
		for (int n = 0; n < 4; n++)
			frames[n][0] = 2 * reference.image().at(20 + 3 - (int) d[n], 20 - (int) d[n]);
		try (ComputeScan scan = open(1, 1, frames)) {
			PixelShifts shifts = scan.searchPixelMap(model, reference, SearchWindow.around(7, 7), monitor());
			assertEquals(2, shifts.ss()[0]);
			assertEquals(2, shifts.fs()[0]);
			assertEquals(0, shifts.error()[0]);
		}
	}

	@Test
	default void shiftSeenByFewFramesDoesNotCount() {
		// five frames look at rows 2 .. 6; shift +5 explains the one frame that sees it exactly, no shift explains the rest
		float[] values = { 1.5f, 1.5f, 1.5f, 1.5f, 1.5f, 1.5f, 1.5f, 0.5f };
		ReferenceImage reference = new ReferenceImage(new Image(8, 1, values), Image.constant(8, 1, 1), 2, 0);
		ForwardModel model = new ForwardModel(Mask.allGood(1, 1), Image.constant(1, 1, 4), PixelMap.identity(1, 1),
				new PixelTranslations(new double[] { 0, -1, -2, -3, -4 }, new double[5]));
		try (ComputeScan scan = open(1, 1, new float[][] { { 2 }, { 3 }, { 3 }, { 3 }, { 3 } })) {
			PixelShifts shifts = scan.searchPixelMap(model, reference, SearchWindow.around(5, 0), monitor());
			RandomCase same = new RandomCase(new float[][] { { 2 }, { 3 }, { 3 }, { 3 }, { 3 } }, model, reference);
			assertEquals(0, Candidate.of(same, 0, 5, 0).error());
			assertEquals(1, Candidate.of(same, 0, 5, 0).seen());
			assertBestFound(same, SearchWindow.around(5, 0), shifts);
			assertTrue(shifts.ss()[0] != 5);
		}
	}

	@Test
	default void pixelThatLooksBesideTheReferenceHasNoShift() {
		RandomCase random = RandomCase.of(5, 4, 5, 3);
		double[] far = new double[20];
		Arrays.fill(far, 1e4);
		far[7] = -1e9;
		far[8] = 3e9;
		ForwardModel model = random.unmasked().model().with(new PixelMap(4, 5, far, far));
		try (ComputeScan scan = open(random)) {
			PixelShifts shifts = scan.searchPixelMap(model, random.reference(), SearchWindow.around(2, 2), monitor());
			assertArrayEquals(new byte[20], shifts.ss());
			assertArrayEquals(new byte[20], shifts.fs());
			for (float error : shifts.error())
				assertEquals(Float.NaN, error);
		}
	}

	@Test
	default void maskThatKillsEverythingLeavesNoShift() {
		RandomCase random = RandomCase.of(6, 4, 5, 3);
		ForwardModel model = new ForwardModel(new Mask(4, 5, new boolean[20]), random.model().whitefield(),
				random.model().map(), random.model().translations());
		try (ComputeScan scan = open(random)) {
			PixelShifts shifts = scan.searchPixelMap(model, random.reference(), SearchWindow.around(2, 2), monitor());
			assertArrayEquals(new byte[20], shifts.ss());
			for (float error : shifts.error())
				assertEquals(Float.NaN, error);
		}
	}

	@Test
	default void pixelThatIsAlwaysTheWhitefieldHasNoShift() {
		PerfectModel perfect = PerfectModel.ofWholePixels(5, 2, 3, 4);
		Image whitefield = Image.constant(2, 3, 64);
		float[][] frames = new float[4][];
		Arrays.fill(frames, whitefield.values());
		try (ComputeScan scan = open(2, 3, frames)) {
			PixelShifts shifts = scan.searchPixelMap(perfect.model().with(whitefield), perfect.reference(),
					SearchWindow.around(2, 2), monitor());
			assertArrayEquals(new byte[6], shifts.ss());
			assertArrayEquals(new byte[6], shifts.fs());
			for (float error : shifts.error())
				assertEquals(Float.NaN, error);
		}
	}

	@Test
	default void largestShiftsThatFitAreFound() {
		PixelShifts shifts = searchFar(127);
		assertEquals(127, shifts.ss()[0]);
		assertEquals(0, shifts.error()[0], 1e-9);
		assertEquals(-127, searchFar(-127).ss()[0]);
	}

	@Test
	default void shiftsThatDoNotFitAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> searchFar(130));
	}

	/** Searches for a feature that is this far away, in a window that just reaches it. */
	private PixelShifts searchFar(int distance) {
		Image image = Image.constant(300, 1, 1);
		image.values()[150 + distance] = 2;
		ReferenceImage reference = new ReferenceImage(image, Image.constant(300, 1, 1), 150, 0);
		ForwardModel model = new ForwardModel(Mask.allGood(1, 1), Image.constant(1, 1, 10), PixelMap.identity(1, 1),
				new PixelTranslations(new double[1], new double[1]));
		try (ComputeScan scan = open(1, 1, new float[][] { { 20 } })) {
			return scan.searchPixelMap(model, reference, SearchWindow.around(Math.abs(distance), 0), monitor());
		}
	}
}
