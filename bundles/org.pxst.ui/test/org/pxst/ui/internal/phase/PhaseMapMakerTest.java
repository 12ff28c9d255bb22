// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.phase.PupilPlane;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Picture;
import org.pxst.ui.session.MissingContentException;

class PhaseMapMakerTest {
	private static final int ROWS = 40;
	private static final int COLUMNS = 50;
	/** Pixels that are not square, an origin in the middle. */
	private static final PupilPlane PLANE = new PupilPlane(ROWS, COLUMNS, 75e-6, 50e-6, 19.5, 24.5, 1e-10, 1.5);
	private static final GeometricAberrations LOW = new GeometricAberrations(0.7, 2e-7, -3e-7, 4e-5, -2e-5, 1e-5);
	private static final IMonitor MONITOR = new IMonitor.Stub();
	private static final Roi PART = new Roi(2, 38, 5, 45);

	/** A ripple that is no low order over whole periods. */
	private static double ripple(int i, int j) {
		return 0.3 * Math.cos(2 * Math.PI * (i - 2) / 6) * Math.cos(2 * Math.PI * (j - 5) / 5);
	}

	/** The ripple with low orders, of which some are off already. */
	private static PhaseData data(GeometricAberrations in, Optional<GeometricAberrations> off, double[] whitefield,
			boolean weighted) {
		double[] phase = new double[ROWS * COLUMNS];
		boolean[] shown = new boolean[phase.length];
		double[] weights = new double[phase.length];
		double[][] angles = new double[2][phase.length];
		for (int p = 0; p < phase.length; p++) {
			int i = p / COLUMNS;
			int j = p % COLUMNS;
			shown[p] = PART.contains(i, j);
			phase[p] = shown[p] ? ripple(i, j) + in.phase(PLANE, i, j) - off.map(o -> o.phase(PLANE, i, j)).orElse(0.0)
					: Double.NaN;
			angles[0][p] = shown[p] ? in.angleSs(PLANE, i, j) - off.map(o -> o.angleSs(PLANE, i, j)).orElse(0.0) : Double.NaN;
			angles[1][p] = shown[p] ? in.angleFs(PLANE, i, j) - off.map(o -> o.angleFs(PLANE, i, j)).orElse(0.0) : Double.NaN;
			weights[p] = shown[p] ? whitefield[p] : 0;
		}
		return new PhaseData(PLANE, phase, shown, PART, whitefield, weights, weighted, Optional.of(angles), Optional.empty(),
				off);
	}

	private static double[] even() {
		double[] light = new double[ROWS * COLUMNS];
		Arrays.fill(light, 1);
		return light;
	}

	private static PhaseMap make(PhaseData data, PhaseRemoval removal) {
		return new PhaseMapMaker(data).make(PhaseSettings.of(removal), MONITOR);
	}

	@Test
	void withoutTheLowOrdersTheRippleIsLeft() {
		PhaseMap map = make(data(LOW, Optional.empty(), even(), false), PhaseRemoval.all());
		assertEquals(0.15, map.figures().rms(), 2e-3);
		assertEquals(PART.rows() * PART.columns(), map.figures().count());
		assertEquals(4e-5, map.removed().defocus(), 4e-7);
		assertEquals(-2e-5, map.removed().astigmatism(), 4e-7);
		assertEquals(2e-7, map.removed().tiltSs(), 1e-9);
	}

	@Test
	void whatIsOffInTheFileComesBack() {
		GeometricAberrations off = new GeometricAberrations(0.7, 2e-7, -3e-7, 4e-5, 0, 0);
		PhaseData data = data(LOW, Optional.of(off), even(), false);
		assertEquals(PhaseRemoval.standard(), data.asComputed());
		PhaseMap asComputed = make(data, data.asComputed());
		assertSame(off, asComputed.removed());
		assertEquals((float) data.phase()[10 * COLUMNS + 12], asComputed.picture().at(8, 7));
		PhaseMap all = make(data, PhaseRemoval.none());
		assertEquals(ripple(10, 12) + LOW.phase(PLANE, 10, 12), all.picture().at(8, 7), 1e-5);
		PhaseMap none = make(data, PhaseRemoval.all());
		assertEquals(0.15, none.figures().rms(), 2e-3);
		// what is off is counted from the phase before calculate_phase took anything off
		assertEquals(4e-5, none.removed().defocus(), 4e-7);
	}

	@Test
	void theFitIsWeighted() {
		// the left half has all the light, and a defocus of its own
		double[] light = even();
		for (int p = 0; p < light.length; p++)
			light[p] = p % COLUMNS < 25 ? 1 : 1e-9;
		PhaseData left = data(LOW, Optional.empty(), light, true);
		for (int p = 0; p < left.phase().length; p++)
			if (p % COLUMNS >= 25)
				left.phase()[p] = 1000;
		assertEquals(4e-5, make(left, PhaseRemoval.all()).removed().defocus(), 4e-6);
	}

	@Test
	void theWeightedRmsCountsLight() {
		PhaseFigures figures = PhaseFigures.of(new double[] { 0, 2, 10, Double.NaN }, new double[] { 1, 1, 0, 5 });
		assertEquals(new PhaseFigures(3, 10, Math.sqrt((16 + 4 + 36) / 3.0), 1), figures);
		assertEquals(20, figures.times(2).peakToValley());
		assertTrue(Double.isNaN(PhaseFigures.of(new double[] { Double.NaN }, new double[] { 1 }).peakToValley()));
	}

	@Test
	void unitsAreOfTheWavelength() {
		assertEquals(1, PhaseUnit.RAD.perRad(1e-10));
		assertEquals(0.5, Math.PI * PhaseUnit.WAVES.perRad(1e-10), 1e-15);
		assertEquals(0.1, 2 * Math.PI * PhaseUnit.NM.perRad(1e-10), 1e-15);
		PhaseData data = data(LOW, Optional.empty(), even(), false);
		float rad = make(data, PhaseRemoval.none()).picture().at(3, 4);
		PhaseSettings nm = new PhaseSettings(PhaseQuantity.PHASE, PhaseUnit.NM, false, PhaseRemoval.none(), PupilAxes.PIXELS,
				Double.NaN);
		PhaseMap map = new PhaseMapMaker(data).make(nm, MONITOR);
		assertEquals(rad * 0.1 / (2 * Math.PI), map.picture().at(3, 4), 1e-6);
		assertEquals("nm", map.picture().unit());
		assertEquals(0, map.contours().size());
		// figures stay in rad
		assertEquals(make(data, PhaseRemoval.none()).figures(), map.figures());
	}

	@Test
	void wrappedIsBetweenMinusPiAndPi() {
		PhaseData data = data(LOW, Optional.empty(), even(), false);
		PhaseSettings wrapped = new PhaseSettings(PhaseQuantity.PHASE, PhaseUnit.RAD, true, PhaseRemoval.none(),
				PupilAxes.PIXELS, 0);
		PhaseMap map = new PhaseMapMaker(data).make(wrapped, MONITOR);
		PhaseMap open = make(data, PhaseRemoval.none());
		assertTrue(open.figures().peakToValley() > 7, "needs a wrap: " + open.figures());
		assertEquals(Picture.Colours.CYCLIC, map.picture().colours());
		for (int p = 0; p < map.picture().values().length; p++) {
			float value = map.picture().values()[p];
			assertTrue(Math.abs(value) <= 3.1416f);
			double turns = (open.picture().values()[p] - value) / (2 * Math.PI);
			assertEquals(Math.rint(turns), turns, 1e-5);
		}
		assertEquals(open.figures(), map.figures());
	}

	@Test
	void rayAnglesFollowTheRemoval() {
		PhaseData data = data(LOW, Optional.empty(), even(), false);
		PhaseSettings angle = new PhaseSettings(PhaseQuantity.ANGLE_FS, PhaseUnit.RAD, true, PhaseRemoval.none(),
				PupilAxes.ANGLE, 0);
		PhaseMap as = new PhaseMapMaker(data).make(angle, MONITOR);
		assertEquals(LOW.angleFs(PLANE, 10, 12) * 1e6, as.picture().at(8, 7), 1e-5);
		assertEquals("\u00b5rad", as.picture().unit());
		PhaseMap without = new PhaseMapMaker(data).make(angle.with(PhaseRemoval.all()), MONITOR);
		assertTrue(without.figures().rms() < 0.02 * as.figures().rms(), without.figures() + " of " + as.figures());
		PhaseSettings ofMap = new PhaseSettings(PhaseQuantity.MAP_ANGLE_SIZE, PhaseUnit.RAD, false, PhaseRemoval.none(),
				PupilAxes.ANGLE, 0);
		assertThrows(MissingContentException.class, () -> new PhaseMapMaker(data).make(ofMap, MONITOR));
	}

	@Test
	void axesAreOfTheFrame() {
		assertEquals(new Picture.Axis("slow scan axis", "px", 2, 1), PupilAxes.PIXELS.ss(PLANE, PART));
		Picture.Axis position = PupilAxes.POSITION.fs(PLANE, PART);
		assertEquals((5 - 24.5) * 50e-6, position.at(0), 1e-12);
		assertEquals(0, position.at(24.5 - 5), 1e-12);
		assertEquals(position.at(3) / 1.5, PupilAxes.ANGLE.fs(PLANE, PART).at(3), 1e-15);
		assertEquals(1.5, make(data(LOW, Optional.empty(), even(), false), PhaseRemoval.none()).picture().aspect(), 1e-9);
	}

	@Test
	void figuresAreSaidWithUnits() {
		PhaseData data = data(LOW, Optional.empty(), even(), true);
		String small = new FiguresText(data).of(make(data, PhaseRemoval.all()));
		assertTrue(small.contains("rms 0.15") && small.contains(" rad \u00b7 weighted 0.15"), small);
		assertTrue(small.contains("Strehl about 0.97"), small);
		assertTrue(small.contains("defocus 40") && small.contains("\u00b5m"), small);
		String large = new FiguresText(data).of(make(data, PhaseRemoval.none()));
		assertTrue(!large.contains("Strehl") && large.contains("does not say"), large);
	}
}
