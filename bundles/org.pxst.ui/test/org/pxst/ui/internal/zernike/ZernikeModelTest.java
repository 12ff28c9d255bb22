// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.core.CancelledException;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.phase.PupilPlane;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.zernike.FitZernike;
import org.pxst.core.zernike.NollIndex;
import org.pxst.core.zernike.PupilDomain;
import org.pxst.core.zernike.ZernikeFit;
import org.pxst.core.zernike.ZernikeTerm;
import org.pxst.ui.internal.phase.PhaseUnit;
import org.pxst.ui.internal.phase.PupilAxes;

class ZernikeModelTest {
	private static final int ROWS = 48;
	private static final int COLUMNS = 64;
	private static final double PIXEL_SS = 75e-6;
	private static final double PIXEL_FS = 55e-6;
	private static final int ORDERS = 21;
	private static final IMonitor MONITOR = new IMonitor.Stub();
	private static final Roi ROI = new Roi(4, 44, 6, 60);
	private static final PhaseRemoval ALL = PhaseRemoval.all();

	/** Low orders, coma, spherical aberration and something that is no polynomial; a corner is bad. */
	private static double[] phase() {
		double[] phase = new double[ROWS * COLUMNS];
		Arrays.setAll(phase, p -> {
			double y = (p / COLUMNS - 22.0) / 25;
			double x = (p % COLUMNS - 31.0) / 30;
			return 0.4 + 3 * x - y + 2.5 * (x * x + y * y) + 1.2 * (y * y - x * x) + 0.7 * x * y
					+ 0.8 * NollIndex.of(8).value(y, x) - 0.3 * NollIndex.of(11).value(y, x) + 0.05 * Math.sin(9 * x + 4 * y);
		});
		return phase;
	}

	private static Mask mask() {
		Mask all = Mask.allGood(ROWS, COLUMNS);
		for (int i = 0; i < 9; i++)
			Arrays.fill(all.good(), i * COLUMNS, i * COLUMNS + 20, false);
		return all.within(ROI);
	}

	private static PupilDomain domain(boolean circle) {
		return circle ? PupilDomain.inscribedCircle(ROI, PIXEL_SS, PIXEL_FS) : PupilDomain.rectangle(ROI, PIXEL_SS, PIXEL_FS);
	}

	private static ZernikeFit fit(boolean circle, PhaseRemoval removal) {
		return new FitZernike(domain(circle), 1e-10, 1.2, ORDERS, removal).apply(phase(), mask(), MONITOR);
	}

	private static double[] rad(ZernikeFit fit) {
		return fit.terms().stream().mapToDouble(ZernikeTerm::rad).toArray();
	}

	/** What the view reads of a file in which a fit with some removal is. */
	private static ZernikeModel model(boolean circle, PhaseRemoval asComputed) {
		ZernikeFit fit = fit(circle, asComputed);
		PupilPlane frame = new PupilPlane(ROWS, COLUMNS, PIXEL_SS, PIXEL_FS, (ROWS - 1) / 2.0, (COLUMNS - 1) / 2.0, 1e-10, 1.2);
		return new ZernikeModel(fit.basis(), frame, fit.phase(), fit.removed(), asComputed, rad(fit),
				fit.terms().stream().map(ZernikeTerm::name).toList());
	}

	@Test
	void theSumOfAllTermsIsThatOfTheStep() {
		for (boolean circle : new boolean[] { false, true }) {
			ZernikeModel model = model(circle, ALL);
			ZernikeFit fit = fit(circle, ALL);
			ZernikeResult result = model.make(ZernikeSettings.of(ALL), MONITOR);
			assertArrayEquals(rad(fit), result.coefficients());
			assertEquals(fit.rms(), result.phaseRms(), 1e-12);
			assertEquals(fit.fittedRms(), result.sumRms(), 1e-9);
			assertEquals(fit.residualRms(), result.residualRms(), 1e-9);
			double[] sum = fit.fitted();
			Roi shown = model.shown();
			for (int i = 0; i < shown.rows(); i++)
				for (int j = 0; j < shown.columns(); j++)
					assertEquals((float) sum[(shown.ss0() + i) * COLUMNS + shown.fs0() + j], result.picture().at(i, j), 1e-6f);
		}
	}

	@Test
	void anotherRemovalIsThatOfTheStep() {
		for (PhaseRemoval asComputed : List.of(ALL, PhaseRemoval.none()))
			for (PhaseRemoval removal : List.of(PhaseRemoval.none(), PhaseRemoval.standard(), ALL,
					new PhaseRemoval(true, false, true, false))) {
				ZernikeResult result = model(true, asComputed).make(ZernikeSettings.of(removal), MONITOR);
				assertArrayEquals(rad(fit(true, removal)), result.coefficients(), 1e-8, "from " + asComputed + " to " + removal);
				assertEquals(fit(true, removal).rms(), result.phaseRms(), 1e-8);
			}
	}

	@Test
	void termsThatAreNotTickedAreNotInTheSum() {
		ZernikeModel model = model(false, ALL);
		double[] all = rad(fit(false, ALL));
		ZernikeSettings without = new ZernikeSettings(ALL, Set.of(8, 11), ZernikeImage.SUM, PhaseUnit.RAD, PupilAxes.PIXELS);
		ZernikeResult result = model.make(without, MONITOR);
		// the polynomials are orthonormal: squares add up
		double squares = IntStream.rangeClosed(2, ORDERS).filter(j -> j != 8 && j != 11).mapToDouble(j -> all[j - 1] * all[j - 1])
				.sum();
		assertEquals(Math.sqrt(squares), result.sumRms(), 1e-9);
		assertArrayEquals(all, result.coefficients());
		assertEquals(Math.sqrt(Math.pow(model.make(ZernikeSettings.of(ALL), MONITOR).residualRms(), 2) + all[7] * all[7]
				+ all[10] * all[10]), result.residualRms(), 1e-9);
		Set<Integer> others = Set.copyOf(IntStream.rangeClosed(1, ORDERS).filter(j -> j != 8).boxed().toList());
		ZernikeResult coma = model.make(new ZernikeSettings(ALL, others, ZernikeImage.SUM, PhaseUnit.RAD, PupilAxes.PIXELS),
				MONITOR);
		double[] polynomial = fit(false, ALL).basis().polynomial(8);
		assertEquals(all[7] * polynomial[20 * COLUMNS + 50], coma.picture().at(20 - model.shown().ss0(), 50 - model.shown().fs0()),
				1e-6);
	}

	@Test
	void imagesHaveTheUnit() {
		ZernikeModel model = model(false, ALL);
		float rad = image(model, ZernikeImage.RESIDUAL, PhaseUnit.RAD);
		assertEquals(image(model, ZernikeImage.PHASE, PhaseUnit.RAD) - image(model, ZernikeImage.SUM, PhaseUnit.RAD), rad, 1e-6);
		assertEquals(rad / (2 * Math.PI), image(model, ZernikeImage.RESIDUAL, PhaseUnit.WAVES), 1e-7);
		assertEquals(rad * 0.1 / (2 * Math.PI), image(model, ZernikeImage.RESIDUAL, PhaseUnit.NM), 1e-7);
	}

	private static float image(ZernikeModel model, ZernikeImage image, PhaseUnit unit) {
		return model.make(new ZernikeSettings(ALL, Set.of(), image, unit, PupilAxes.POSITION), MONITOR).picture().at(20, 30);
	}

	@Test
	void imagesAreOfThePupil() {
		ZernikeModel rectangle = model(false, ALL);
		assertEquals(ROI, rectangle.shown());
		ZernikeResult result = rectangle.make(ZernikeSettings.of(ALL), MONITOR);
		assertTrue(Float.isNaN(result.picture().at(0, 0)));
		assertEquals((4 - 23.5) * PIXEL_SS, result.picture().ss().at(0), 1e-12);
		Roi circle = model(true, ALL).shown();
		// limited by the width along fs of 54 pixels of 55 um: 39.6 pixels of 75 um
		assertTrue(circle.columns() >= 52 && circle.rows() <= 40 && circle.rows() >= 38, circle.toString());
	}

	@Test
	void stopsWhenAsked() {
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancelledException.class, () -> model(false, ALL).make(ZernikeSettings.of(ALL), cancelled));
	}
}
