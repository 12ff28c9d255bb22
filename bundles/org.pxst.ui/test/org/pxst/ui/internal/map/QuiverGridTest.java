// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.pxst.core.scan.Roi;

class QuiverGridTest {
	/** ss shift = row, fs shift = 2 times the column, in a frame of 60 x 100. */
	private static MapResidual ramps() {
		float[] ss = new float[6000];
		float[] fs = new float[6000];
		for (int p = 0; p < ss.length; p++) {
			ss[p] = p / 100;
			fs[p] = 2 * (p % 100);
		}
		return new MapResidual(60, 100, ss, fs);
	}

	@Test
	void arrowsAreMeansOverSquareCells() {
		QuiverGrid grid = QuiverGrid.of(ramps(), new Roi(10, 50, 20, 100), 20);
		assertEquals(4, grid.spacing());
		assertEquals(10 * 20, grid.arrows().size());
		QuiverGrid.Arrow first = grid.arrows().get(0);
		assertEquals(1.5, first.ss());
		assertEquals(1.5, first.fs());
		assertEquals(11.5, first.alongSs());
		assertEquals(43, first.alongFs());
		for (QuiverGrid.Arrow arrow : grid.arrows()) {
			assertEquals(arrow.ss() + 10, arrow.alongSs(), 1e-9);
			assertEquals(2 * (arrow.fs() + 20), arrow.alongFs(), 1e-9);
		}
	}

	@Test
	void cellsWithHardlyAnyPixelHaveNoArrow() {
		MapResidual shifts = ramps();
		for (int i = 0; i < 8; i++)
			for (int j = 0; j < 8; j++)
				shifts.ss()[i * 100 + j] = Float.NaN;
		shifts.ss()[0] = 1;
		QuiverGrid grid = QuiverGrid.of(shifts, new Roi(0, 60, 0, 100), 25);
		assertEquals(15 * 25 - 4, grid.arrows().size());
	}

	@Test
	void nearlyAllArrowsFitBetweenTheirPlaces() {
		QuiverGrid grid = QuiverGrid.of(ramps(), Roi.full(60, 100), 25);
		long fitting = grid.arrows().stream().filter(a -> a.length() * grid.pixelsPerUnit() <= grid.spacing() + 1e-9).count();
		assertTrue(fitting >= 0.94 * grid.arrows().size() && fitting < grid.arrows().size(), fitting + " fit");
	}

	@Test
	void theLegendIsARoundLength() {
		for (double typical : new double[] { 0.013, 0.11, 0.25, 0.26, 1, 3.7e-7 }) {
			double legend = new QuiverGrid(List.of(), 4, typical).legend();
			double mantissa = legend / Math.pow(10, Math.floor(Math.log10(legend) + 1e-9));
			assertTrue(Arrays.stream(new double[] { 1, 2, 5 }).anyMatch(m -> Math.abs(m - mantissa) < 1e-6), typical + ": " + legend);
			assertTrue(legend <= 2.0000001 * typical && legend > 0.79 * typical, typical + ": " + legend);
		}
	}

	@Test
	void noShiftsNoArrows() {
		float[] none = new float[6000];
		Arrays.fill(none, Float.NaN);
		QuiverGrid grid = QuiverGrid.of(new MapResidual(60, 100, none, none), Roi.full(60, 100), 25);
		assertEquals(0, grid.arrows().size());
		assertEquals(0, grid.pixelsPerUnit());
		assertEquals(0, grid.legend());
	}

	@Test
	void aSinglePixelHasAnArrow() {
		QuiverGrid grid = QuiverGrid.of(new MapResidual(1, 1, new float[] { 1 }, new float[] { 0 }), Roi.full(1, 1), 24);
		assertEquals(1, grid.arrows().size());
		assertEquals(1, grid.pixelsPerUnit());
	}
}
