// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.CountedPolls;
import org.pxst.core.InvalidDataException;
import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.phase.PupilPlane;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;

class FitZernikeTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();
	private static final int ROWS = 60;
	private static final int COLUMNS = 84;
	private static final double WAVELENGTH = 1e-10;
	private static final GeometricAberrations LOW = new GeometricAberrations(2, 3e-8, -2e-8, 4e-6, -1.5e-6, 2.5e-6);

	private static PupilDomain domain(boolean circle) {
		Roi roi = new Roi(3, 58, 4, 80);
		return circle ? PupilDomain.inscribedCircle(roi, 50e-6, 60e-6) : PupilDomain.rectangle(roi, 50e-6, 60e-6);
	}

	private static PupilPlane plane(PupilDomain domain) {
		return new PupilPlane(ROWS, COLUMNS, 50e-6, 60e-6, domain.centreSs(), domain.centreFs(), WAVELENGTH, 1.3);
	}

	/** Dead pixels, a bay, and NaN or nonsense under them. */
	private static Mask ragged(double[] phase) {
		Mask mask = Mask.allGood(ROWS, COLUMNS);
		Random random = new Random(8);
		for (int p = 0; p < phase.length; p++)
			if (random.nextInt(30) == 0 || p / COLUMNS + p % COLUMNS < 35) {
				// a pixel without a phase does not count even where the mask has it
				mask.good()[p] = p % 3 == 0;
				phase[p] = p % 3 == 1 ? 1e6 : Double.NaN;
			}
		return mask;
	}

	private static double[] phase(PupilDomain domain, double[] coefficients, GeometricAberrations low) {
		double[] phase = new double[ROWS * COLUMNS];
		for (int p = 0; p < phase.length; p++) {
			int i = p / COLUMNS;
			int j = p % COLUMNS;
			phase[p] = low.phase(plane(domain), i, j);
			for (int k = 0; k < coefficients.length; k++)
				phase[p] += coefficients[k] * NollIndex.of(k + 1).value(domain.y(i), domain.x(j));
		}
		return phase;
	}

	private static final GeometricAberrations NOTHING = new GeometricAberrations(0, 0, 0, 0, 0, 0);

	private static ZernikeFit fit(PupilDomain domain, double[] phase, Mask mask, PhaseRemoval removal) {
		return new FitZernike(domain, WAVELENGTH, 1.3, 36, removal).apply(phase, mask, MONITOR);
	}

	@ParameterizedTest
	@CsvSource({ "true, false, 1e-10", "false, false, 1e-8", "true, true, 1e-6", "false, true, 1e-6" })
	void coefficientsOfASyntheticPhase(boolean circle, boolean masked, double tolerance) {
		PupilDomain domain = domain(circle);
		double[] truth = new Random(6).doubles(36, -2, 2).toArray();
		double[] phase = phase(domain, truth, NOTHING);
		double[] full = phase.clone();
		Mask mask = masked ? ragged(phase) : Mask.allGood(ROWS, COLUMNS);
		ZernikeFit fit = fit(domain, phase, mask, PhaseRemoval.none());
		double square = 0;
		for (int k = 0; k < 36; k++) {
			ZernikeTerm term = fit.terms().get(k);
			assertEquals(k + 1, term.index().j());
			assertEquals(truth[k], term.onDiscRad(), tolerance);
			assertEquals(truth[k] / (2 * Math.PI), term.onDiscWaves(), tolerance);
			assertEquals(term.rad(), term.waves() * 2 * Math.PI, 1e-15);
			if (k > 0)
				square += term.rad() * term.rad();
		}
		assertEquals(0, fit.residualRms(), 1e-11);
		assertEquals(Math.sqrt(square), fit.rms(), 1e-10);
		assertEquals(fit.rms(), fit.fittedRms(), 1e-10);
		double[] fitted = fit.fitted();
		double[] residual = fit.residual();
		for (int p = 0; p < fitted.length; p++) {
			boolean in = domain.contains(p / COLUMNS, p % COLUMNS) && mask.good()[p] && phase[p] == full[p];
			assertEquals(in, !Double.isNaN(fitted[p]));
			assertEquals(in, !Double.isNaN(residual[p]));
			assertEquals(in, !Double.isNaN(fit.phase()[p]));
			if (in)
				assertEquals(full[p], fitted[p], 1e-10);
		}
	}

	@ParameterizedTest
	@CsvSource({ "true, false", "false, false", "true, true", "false, true" })
	void lowOrdersAreFoundInMetresWhetherRemovedOrNot(boolean circle, boolean masked) {
		PupilDomain domain = domain(circle);
		for (PhaseRemoval removal : new PhaseRemoval[] { PhaseRemoval.all(), PhaseRemoval.none() }) {
			double[] phase = phase(domain, new double[0], LOW);
			Mask mask = masked ? ragged(phase) : Mask.allGood(ROWS, COLUMNS);
			ZernikeFit fit = fit(domain, phase, mask, removal);
			GeometricAberrations found = fit.aberrations();
			assertEquals(LOW.piston(), found.piston(), 1e-9);
			assertEquals(LOW.tiltSs(), found.tiltSs(), 1e-17);
			assertEquals(LOW.tiltFs(), found.tiltFs(), 1e-17);
			assertEquals(LOW.defocus(), found.defocus(), 1e-14);
			assertEquals(LOW.astigmatism(), found.astigmatism(), 1e-14);
			assertEquals(LOW.obliqueAstigmatism(), found.obliqueAstigmatism(), 1e-14);
			assertEquals(LOW.defocusSs(), found.defocusSs(), 1e-14);
			assertEquals(plane(domain), fit.plane());
			if (removal.equals(PhaseRemoval.all())) {
				assertEquals(found, fit.removed());
				assertEquals(0, fit.rms(), 1e-10);
			} else
				assertEquals(NOTHING, new GeometricAberrations(0, fit.removed().tiltSs(), fit.removed().tiltFs(),
						fit.removed().defocus(), fit.removed().astigmatism(), fit.removed().obliqueAstigmatism()));
		}
	}

	/** Quadratic polynomials are what j = 1 .. 6 span. */
	@Test
	void removedTermsLeaveNoCoefficient() {
		double[] truth = new Random(6).doubles(36, -2, 2).toArray();
		double[] phase = phase(domain(false), truth, LOW);
		Mask mask = ragged(phase);
		ZernikeFit all = fit(domain(false), phase, mask, PhaseRemoval.all());
		ZernikeFit none = fit(domain(false), phase, mask, PhaseRemoval.none());
		for (int k = 0; k < 36; k++)
			assertEquals(k < 6 ? 0 : none.terms().get(k).rad(), all.terms().get(k).rad(), 1e-10);
		ZernikeFit tilt = fit(domain(false), phase, mask, new PhaseRemoval(true, true, false, false));
		for (int k = 0; k < 3; k++)
			assertEquals(0, tilt.terms().get(k).rad(), 1e-11);
		assertTrue(Math.abs(tilt.terms().get(3).rad()) > 0.1);
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void pistonStaysUnlessRemoved(boolean piston) {
		double[] phase = phase(domain(true), new double[] { 5, 1, 1, 1 }, LOW);
		Mask mask = ragged(phase);
		ZernikeFit before = fit(domain(true), phase, mask, PhaseRemoval.none());
		ZernikeFit after = fit(domain(true), phase, mask, new PhaseRemoval(piston, true, true, true));
		assertEquals(piston ? 0 : before.terms().get(0).rad(), after.terms().get(0).rad(), 1e-10);
		assertEquals(0, after.rms(), 1e-10);
	}

	/** Longer distance to the focus: rays that are parallel at the detector. */
	@Test
	void positiveDefocusIsALongerDistance() {
		PupilDomain domain = domain(true);
		double[] phase = new double[ROWS * COLUMNS];
		for (int p = 0; p < phase.length; p++) {
			double square = Math.pow(plane(domain).y(p / COLUMNS), 2) + Math.pow(plane(domain).x(p % COLUMNS), 2);
			phase[p] = Math.PI / WAVELENGTH * square * (1 / (1.3 + 1e-6) - 1 / 1.3);
		}
		ZernikeFit fit = fit(domain, phase, Mask.allGood(ROWS, COLUMNS), PhaseRemoval.standard());
		assertEquals(1e-6, fit.removed().defocus(), 1e-11);
	}

	@Test
	void sameOnEveryRun() {
		double[] noise = new Random(3).doubles(ROWS * COLUMNS, -1, 1).toArray();
		ZernikeFit first = fit(domain(true), noise, Mask.allGood(ROWS, COLUMNS), PhaseRemoval.standard());
		ZernikeFit second = fit(domain(true), noise, Mask.allGood(ROWS, COLUMNS), PhaseRemoval.standard());
		assertEquals(first.terms(), second.terms());
		assertTrue(Arrays.equals(first.phase(), second.phase()));
	}

	@Test
	void cancelled() {
		FitZernike zernike = new FitZernike(domain(true), WAVELENGTH, 1.3, 36, PhaseRemoval.all());
		double[] phase = new double[ROWS * COLUMNS];
		Mask mask = Mask.allGood(ROWS, COLUMNS);
		CountedPolls.assertStopsBetween(50, monitor -> zernike.apply(phase, mask, monitor));
	}

	@Test
	void badInputIsAnError() {
		PupilDomain domain = domain(true);
		Mask mask = Mask.allGood(ROWS, COLUMNS);
		FitZernike zernike = new FitZernike(domain, WAVELENGTH, 1.3, 36, PhaseRemoval.all());
		double[] nothing = new double[ROWS * COLUMNS];
		Arrays.fill(nothing, Double.NaN);
		assertThrows(InvalidDataException.class, () -> zernike.apply(nothing, mask, MONITOR));
		assertThrows(InvalidDataException.class, () -> zernike.apply(new double[7], mask, MONITOR));
		assertThrows(InvalidDataException.class, () -> new FitZernike(domain, WAVELENGTH, 1.3, 0, PhaseRemoval.all()));
	}
}
