// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PositionChangeTest {
	/** Four corners of a square and a frame that was not used; ss of the first moved, everything in another origin. */
	private static PositionChange change(double move) {
		double[] found = { 100 + move, 200, 100, 210, Double.NaN, Double.NaN, 110, 200, 110, 210 };
		double[] recorded = { 0, 0, 0, 10, 3, 3, 10, 0, 10, 10 };
		double[] both = new double[20];
		System.arraycopy(found, 0, both, 0, 10);
		System.arraycopy(recorded, 0, both, 10, 10);
		return PositionChange.of(new Values("", "pixel", new int[] { 2, 5, 2 }, both));
	}

	@Test
	void comparesFramesThatHaveBothLessTheMean() {
		PositionChange change = change(4);
		assertArrayEquals(new int[] { 0, 1, 3, 4 }, change.number());
		assertArrayEquals(new double[] { 3, -1, -1, -1 }, change.changeSs(), 1e-12);
		assertArrayEquals(new double[] { 0, 0, 0, 0 }, change.changeFs(), 1e-12);
		assertArrayEquals(new double[] { -5, -5, 5, 5 }, change.recordedSs(), 1e-12);
		assertEquals(Math.sqrt(3), change.rms(), 1e-12);
		assertEquals(10, change.spacing(), 1e-12);
	}

	@Test
	void lengthensArrowsByARoundNumberUpToTheSpacing() {
		assertEquals(5, change(4).exaggeration());
		assertEquals(20, change(1).exaggeration());
		assertEquals(1, change(40).exaggeration());
		assertEquals(100, change(1e-6).exaggeration());
		assertEquals(1, change(0).exaggeration());
	}
}
