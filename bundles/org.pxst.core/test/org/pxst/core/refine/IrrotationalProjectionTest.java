// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CancelledException;
import org.pxst.core.map.PixelMap;

class IrrotationalProjectionTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();

	private static double[] ones(int n) {
		double[] weights = new double[n];
		Arrays.fill(weights, 1);
		return weights;
	}

	/** Gradient of sin(a i) cos(b j), a and b so small that a pixel is a fine step, plus the identity. */
	private static PixelMap lens(int rows, int columns, double scaleSs, double scaleFs) {
		return lens(rows, columns, scaleSs, scaleFs, 1);
	}

	private static PixelMap lens(int rows, int columns, double scaleSs, double scaleFs, int fine) {
		double[] ss = new double[rows * columns];
		double[] fs = new double[ss.length];
		double a = 0.06 / fine;
		double b = 0.05 / fine;
		for (int p = 0; p < ss.length; p++) {
			int i = p / columns;
			int j = p % columns;
			ss[p] = i + 2 / a * a * Math.cos(a * i) * Math.cos(b * j) / scaleSs;
			fs[p] = j - 2 / a * b * Math.sin(a * i) * Math.sin(b * j) / scaleFs;
		}
		return new PixelMap(rows, columns, ss, fs);
	}

	@ParameterizedTest
	@CsvSource({ "40, 50, 1, 1", "64, 33, 1, 1", "40, 50, 1, 1.4", "40, 50, 0.02, 0.01" })
	void gradientFieldsAreKept(int rows, int columns, double scaleSs, double scaleFs) {
		PixelMap map = lens(rows, columns, scaleSs, scaleFs);
		PixelMap result = new IrrotationalProjection(scaleSs, scaleFs).apply(map, ones(rows * columns), MONITOR);
		// the trapezium and central differences cost a^2 / 4 of the amplitude, 2 reference pixels
		assertArrayEquals(map.ss(), result.ss(), 4e-3 / scaleSs);
		assertArrayEquals(map.fs(), result.fs(), 4e-3 / scaleFs);
	}

	/** What is left of a gradient field's change is the step from pixel to pixel. */
	@ParameterizedTest
	@CsvSource({ "40, 40", "64, 33", "33, 64" })
	void changeOfGradientFieldsGoesDownWithTheSquareOfThePixel(int rows, int columns) {
		double[] worst = new double[2];
		for (int level = 0; level < 2; level++) {
			int fine = 1 + 2 * level;
			PixelMap map = lens(rows * fine, columns * fine, 1, 1, fine);
			PixelMap result = new IrrotationalProjection().apply(map, ones(map.ss().length), MONITOR);
			for (int p = 0; p < map.ss().length; p++)
				worst[level] = Math.max(worst[level],
						Math.hypot(result.ss()[p] - map.ss()[p], result.fs()[p] - map.fs()[p]));
		}
		assertTrue(worst[1] < worst[0] / 6, worst[0] + " becomes " + worst[1]);
	}

	@ParameterizedTest
	@CsvSource({ "1, 0, 0, 1", "1.02, 0, 0, 0.98", "1, 0.05, -0.05, 1", "0.99, 0.1, 0.02, 1.1" })
	void affineMapsAreKeptRotationIncluded(double a, double b, double c, double d) {
		double[] ss = new double[30 * 25];
		double[] fs = new double[ss.length];
		double[] weights = new double[ss.length];
		for (int p = 0; p < ss.length; p++) {
			int i = p / 25;
			int j = p % 25;
			ss[p] = a * i + b * j + 3;
			fs[p] = c * i + d * j - 7;
			weights[p] = Math.hypot(i - 15, j - 12) < 11 ? 1 + 0.1 * i : 0;
		}
		PixelMap result = new IrrotationalProjection().apply(new PixelMap(30, 25, ss, fs), weights, MONITOR);
		assertArrayEquals(ss, result.ss(), 1e-7);
		assertArrayEquals(fs, result.fs(), 1e-7);
	}

	/** Maps of degree two have a potential of degree three, which central differences give back up to a constant. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void quadraticLensesAreKept(long seed) {
		double[] c = new Random(seed).doubles(4, -1e-3, 1e-3).toArray();
		int rows = 40;
		int columns = 36;
		double[] ss = new double[rows * columns];
		double[] fs = new double[ss.length];
		for (int p = 0; p < ss.length; p++) {
			double i = p / columns - 20;
			double j = p % columns - 18;
			ss[p] = i + 3 * c[0] * i * i + 2 * c[1] * i * j + c[2] * j * j;
			fs[p] = j + c[1] * i * i + 2 * c[2] * i * j + 3 * c[3] * j * j;
		}
		PixelMap result = new IrrotationalProjection().apply(new PixelMap(rows, columns, ss, fs), ones(ss.length), MONITOR);
		assertArrayEquals(ss, result.ss(), 5e-3);
		assertArrayEquals(fs, result.fs(), 5e-3);
	}

	/** Scatter of the curl. Its mean is a turn of the whole, which is kept. */
	private static double curl(PixelMap map) {
		int columns = map.columns();
		double sum = 0;
		double squares = 0;
		int count = 0;
		for (int i = 2; i < map.rows() - 2; i++)
			for (int j = 2; j < columns - 2; j++) {
				int p = i * columns + j;
				double curl = (map.fs()[p + columns] - map.fs()[p - columns] - map.ss()[p + 1] + map.ss()[p - 1]) / 2;
				sum += curl;
				squares += curl * curl;
				count++;
			}
		return Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void noiseWithCurlIsReducedAndCurlVanishes(long seed) {
		int rows = 48;
		int columns = 44;
		PixelMap truth = lens(rows, columns, 1, 1);
		Random random = new Random(seed);
		double[] ss = Arrays.stream(truth.ss()).map(v -> v + 0.1 * random.nextGaussian()).toArray();
		double[] fs = Arrays.stream(truth.fs()).map(v -> v + 0.1 * random.nextGaussian()).toArray();
		PixelMap noisy = new PixelMap(rows, columns, ss, fs);
		PixelMap result = new IrrotationalProjection().apply(noisy, ones(ss.length), MONITOR);
		double before = 0;
		double after = 0;
		for (int i = 1; i < rows - 1; i++)
			for (int j = 1; j < columns - 1; j++) {
				int p = i * columns + j;
				before += Math.pow(ss[p] - truth.ss()[p], 2) + Math.pow(fs[p] - truth.fs()[p], 2);
				after += Math.pow(result.ss()[p] - truth.ss()[p], 2) + Math.pow(result.fs()[p] - truth.fs()[p], 2);
			}
		// at least the half that a gradient cannot describe
		assertTrue(after < 0.5 * before, after + " of " + before);
		assertTrue(curl(noisy) > 0.05);
		assertTrue(curl(result) < 1e-6, "" + curl(result));
	}

	@Test
	void pureCurlIsTakenAway() {
		// a vortex that vanishes outside: no divergence, so no gradient is anywhere near it
		int size = 50;
		double[] ss = new double[size * size];
		double[] fs = new double[ss.length];
		for (int p = 0; p < ss.length; p++) {
			double y = p / size - 24.5;
			double x = p % size - 24.5;
			double strength = 0.3 * Math.exp(-(x * x + y * y) / 72);
			ss[p] = p / size + strength * x;
			fs[p] = p % size - strength * y;
		}
		PixelMap result = new IrrotationalProjection().apply(new PixelMap(size, size, ss, fs), ones(ss.length), MONITOR);
		double before = 0;
		double after = 0;
		for (int i = 1; i < size - 1; i++)
			for (int j = 1; j < size - 1; j++) {
				int p = i * size + j;
				before = Math.max(before, Math.abs(ss[p] - i));
				// the plane fit sees a turn of the whole, which belongs to it
				after = Math.max(after, Math.abs(result.ss()[p] - i));
			}
		assertTrue(before > 1);
		assertTrue(after < 0.35 * before, after + " of " + before);
	}

	@Test
	void pixelsWithoutWeightAndTheRimKeepTheirValue() {
		int rows = 20;
		int columns = 24;
		Random random = new Random(6);
		double[] ss = random.doubles(rows * columns).toArray();
		double[] fs = random.doubles(rows * columns).toArray();
		double[] weights = ones(ss.length);
		for (int p = 0; p < weights.length; p += 7) {
			weights[p] = 0;
			ss[p] = Double.NaN;
		}
		PixelMap result = new IrrotationalProjection().apply(new PixelMap(rows, columns, ss, fs), weights, MONITOR);
		for (int p = 0; p < ss.length; p++) {
			boolean rim = p / columns == 0 || p / columns == rows - 1 || p % columns == 0 || p % columns == columns - 1;
			if (rim || weights[p] == 0) {
				assertEquals(ss[p], result.ss()[p]);
				assertEquals(fs[p], result.fs()[p]);
			} else {
				assertTrue(Double.isFinite(result.ss()[p]) && Double.isFinite(result.fs()[p]));
			}
		}
	}

	@Test
	void cancelled() {
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		PixelMap map = lens(20, 20, 1, 1);
		assertThrows(CancelledException.class,
				() -> new IrrotationalProjection().apply(map, ones(400), cancelled));
	}
}
