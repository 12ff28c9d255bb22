// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeometricFitTest {
	private static final PupilPlane PLANE = new PupilPlane(30, 50, 50e-6, 80e-6, 3, 60, 1e-10, 1.2);

	/** By the formula of the Javadoc, term by term. */
	@ParameterizedTest
	@CsvSource({ "1, 0, 0, 0, 0, 0", "0, 1e-7, 0, 0, 0, 0", "0, 0, 1e-7, 0, 0, 0", "0, 0, 0, 1e-5, 0, 0",
			"0, 0, 0, 0, 1e-5, 0", "0, 0, 0, 0, 0, 1e-5", "3, 2e-7, -1e-7, 1e-5, 2e-5, -3e-5" })
	void termsAreToldApartOnAnyPupil(double piston, double tiltSs, double tiltFs, double defocus, double astigmatism,
			double oblique) {
		double[] phase = new double[1500];
		double[] weights = new double[1500];
		Random random = new Random(1);
		for (int p = 0; p < 1500; p++) {
			double y = (p / 50 - 3) * 50e-6;
			double x = (p % 50 - 60) * 80e-6;
			weights[p] = p / 50 * 2 > p % 50 ? random.nextDouble() : 0;
			phase[p] = weights[p] == 0 ? Double.NaN
					: piston + 2 * Math.PI / 1e-10 * (tiltSs * y + tiltFs * x) - Math.PI / 1e-10 / 1.44
							* (defocus * (x * x + y * y) + astigmatism * (y * y - x * x) + oblique * 2 * x * y);
			if (weights[p] > 0)
				assertEquals(phase[p], new GeometricAberrations(piston, tiltSs, tiltFs, defocus, astigmatism, oblique)
						.phase(PLANE, p / 50, p % 50), 1e-9);
		}
		GeometricAberrations found = new GeometricFit(PLANE, weights, PhaseRemoval.all()).fit(phase);
		assertEquals(piston, found.piston(), 1e-9);
		assertEquals(tiltSs, found.tiltSs(), 1e-17);
		assertEquals(tiltFs, found.tiltFs(), 1e-17);
		assertEquals(defocus, found.defocus(), 1e-14);
		assertEquals(astigmatism, found.astigmatism(), 1e-14);
		assertEquals(oblique, found.obliqueAstigmatism(), 1e-14);
	}

	@Test
	void anglesAreTheSlopeOfThePhase() {
		GeometricAberrations low = new GeometricAberrations(3, 2e-7, -1e-7, 1e-5, 2e-5, -3e-5);
		double perPhase = 1e-10 / (2 * Math.PI);
		for (int k = 0; k < 10; k++) {
			double alongSs = (low.phase(PLANE, k + 1, 7 * k) - low.phase(PLANE, k - 1, 7 * k)) / (2 * 50e-6);
			double alongFs = (low.phase(PLANE, k, 7 * k + 1) - low.phase(PLANE, k, 7 * k - 1)) / (2 * 80e-6);
			assertEquals(perPhase * alongSs, low.angleSs(PLANE, k, 7 * k), 1e-16);
			assertEquals(perPhase * alongFs, low.angleFs(PLANE, k, 7 * k), 1e-16);
		}
	}

	@Test
	void otherOriginOtherTilt() {
		GeometricAberrations low = new GeometricAberrations(0, 0, 0, 1e-5, 0, 0);
		PupilPlane moved = new PupilPlane(30, 50, 50e-6, 80e-6, 13, 60, 1e-10, 1.2);
		double[] phase = new double[1500];
		double[] weights = new double[1500];
		for (int p = 0; p < 1500; p++) {
			phase[p] = low.phase(PLANE, p / 50, p % 50);
			weights[p] = 1;
		}
		GeometricAberrations found = new GeometricFit(moved, weights, PhaseRemoval.standard()).fit(phase);
		assertEquals(1e-5, found.defocus(), 1e-15);
		// what the slope is at the new origin
		assertEquals(-1e-5 * 10 * 50e-6 / 1.44, found.tiltSs(), 1e-17);
		assertEquals(0, found.tiltFs(), 1e-17);
	}

	@Test
	void noPixelsNoAberrations() {
		assertEquals(new GeometricAberrations(0, 0, 0, 0, 0, 0),
				new GeometricFit(PLANE, new double[1500], PhaseRemoval.none()).fit(new double[1500]));
	}

	@Test
	void shapesMustAgree() {
		assertThrows(IllegalArgumentException.class, () -> new GeometricFit(PLANE, new double[7], PhaseRemoval.all()));
		assertThrows(IllegalArgumentException.class, () -> new PupilPlane(0, 5, 1, 1, 0, 0, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> new PupilPlane(5, 5, 1, 1, 0, 0, -1, 1));
	}
}
