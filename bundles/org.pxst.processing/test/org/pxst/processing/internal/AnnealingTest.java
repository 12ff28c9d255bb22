// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.processing.LoopMemory;
import org.pxst.processing.LoopSettings;

class AnnealingTest {
	private static Annealing first(int searchWindow, double filter, double tolerance) {
		return Annealing.first(settings(searchWindow, filter, tolerance));
	}

	private static LoopSettings settings(int searchWindow, double filter, double tolerance) {
		return new LoopSettings(40, tolerance, searchWindow, filter, true, true, true, false);
	}

	@Test
	void windowAndFilterShrinkAndNeverGrowAgain() {
		Annealing annealing = first(0, 1.5, 1e-3);
		double error = 1;
		for (int k = 0; k < 12; k++) {
			int window = annealing.window().widthSs();
			double filter = annealing.filter();
			annealing = annealing.after(error *= 0.9, 0, 0.1);
			assertTrue(annealing.window().widthSs() <= window);
			assertTrue(annealing.filter() <= filter);
		}
		assertEquals(5, annealing.window().widthSs());
		assertEquals(1.5, annealing.filter());
		assertFalse(annealing.memory().hasConverged());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 1, 1.5, 3, 20 })
	void theFilterEndsAtTheSmallestOne(double smallest) {
		Annealing annealing = first(0, smallest, 1e-3);
		assertEquals(Math.max(8, smallest), annealing.filter());
		double error = 1;
		for (int k = 0; k < 200; k++)
			annealing = annealing.after(error *= 0.9, 0, 0.1);
		assertEquals(smallest, annealing.filter(), 1e-9);
	}

	@ParameterizedTest
	@CsvSource({ "3,3", "4,5", "10,11", "11,11", "1000,41" })
	void theFirstWindowIsTheOneAskedFor(int asked, int across) {
		assertEquals(across, first(asked, 1.5, 1e-3).window().widthSs());
	}

	@Test
	void theWindowGrowsWhenManyPixelsAreAtItsEdge() {
		Annealing annealing = first(0, 1.5, 1e-3);
		annealing = annealing.after(1, 0.3, 0.1);
		assertEquals(21, annealing.window().widthSs());
		annealing = annealing.after(0.9, 0.3, 0.1);
		assertEquals(41, annealing.window().widthSs());
		annealing = annealing.after(0.8, 0.3, 0.1);
		assertTrue(annealing.window().widthSs() < 41);
	}

	@Test
	void twoSmallFallsEndTheLoopButOnlyWhenSettled() {
		Annealing annealing = first(0, 1.5, 1e-3);
		for (int k = 0; k < 5; k++) {
			annealing = annealing.after(1, 0, 0.1);
			assertFalse(annealing.memory().hasConverged(), "the filter was still shrinking");
		}
		for (int k = 0; k < 2; k++)
			annealing = annealing.after(1, 0, 0.1);
		assertTrue(annealing.memory().hasConverged());
	}

	@Test
	void aLargeFallBetweenSmallOnesStartsTheCountAgain() {
		Annealing annealing = first(3, 8, 1e-2);
		double error = 1;
		for (int k = 0; k < 10; k++) {
			annealing = annealing.after(error, 0, 0.1);
			if (k % 2 == 0)
				error *= 0.5;
			assertFalse(annealing.memory().hasConverged());
		}
	}

	@Test
	void withoutAToleranceItNeverConverges() {
		Annealing annealing = first(3, 8, 0);
		for (int k = 0; k < 10; k++)
			annealing = annealing.after(1 + k, 0, 0.1);
		assertEquals(0, annealing.memory().smallFalls());
	}

	@Test
	void theSameSettingsLeaveTheMemoryAsItIs() {
		LoopMemory memory = new LoopMemory(3, 2.7, 6, 0.4, 1, 0.2);
		LoopSettings same = settings(9, 1.5, 1e-3);
		assertEquals(memory, Annealing.before(same.withIterations(7), Optional.of(same), memory).memory());
	}

	@Test
	void anotherSearchWindowStartsThere() {
		LoopMemory memory = new LoopMemory(2, 0.1, 12, 0.4, 1, 0.2);
		Optional<LoopSettings> followed = Optional.of(settings(9, 1.5, 1e-3));
		assertEquals(new LoopMemory(7, 0.1, 12, 0.4, 0, 0.2), Annealing.before(settings(15, 1.5, 1e-3), followed, memory).memory());
		assertEquals(2, Annealing.before(settings(0, 1.5, 1e-3), followed, memory).memory().window(), "automatic goes on");
	}

	@ParameterizedTest
	@CsvSource({ "3,3", "0.5,0.7", "0.8,0.8" })
	void anotherSmallestFilterHoldsAtOnceAsFarAsTheFilterHasShrunk(double smallest, double next) {
		LoopMemory memory = new LoopMemory(2, 0.7, 12, 0.4, 1, 0.2);
		Annealing annealing = Annealing.before(settings(0, smallest, 1e-3), Optional.of(settings(0, 1.5, 1e-3)), memory);
		assertEquals(next, annealing.filter());
		assertEquals(0, annealing.memory().smallFalls());
	}

	@Test
	void aLoopThatHadConvergedCountsAnew() {
		LoopSettings same = settings(0, 1.5, 1e-3);
		LoopMemory memory = new LoopMemory(2, 0.7, 12, 0.4, 2, 0.2);
		assertEquals(0, Annealing.before(same, Optional.of(same), memory).memory().smallFalls());
	}
}
