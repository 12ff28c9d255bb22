// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.core.CancelledException;

class ContoursTest {
	private static final int ROWS = 60;
	private static final int COLUMNS = 80;

	private static double[] paraboloid() {
		double[] values = new double[ROWS * COLUMNS];
		Arrays.setAll(values, p -> Math.pow(p / COLUMNS - 30.2, 2) + Math.pow(p % COLUMNS - 39.7, 2));
		return values;
	}

	private static double radius(ContourLine line, int k) {
		return Math.hypot(line.ss()[k] - 30.2, line.fs()[k] - 39.7);
	}

	@Test
	void linesOfAParaboloidAreCircles() {
		Contours contours = new Contours(ROWS, COLUMNS, paraboloid());
		for (double r : new double[] { 3, 10, 25 }) {
			List<ContourLine> lines = contours.at(r * r);
			assertEquals(1, lines.size());
			assertTrue(lines.get(0).isClosed());
			double length = 0;
			for (int k = 0; k < lines.get(0).ss().length; k++) {
				// the chord between pixels lies inside by at most 1 / 8 r
				assertEquals(r, radius(lines.get(0), k), 0.13 / r + 1e-9);
				if (k > 0)
					length += Math.hypot(lines.get(0).ss()[k] - lines.get(0).ss()[k - 1],
							lines.get(0).fs()[k] - lines.get(0).fs()[k - 1]);
			}
			assertEquals(2 * Math.PI * r, length, 0.3);
		}
	}

	@Test
	void linesThatLeaveTheImageAreOpen() {
		List<ContourLine> lines = new Contours(ROWS, COLUMNS, paraboloid()).at(35 * 35);
		// too wide for the image above and below
		assertEquals(2, lines.size());
		for (ContourLine line : lines) {
			assertFalse(line.isClosed());
			for (int end : new int[] { 0, line.ss().length - 1 })
				assertTrue(line.ss()[end] == 0 || line.ss()[end] == ROWS - 1, "ends inside at " + line.ss()[end]);
		}
	}

	@Test
	void missingPixelsHaveNoLines() {
		double[] values = paraboloid();
		for (int p = 0; p < values.length; p++)
			if (p % COLUMNS < 40)
				values[p] = Double.NaN;
		List<ContourLine> lines = new Contours(ROWS, COLUMNS, values).at(100);
		assertEquals(1, lines.size());
		assertFalse(lines.get(0).isClosed());
		for (double fs : lines.get(0).fs())
			assertTrue(fs >= 40);
		assertEquals(List.of(), new Contours(1, 5, new double[] { 0, 1, 2, 3, 4 }).at(2));
	}

	@Test
	void saddlesAreCutAsTheMeanSays() {
		// corners 3 and 3 above, 0 and 0 below: at 1 the high corners are connected, at 2 the low ones
		double[] saddle = { 3, 0, 0, 3 };
		for (ContourLine line : new Contours(2, 2, saddle).at(1))
			assertTrue((line.ss()[0] - line.fs()[0]) * (line.ss()[1] - line.fs()[1]) > 0, "crosses the diagonal");
		assertEquals(2, new Contours(2, 2, saddle).at(1).size());
		List<ContourLine> high = new Contours(2, 2, saddle).at(2);
		assertEquals(2, high.size());
		for (ContourLine line : high)
			assertEquals(line.ss()[0] + line.ss()[1], line.fs()[0] + line.fs()[1], 1e-12);
	}

	@Test
	void aCoarseImageHasTheSameLines() {
		int rows = 300;
		int columns = 700;
		double[] plane = new double[rows * columns];
		Arrays.setAll(plane, p -> p % columns);
		Contours.Coarse coarse = Contours.coarse(rows, columns, plane, 100);
		assertEquals(7, coarse.block());
		List<ContourLine> lines = coarse.at(new double[] { 350 }, new IMonitor.Stub());
		assertEquals(1, lines.size());
		for (double fs : lines.get(0).fs())
			assertEquals(350, fs, 1e-9);
		assertEquals(1, Contours.coarse(100, 80, new double[8000], 100).block());
	}

	@Test
	void stopsWhenAsked() {
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancelledException.class,
				() -> new Contours(ROWS, COLUMNS, paraboloid()).at(new double[] { 1, 2 }, cancelled));
	}

	@Test
	void levelsAreRound() {
		assertEquals(1, ContourLevels.step(-4.4, 4.7), 1e-12);
		assertEquals(0.02, ContourLevels.step(0, 0.19), 1e-12);
		assertEquals(0, ContourLevels.step(3, 3));
		assertEquals(0, ContourLevels.step(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
		assertArrayEquals(new double[] { -4, -2, 0, 2, 4 }, ContourLevels.between(-5, 5, 2), 1e-12);
		assertArrayEquals(new double[] { 0.5 }, ContourLevels.between(0, 1, 0.5), 1e-12);
		assertEquals(0, ContourLevels.between(2, 2, 0).length);
		// a hundred thousand lines are not drawn
		assertEquals(9, ContourLevels.between(0, 10, 1e-4).length);
	}

	@Test
	void whatIsTypedIsADistance() {
		assertEquals(0, ContourChoice.step("automatic").getAsDouble());
		assertTrue(Double.isNaN(ContourChoice.step("none").getAsDouble()));
		assertEquals(0.25, ContourChoice.step(" 0,25 ").getAsDouble());
		for (String wrong : new String[] { "0", "-1", "many", "Infinity" })
			assertTrue(ContourChoice.step(wrong).isEmpty(), wrong);
		assertEquals("0.2", ContourOverlay.text(2 * 0.1));
		assertEquals("-1200", ContourOverlay.text(-1200));
		assertEquals("0", ContourOverlay.text(0));
	}
}
