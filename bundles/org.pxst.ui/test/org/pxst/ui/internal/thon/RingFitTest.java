// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.pxst.core.initial.Defocus;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;

class RingFitTest {
	private static final double LOW = 800;
	private static final double HIGH = 4000;

	private static Spectrum image(Rings rings, double depth, double decay, int rows, int columns) {
		// half a cycle per pixel at the edges, pixels of 55 um along ss and 70 um along fs
		Spectrum empty = new Spectrum(rows, columns, 1 / (rows * 55e-6), 1 / (columns * 70e-6), new float[0]);
		float[] values = new float[rows * columns];
		Arrays.fill(values, Float.NaN);
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				double ss = empty.ss(i);
				double fs = empty.fs(j);
				double t = rings.ring(ss, fs);
				if (Math.hypot(ss, fs) >= LOW && Math.hypot(ss, fs) <= HIGH)
					values[i * columns + j] = (float) Math
							.log(1 - depth * Math.exp(-t / decay) * Math.cos(2 * Math.PI * t + rings.phase()));
			}
		return empty.with(values);
	}

	private static void fitsBack(Rings rings, double depth, double decay, int rows, int columns) {
		double number = Math.min(rings.ss(), rings.fs()) * HIGH * HIGH;
		Rings fitted = RingFit.of(image(rings, depth, decay, rows, columns), number, HIGH, rings.phase()).orElseThrow();
		assertEquals(rings.ss(), fitted.ss(), 1e-5 * rings.ss());
		assertEquals(rings.fs(), fitted.fs(), 1e-5 * rings.fs());
		assertEquals(rings.cross(), fitted.cross(), 1e-5 * rings.ss());
	}

	@Test
	void findsTheEllipsesOfAnImageOfRings() {
		fitsBack(new Rings(4e-7, 3.6e-7, 0, 0.2), 0.9, 5, 96, 128);
		fitsBack(new Rings(3e-7, 3.9e-7, 3e-8, 0.2), 0.5, 2, 128, 128);
		fitsBack(new Rings(1.2e-7, 1.3e-7, -1e-8, -0.1), 0.3, 20, 64, 64);
		fitsBack(new Rings(2e-7, 4e-7, 0, 0.3), 0.6, 1, 64, 96);
	}

	@Test
	void anImageWithoutRingsHasNone() {
		Spectrum image = image(new Rings(4e-7, 3.6e-7, 0, 0.2), 0.9, 5, 64, 64);
		float[] noise = image.values().clone();
		java.util.Random random = new java.util.Random(5);
		for (int k = 0; k < noise.length; k++)
			noise[k] = (float) random.nextGaussian();
		assertTrue(RingFit.of(image.with(noise), 5, HIGH, 0.2).isEmpty());
		Arrays.fill(noise, 1);
		assertTrue(RingFit.of(image.with(noise), 5, HIGH, 0.2).isEmpty());
		Arrays.fill(noise, Float.NaN);
		assertTrue(RingFit.of(image.with(noise), 5, HIGH, 0.2).isEmpty());
		assertTrue(RingFit.of(image, Double.NaN, HIGH, 0.2).isEmpty());
	}

	@Test
	void theEllipseIsWhereTheRingHasItsNumber() {
		Rings rings = new Rings(4e-7, 3e-7, 5e-8, 0.2);
		double[][] points = rings.ellipse(rings.dark(3), 90);
		for (int k = 0; k < 90; k++)
			assertEquals(3 - 0.1 / Math.PI, rings.ring(points[0][k], points[1][k]), 1e-12);
		// the first point is on the positive fs axis, a quarter later on the ss axis
		Rings upright = new Rings(4e-7, 1e-7, 0, 0);
		double[][] quarter = upright.ellipse(1, 4);
		assertEquals(Math.sqrt(1 / 1e-7), quarter[1][0], 1e-6);
		assertEquals(Math.sqrt(1 / 4e-7), quarter[0][1], 1e-6);
		assertEquals(Math.sqrt(1 / 2e-7), upright.radius(1), 1e-6);
	}

	@Test
	void theDefociOfTheRingsAreThoseOfTheBeam() {
		double wavelength = 7.29e-11;
		for (DistanceFrom from : DistanceFrom.values()) {
			Geometry geometry = new Geometry(1, from, 55e-6, 55e-6, wavelength, OptionalDouble.empty());
			double mean = 0.9e-3;
			double z2 = geometry.sampleToDetector(mean);
			double ss = 0.95e-3;
			double fs = 0.85e-3;
			Rings rings = new Rings(wavelength * z2 * (ss + z2) / ss, wavelength * z2 * (fs + z2) / fs, 0, 0.2);
			Defocus defocus = rings.defocus(geometry).orElseThrow();
			assertEquals(ss, defocus.ss(), 1e-9);
			assertEquals(fs, defocus.fs(), 1e-9);
		}
		Geometry parallel = new Geometry(1, DistanceFrom.SAMPLE, 55e-6, 55e-6, wavelength, OptionalDouble.empty());
		assertTrue(new Rings(wavelength * 0.9, wavelength * 0.9, 0, 0).defocus(parallel).isEmpty());
	}
}
