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
	@ValueSource(floats = { Float.NaN, -5, 0 })
	void whatIsNoLightDoesNotCount(float dark) {
		Roi roi = new Roi(10, 40, 20, 50);
		float[] values = box(50, 60, roi, 7).values();
		for (int p = 0; p < values.length; p++)
			if (values[p] == 0)
				values[p] = dark;
		assertEquals(roi, new GuessRoi().apply(new Image(50, 60, values)));
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
