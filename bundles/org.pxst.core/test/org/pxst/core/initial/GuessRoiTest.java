// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;

class GuessRoiTest {
	private static Image box(int rows, int columns, Roi roi, float inside) {
		float[] values = new float[rows * columns];
		for (int i = roi.ss0(); i < roi.ss1(); i++)
			for (int j = roi.fs0(); j < roi.fs1(); j++)
				values[i * columns + j] = inside;
		return new Image(rows, columns, values);
	}

	@ParameterizedTest
	@CsvSource({ "50, 60, 10, 40, 10, 40", "50, 60, 0, 50, 0, 60", "50, 60, 0, 1, 59, 60", "96, 128, 8, 88, 10, 118",
			"1, 60, 0, 1, 10, 40", "60, 1, 10, 40, 0, 1" })
	void boxIsFoundExactly(int rows, int columns, int ss0, int ss1, int fs0, int fs1) {
		Roi roi = new Roi(ss0, ss1, fs0, fs1);
		assertEquals(roi, new GuessRoi().apply(box(rows, columns, roi, 300)));
		assertEquals(roi, new GuessRoi().apply(box(rows, columns, roi, 1e-6f)));
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, -5, 0, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY })
	void whatIsNoLightDoesNotCount(float dark) {
		Roi roi = new Roi(10, 40, 20, 50);
		float[] values = box(50, 60, roi, 7).values();
		for (int p = 0; p < values.length; p++)
			if (values[p] == 0)
				values[p] = dark;
		assertEquals(roi, new GuessRoi().apply(new Image(50, 60, values)));
	}

	/** A table of all intervals would have 2e10 entries. */
	@Test
	void longDetectorsTakeNoMoreMemoryThanTheirLength() {
		Roi roi = new Roi(0, 1, 31_234, 171_111);
		assertEquals(roi, new GuessRoi().apply(box(1, 200_000, roi, 3)));
	}

	/** Two beams: the second is worth its rows and what lies between only when it is bright enough. */
	@ParameterizedTest
	@CsvSource({ "1, 10, 40", "0.04, 10, 20" })
	void whatLiesApartIsIncludedWhenItIsWorthIt(float second, int ss0, int ss1) {
		float[] values = box(100, 5, new Roi(10, 20, 0, 5), 1).values();
		for (int p = 30 * 5; p < 40 * 5; p++)
			values[p] = second;
		assertEquals(new Roi(ss0, ss1, 0, 5), new GuessRoi().apply(new Image(100, 5, values)));
	}

	/** The light of a Gaussian beam falls to where it is not worth a row: 4 light / all = 1 / length. */
	@Test
	void gaussianBeamIsCutWhereTheRowsAreNotWorthIt() {
		int rows = 2000;
		double sigma = 150;
		float[] values = new float[rows];
		for (int i = 0; i < rows; i++)
			values[i] = (float) Math.exp(-Math.pow((i - 900) / sigma, 2) / 2);
		double half = sigma * Math.sqrt(2 * Math.log(4 * rows / (Math.sqrt(2 * Math.PI) * sigma)));
		Roi roi = new GuessRoi().apply(new Image(rows, 1, values));
		assertEquals(900 - half, roi.ss0(), 1);
		assertEquals(900 + half, roi.ss1() - 1, 1);
	}

	private static LongStream seeds() {
		return LongStream.range(0, 30);
	}

	/** The paper's error of an interval of one axis. */
	private static double error(double[] light, int start, int end) {
		double inside = 0;
		double all = 0;
		for (int k = 0; k < light.length; k++) {
			all += light[k];
			if (k >= start && k < end)
				inside += light[k];
		}
		return 4 * (1 - inside / all) + (end - start) / (double) light.length;
	}

	private static double leastError(double[] light) {
		double least = Double.POSITIVE_INFINITY;
		for (int start = 0; start < light.length; start++)
			for (int end = start + 1; end <= light.length; end++)
				least = Math.min(least, error(light, start, end));
		return least;
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void noOtherIntervalIsBetter(long seed) {
		Random random = new Random(seed);
		int rows = 1 + random.nextInt(30);
		int columns = 1 + random.nextInt(30);
		double steepness = 6 * random.nextDouble();
		float[] values = new float[rows * columns];
		double[] alongSs = new double[rows];
		double[] alongFs = new double[columns];
		for (int p = 0; p < values.length; p++) {
			double edge = Math.sin(Math.PI * (p / columns + 0.5) / rows) * Math.sin(Math.PI * (p % columns + 0.5) / columns);
			values[p] = (float) (Math.pow(edge, steepness) * random.nextDouble());
			alongSs[p / columns] += values[p];
			alongFs[p % columns] += values[p];
		}
		Roi roi = new GuessRoi().apply(new Image(rows, columns, values));
		assertEquals(leastError(alongSs), error(alongSs, roi.ss0(), roi.ss1()), 1e-9);
		assertEquals(leastError(alongFs), error(alongFs, roi.fs0(), roi.fs1()), 1e-9);
	}

	@Test
	void darkWhitefieldHasNone() {
		Image dark = Image.constant(5, 5, 0);
		Image unknown = Image.constant(5, 5, Float.NaN);
		assertThrows(IllegalArgumentException.class, () -> new GuessRoi().apply(dark));
		assertThrows(IllegalArgumentException.class, () -> new GuessRoi().apply(unknown));
	}
}
