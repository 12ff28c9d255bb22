// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.PxstException;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

/** The merge of the frames into the reference image. */
interface MakeReferenceContract extends BackEndContract {
	/** Both sums of the merge, with a rim of one pixel in which rounding may leave nothing that matters. */
	record NaiveMerge(int rows, int columns, double[][] product, double[][] square) {
		static NaiveMerge of(RandomCase random, ReferenceImage shape) {
			int rows = shape.image().rows();
			int columns = shape.image().columns();
			NaiveMerge merge = new NaiveMerge(rows, columns, new double[rows + 2][columns + 2],
					new double[rows + 2][columns + 2]);
			ForwardModel model = random.model();
			for (int n = 0; n < random.frames().length; n++)
				for (int p = 0; p < model.mask().good().length; p++)
					if (model.mask().good()[p]) {
						double w = model.whitefield().values()[p];
						merge.deposit(model.map().ss()[p] - model.translations().ss()[n] + shape.n0(),
								model.map().fs()[p] - model.translations().fs()[n] + shape.m0(),
								w * random.frames()[n][p], w * w);
					}
			return merge;
		}

		private void deposit(double s, double f, double wi, double ww) {
			int i = (int) Math.floor(s);
			int j = (int) Math.floor(f);
			for (int a = 0; a < 2; a++)
				for (int b = 0; b < 2; b++) {
					double weight = (1 - Math.abs(s - i - a)) * (1 - Math.abs(f - j - b));
					// where the weight is 0 the corner may be beyond the rim
					if (weight > 0) {
						product[i + a + 1][j + b + 1] += weight * wi;
						square[i + a + 1][j + b + 1] += weight * ww;
					}
				}
		}

		double value(int i, int j) {
			return product[i + 1][j + 1] / square[i + 1][j + 1];
		}

		double overlap(int i, int j) {
			return square[i + 1][j + 1];
		}
	}

	private static void assertMerged(RandomCase random, ReferenceImage reference, double leastOverlap) {
		NaiveMerge expected = NaiveMerge.of(random, reference);
		Closeness close = new Closeness(1e-5);
		for (int i = 0; i < expected.rows(); i++)
			for (int j = 0; j < expected.columns(); j++) {
				String where = "(" + i + ", " + j + ")";
				close.check(expected.overlap(i, j), reference.overlap().at(i, j), "overlap at " + where);
				if (expected.overlap(i, j) > (1 + 1e-4) * leastOverlap && expected.overlap(i, j) > 1e-6)
					close.check(expected.value(i, j), reference.image().at(i, j), "value at " + where);
				else if (expected.overlap(i, j) < (1 - 1e-4) * leastOverlap || expected.overlap(i, j) == 0)
					close.check(Double.NaN, reference.image().at(i, j), "value at " + where);
			}
	}

	private static double smallest(Mask mask, double[] map, double[] translations) {
		double smallest = Double.POSITIVE_INFINITY;
		for (int p = 0; p < map.length; p++)
			if (mask.good()[p])
				for (double d : translations)
					smallest = Math.min(smallest, map[p] - d);
		return smallest;
	}

	@ParameterizedTest
	@CsvSource({ "1, 7, 11, 5", "2, 16, 5, 9", "3, 1, 12, 4", "4, 12, 1, 4", "5, 1, 1, 3", "6, 20, 30, 17",
			"7, 2, 3, 1" })
	default void mergesLikeAPlainSum(long seed, int rows, int columns, int count) {
		RandomCase random = RandomCase.of(seed, rows, columns, count);
		try (ComputeScan scan = open(random)) {
			ReferenceImage reference = scan.makeReference(random.model(), 0, monitor());
			assertMerged(random, reference, 0);
			ForwardModel model = random.model();
			assertEquals(-smallest(model.mask(), model.map().ss(), model.translations().ss()), reference.n0(), 1e-9);
			assertEquals(-smallest(model.mask(), model.map().fs(), model.translations().fs()), reference.m0(), 1e-9);
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.1, 0.5, 1, 2 })
	default void littleOverlapIsNoValue(double minimumOverlap) {
		RandomCase random = RandomCase.of(8, 12, 15, 10);
		double meanSquare = 0;
		for (int p = 0; p < 12 * 15; p++)
			if (random.model().mask().good()[p])
				meanSquare += Math.pow(random.model().whitefield().values()[p], 2) / random.model().mask().count();
		try (ComputeScan scan = open(random)) {
			ReferenceImage reference = scan.makeReference(random.model(), minimumOverlap, monitor());
			assertMerged(random, reference, minimumOverlap * meanSquare);
			int without = 0;
			for (float value : reference.image().values())
				without += Float.isNaN(value) ? 1 : 0;
			assertTrue(without > 0 && without < reference.image().values().length, without + " without a value");
		}
	}

	@Test
	default void overlapOfJustTheMinimumIsEnough() {
		float[] frame = { 1, 2, 3, 4, 5, 6, 7, 8 };
		ForwardModel model = new ForwardModel(Mask.allGood(2, 4), Image.constant(2, 4, 1), PixelMap.identity(2, 4),
				new PixelTranslations(new double[1], new double[1]));
		try (ComputeScan scan = open(2, 4, new float[][] { frame })) {
			ReferenceImage reference = scan.makeReference(model, 1, monitor());
			for (int i = 0; i < 2; i++)
				for (int j = 0; j < 4; j++)
					assertEquals(frame[i * 4 + j], reference.image().at(i, j), "(" + i + ", " + j + ")");
		}
	}

	/** No sample gets lost at the edges, whichever way the coordinates of the outermost ones are rounded. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	default void everySampleIsMerged(long seed) {
		Random random = new Random(seed);
		PixelMap map = PixelMap.linear(7, 8, 1 + 0.1 * random.nextDouble(), 1 - 0.1 * random.nextDouble());
		double originSs = random.nextDouble();
		double originFs = random.nextDouble();
		for (int p = 0; p < 56; p++) {
			map.ss()[p] += originSs;
			map.fs()[p] += originFs;
		}
		double[][] d = new double[2][6];
		for (int n = 0; n < 6; n++) {
			d[0][n] = 8 * random.nextDouble() - 4;
			d[1][n] = 8 * random.nextDouble() - 4;
		}
		float[][] frames = new float[6][56];
		for (float[] frame : frames)
			Arrays.fill(frame, 3);
		ForwardModel model = new ForwardModel(Mask.allGood(7, 8), Image.constant(7, 8, 2), map,
				new PixelTranslations(d[0], d[1]));
		try (ComputeScan scan = open(7, 8, frames)) {
			ReferenceImage reference = scan.makeReference(model, 0, monitor());
			double sum = 0;
			for (float overlap : reference.overlap().values())
				sum += overlap;
			assertEquals(6 * 56 * 4, sum, 1e-3);
			for (float value : reference.image().values())
				if (!Float.isNaN(value))
					assertEquals(1.5, value, 1e-5);
		}
	}

	@Test
	default void referenceTooLargeForAnArrayIsRefused() {
		RandomCase random = RandomCase.of(10, 2, 2, 2).unmasked();
		double far = 65534;
		ForwardModel model = new ForwardModel(random.model().mask(), random.model().whitefield(),
				PixelMap.linear(2, 2, far, far), new PixelTranslations(new double[2], new double[2]));
		try (ComputeScan scan = open(random)) {
			assertThrows(PxstException.class, () -> scan.makeReference(model, 0, monitor()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 14, 9, 12", "2, 8, 17, 5" })
	default void referenceOfWholePixelsComesBackExactly(long seed, int rows, int columns, int count) {
		PerfectModel perfect = PerfectModel.ofWholePixels(seed, rows, columns, count);
		try (ComputeScan scan = open(rows, columns, perfect.frames())) {
			ReferenceImage merged = scan.makeReference(perfect.model(), 0, monitor());
			int ss = (int) (perfect.reference().n0() - merged.n0());
			int fs = (int) (perfect.reference().m0() - merged.m0());
			int seen = 0;
			for (int i = 0; i < merged.image().rows(); i++)
				for (int j = 0; j < merged.image().columns(); j++)
					if (merged.overlap().at(i, j) > 0) {
						assertEquals(perfect.reference().image().at(i + ss, j + fs), merged.image().at(i, j), 1e-6);
						seen++;
					}
			assertTrue(seen >= rows * columns, seen + " pixels");
		}
	}

	@Test
	default void pixelsWithoutOverlapHaveNoValue() {
		ForwardModel model = new ForwardModel(Mask.allGood(2, 2), Image.constant(2, 2, 1), PixelMap.identity(2, 2),
				new PixelTranslations(new double[] { 0, -10 }, new double[] { 0, 0 }));
		float[] frame = { 1, 2, 3, 4 };
		try (ComputeScan scan = open(2, 2, new float[][] { frame, frame })) {
			ReferenceImage reference = scan.makeReference(model, 0, monitor());
			assertEquals(0, reference.n0(), 1e-12);
			for (int i = 2; i < 10; i++) {
				assertTrue(Float.isNaN(reference.image().at(i, 0)));
				assertEquals(0, reference.overlap().at(i, 0));
			}
			assertEquals(3, reference.image().at(1, 0));
			assertEquals(2, reference.image().at(10, 1));
		}
	}

	@Test
	default void maskedPixelsDoNotCountWhateverTheyAre() {
		RandomCase random = RandomCase.of(11, 8, 9, 6);
		Image whitefield = new Image(8, 9, random.model().whitefield().values().clone());
		PixelMap map = new PixelMap(8, 9, random.model().map().ss().clone(), random.model().map().fs().clone());
		for (int p = 0; p < 72; p++)
			if (!random.model().mask().good()[p]) {
				whitefield.values()[p] = Float.NaN;
				map.ss()[p] = Double.NaN;
				map.fs()[p] = Double.NaN;
			}
		assertFalse(random.model().mask().count() == 72);
		try (ComputeScan scan = open(random)) {
			ReferenceImage expected = scan.makeReference(random.model(), 0.1, monitor());
			ReferenceImage actual = scan.makeReference(random.model().with(whitefield).with(map), 0.1, monitor());
			assertArrayEquals(expected.image().values(), actual.image().values());
			assertEquals(expected.n0(), actual.n0());
		}
	}

	@Test
	default void framesThatAreNotLoadedNeedNoPosition() {
		RandomCase random = RandomCase.of(12, 8, 9, 6);
		double[][] d = { random.model().translations().ss().clone(), random.model().translations().fs().clone() };
		d[0][1] = Double.NaN;
		d[1][1] = Double.NaN;
		d[0][4] = Double.NaN;
		d[1][4] = Double.NaN;
		ForwardModel model = random.model().with(new PixelTranslations(d[0], d[1]));
		int[] loaded = { 0, 2, 3, 5 };
		float[][] frames = new float[4][];
		double[][] kept = new double[2][4];
		for (int k = 0; k < 4; k++) {
			frames[k] = random.frames()[loaded[k]];
			kept[0][k] = d[0][loaded[k]];
			kept[1][k] = d[1][loaded[k]];
		}
		RandomCase less = random.with(frames).with(random.model().with(new PixelTranslations(kept[0], kept[1])));
		try (ComputeScan scan = open(8, 9, random.frames(), loaded)) {
			assertMerged(less, scan.makeReference(model, 0, monitor()), 0);
		}
	}
}
