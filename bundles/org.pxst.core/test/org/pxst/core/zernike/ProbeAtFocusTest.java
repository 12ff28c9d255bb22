// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.PupilPlane;

class ProbeAtFocusTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();

	private static PupilPlane plane(int rows, int columns) {
		return new PupilPlane(rows, columns, 50e-6, 75e-6, rows / 2, columns / 2, 1e-10, 1.5);
	}

	@ParameterizedTest
	@CsvSource({ "8, 12", "9, 7", "16, 5" })
	void isTheSumOverThePupil(int rows, int columns) {
		Random random = new Random(1);
		double[] phase = random.doubles(rows * columns, -3, 3).toArray();
		float[] counts = new float[rows * columns];
		for (int p = 0; p < counts.length; p++)
			counts[p] = random.nextFloat() * 100;
		phase[3] = Double.NaN;
		counts[5] = Float.NaN;
		counts[6] = -1;
		FocusedProbe probe = new ProbeAtFocus(plane(rows, columns)).apply(phase, new Image(rows, columns, counts), MONITOR);
		assertEquals(2 * rows, probe.rows());
		assertEquals(2 * columns, probe.columns());
		for (int k = 0; k < 2 * rows; k += 3)
			for (int l = 0; l < 2 * columns; l += 2) {
				double real = 0;
				double imaginary = 0;
				for (int p = 0; p < counts.length; p++) {
					if (p == 3 || p == 5 || p == 6)
						continue;
					double angle = phase[p] + 2 * Math.PI * ((p / columns - rows / 2) * (k - rows) / (2.0 * rows)
							+ (p % columns - columns / 2) * (l - columns) / (2.0 * columns));
					real += Math.sqrt(counts[p]) * Math.cos(angle);
					imaginary += Math.sqrt(counts[p]) * Math.sin(angle);
				}
				double norm = Math.sqrt(4.0 * rows * columns);
				assertEquals(real / norm, probe.real(k, l), 1e-11);
				assertEquals(imaginary / norm, probe.imaginary(k, l), 1e-11);
			}
	}

	/** sin^2(M q) / sin^2 q, the transform of M equal pixels. */
	@Test
	void evenPupilFocusesToADiffractionPattern() {
		FocusedProbe probe = new ProbeAtFocus(plane(32, 20)).apply(new double[640], Image.constant(32, 20, 9), MONITOR);
		assertEquals(1e-10 * 1.5 / (64 * 50e-6), probe.voxelSs(), 1e-18);
		assertEquals(1e-10 * 1.5 / (40 * 75e-6), probe.voxelFs(), 1e-18);
		double peak = probe.intensity(32, 20);
		assertEquals(9 * 640 / 4.0, peak, 1e-9);
		for (int k = 1; k < 64; k++) {
			double q = Math.PI * (k - 32) / 64;
			double expected = k == 32 ? 1 : Math.pow(Math.sin(32 * q) / (32 * Math.sin(q)), 2);
			assertEquals(expected, probe.intensity(k, 20) / peak, 1e-12);
		}
	}

	@Test
	void countsAreKept() {
		double[] phase = new Random(2).doubles(300, -2, 2).toArray();
		FocusedProbe probe = new ProbeAtFocus(plane(15, 20)).apply(phase, Image.constant(15, 20, 7), MONITOR);
		double sum = 0;
		for (int k = 0; k < 30; k++)
			for (int l = 0; l < 40; l++)
				sum += probe.intensity(k, l);
		assertEquals(2100, sum, 1e-9);
	}

	/** Rays turned towards larger rows at the detector come from smaller ones at the focus: by tilt times distance. */
	@Test
	void tiltMovesTheFocus() {
		PupilPlane plane = plane(40, 40);
		double voxelSs = 1e-10 * 1.5 / (80 * 50e-6);
		double voxelFs = 1e-10 * 1.5 / (80 * 75e-6);
		GeometricAberrations tilt = new GeometricAberrations(1, 3 * voxelSs / 1.5, -5 * voxelFs / 1.5, 0, 0, 0);
		double[] phase = new double[1600];
		for (int p = 0; p < 1600; p++)
			phase[p] = tilt.phase(plane, p / 40, p % 40);
		FocusedProbe probe = new ProbeAtFocus(plane).apply(phase, Image.constant(40, 40, 1), MONITOR);
		assertEquals(1600 / 4.0, probe.intensity(40 - 3, 40 + 5), 1e-9);
		assertTrue(probe.intensity(40, 40) < 20);
	}

	@Test
	void sameOnEveryRun() {
		double[] phase = new Random(2).doubles(200 * 150, -2, 2).toArray();
		Image whitefield = Image.constant(200, 150, 3);
		assertArrayEquals(new ProbeAtFocus(plane(200, 150)).apply(phase, whitefield, MONITOR).values(),
				new ProbeAtFocus(plane(200, 150)).apply(phase, whitefield, MONITOR).values());
	}

	@Test
	void shapesMustAgree() {
		ProbeAtFocus probe = new ProbeAtFocus(plane(4, 5));
		assertThrows(InvalidDataException.class, () -> probe.apply(new double[19], Image.constant(4, 5, 1), MONITOR));
		assertThrows(InvalidDataException.class, () -> probe.apply(new double[20], Image.constant(5, 4, 1), MONITOR));
		assertThrows(IllegalArgumentException.class, () -> new FocusedProbe(2, 3, new double[6], 1, 1));
	}

	@Test
	void cancelled() {
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		ProbeAtFocus probe = new ProbeAtFocus(plane(4, 5));
		assertThrows(CancelledException.class, () -> probe.apply(new double[20], Image.constant(4, 5, 1), cancelled));
	}
}
