// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplePositionsTest {
	private static double[] translations(int frames, long seed) {
		Random random = new Random(seed);
		double[] xyz = new double[3 * frames];
		for (int k = 0; k < xyz.length; k++)
			xyz[k] = 1e-6 * random.nextGaussian();
		return xyz;
	}

	/** The same two vectors for each frame. */
	private static double[] repeated(double[] basis, int frames) {
		double[] all = new double[frames * 6];
		for (int n = 0; n < frames; n++)
			System.arraycopy(basis, 0, all, 6 * n, 6);
		return all;
	}

	/** CXI's usual axes: slow scan down (-y), fast scan along x. */
	@ParameterizedTest
	@CsvSource({ "1, 55e-6", "2, 55e-6", "7, 1", "7, 55e-6" })
	void slowScanAlongMinusYAndFastScanAlongX(int frames, double pixel) {
		double[] xyz = translations(frames, 3);
		double[] basis = { 0, -pixel, 0, pixel, 0, 0 };
		for (double[] b : new double[][] { basis, repeated(basis, frames) }) {
			SamplePositions positions = SamplePositions.project(xyz, b);
			assertEquals(frames, positions.frames());
			for (int n = 0; n < frames; n++) {
				assertEquals(-xyz[3 * n + 1], positions.ss()[n], 1e-20);
				assertEquals(xyz[3 * n], positions.fs()[n], 1e-20);
			}
		}
	}

	/** The two positions and the part along the detector's normal make up the whole vector, however it is turned. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void lengthOfTheVectorIsKeptByATurnedBasis(long seed) {
		Random random = new Random(seed);
		int frames = 5;
		double[] xyz = translations(frames, seed);
		double[] basis = new double[6 * frames];
		double[] normals = new double[3 * frames];
		for (int n = 0; n < frames; n++) {
			double polar = Math.acos(2 * random.nextDouble() - 1);
			double turn = 2 * Math.PI * random.nextDouble();
			double twist = 2 * Math.PI * random.nextDouble();
			double[] normal = { Math.sin(polar) * Math.cos(turn), Math.sin(polar) * Math.sin(turn), Math.cos(polar) };
			double[] a = { Math.cos(polar) * Math.cos(turn), Math.cos(polar) * Math.sin(turn), -Math.sin(polar) };
			double[] b = { -Math.sin(turn), Math.cos(turn), 0 };
			for (int k = 0; k < 3; k++) {
				normals[3 * n + k] = normal[k];
				basis[6 * n + k] = 55e-6 * (Math.cos(twist) * a[k] + Math.sin(twist) * b[k]);
				basis[6 * n + 3 + k] = 75e-6 * (-Math.sin(twist) * a[k] + Math.cos(twist) * b[k]);
			}
		}
		SamplePositions positions = SamplePositions.project(xyz, basis);
		for (int n = 0; n < frames; n++) {
			double along = 0;
			double square = 0;
			for (int k = 0; k < 3; k++) {
				along += normals[3 * n + k] * xyz[3 * n + k];
				square += xyz[3 * n + k] * xyz[3 * n + k];
			}
			double sum = positions.ss()[n] * positions.ss()[n] + positions.fs()[n] * positions.fs()[n] + along * along;
			assertEquals(square, sum, 1e-12 * square);
		}
	}

	@Test
	void eachFrameHasItsOwnBasis() {
		double[] xyz = { 1, 2, 3, 1, 2, 3 };
		double[] basis = { 1, 0, 0, 0, 1, 0, 0, 0, -2, 0, 1, 0 };
		SamplePositions positions = SamplePositions.project(xyz, basis);
		assertArrayEquals(new double[] { 1, -3 }, positions.ss(), 1e-15);
		assertArrayEquals(new double[] { 2, 2 }, positions.fs(), 1e-15);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1e-9, 1e-9", "2, 1e-9, 3e-9", "25, 4.4e-8, 6e-8", "400, 2e-8, 1e-8" })
	void inPixelsHasMeanZeroAndKeepsDistances(int frames, double dss, double dfs) {
		double[] xyz = translations(frames, frames);
		double[] ss = new double[frames];
		double[] fs = new double[frames];
		for (int n = 0; n < frames; n++) {
			ss[n] = xyz[3 * n] + 5e-6;
			fs[n] = xyz[3 * n + 1] - 2e-6;
		}
		PixelTranslations pixels = new SamplePositions(ss, fs).inPixels(dss, dfs);
		assertEquals(frames, pixels.frames());
		assertEquals(0, Arrays.stream(pixels.ss()).sum(), 1e-7);
		assertEquals(0, Arrays.stream(pixels.fs()).sum(), 1e-7);
		for (int n = 1; n < frames; n++) {
			assertEquals(ss[n] - ss[0], (pixels.ss()[n] - pixels.ss()[0]) * dss, 1e-17);
			assertEquals(fs[n] - fs[0], (pixels.fs()[n] - pixels.fs()[0]) * dfs, 1e-17);
		}
	}

	@Test
	void axesMustHaveTheSameLength() {
		assertThrows(IllegalArgumentException.class, () -> new SamplePositions(new double[2], new double[3]));
		assertThrows(IllegalArgumentException.class, () -> new PixelTranslations(new double[2], new double[3]));
	}
}
