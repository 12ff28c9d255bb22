// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnealingTest {
	@Test
	void windowAndFilterShrinkAndNeverGrowAgain() {
		Annealing annealing = new Annealing(0, 1.5, 1e-3);
		double error = 1;
		for (int k = 0; k < 12; k++) {
			int window = annealing.window().widthSs();
			double filter = annealing.filter();
			annealing.iterationDone(error *= 0.9, 0);
			assertTrue(annealing.window().widthSs() <= window);
			assertTrue(annealing.filter() <= filter);
		}
		assertEquals(5, annealing.window().widthSs());
		assertEquals(1.5, annealing.filter());
		assertFalse(annealing.hasConverged());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 1, 1.5, 3, 20 })
	void theFilterEndsAtTheSmallestOne(double smallest) {
		Annealing annealing = new Annealing(0, smallest, 1e-3);
		assertEquals(Math.max(8, smallest), annealing.filter());
		double error = 1;
		for (int k = 0; k < 200; k++)
			annealing.iterationDone(error *= 0.9, 0);
		assertEquals(smallest, annealing.filter(), 1e-9);
	}

	@ParameterizedTest
	@CsvSource({ "3,3", "4,5", "10,11", "11,11", "1000,41" })
	void theFirstWindowIsTheOneAskedFor(int asked, int across) {
		assertEquals(across, new Annealing(asked, 1.5, 1e-3).window().widthSs());
	}

	@Test
	void theWindowGrowsWhenManyPixelsAreAtItsEdge() {
		Annealing annealing = new Annealing(0, 1.5, 1e-3);
		annealing.iterationDone(1, 0.3);
		assertEquals(21, annealing.window().widthSs());
		annealing.iterationDone(0.9, 0.3);
		assertEquals(41, annealing.window().widthSs());
		annealing.iterationDone(0.8, 0.3);
		assertTrue(annealing.window().widthSs() < 41);
	}

	@Test
	void twoSmallFallsEndTheLoopButOnlyWhenSettled() {
		Annealing annealing = new Annealing(0, 1.5, 1e-3);
		for (int k = 0; k < 5; k++) {
			annealing.iterationDone(1, 0);
			assertFalse(annealing.hasConverged(), "the filter was still shrinking");
		}
		for (int k = 0; k < 2; k++)
			annealing.iterationDone(1, 0);
		assertTrue(annealing.hasConverged());
	}

	@Test
	void aLargeFallBetweenSmallOnesStartsTheCountAgain() {
		Annealing annealing = new Annealing(3, 8, 1e-2);
		double error = 1;
		for (int k = 0; k < 10; k++) {
			annealing.iterationDone(error, 0);
			if (k % 2 == 0)
				error *= 0.5;
			assertFalse(annealing.hasConverged());
		}
	}
}
