// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pxst.core.literal.Literal;
import org.pxst.processing.Iteration;

class ReplayTest {
	private static Map<String, Literal> run(String... pairs) {
		Map<String, Literal> given = new LinkedHashMap<>();
		for (int k = 0; k < pairs.length; k += 2)
			given.put(pairs[k], Literal.parse(pairs[k + 1]));
		return given;
	}

	private static Map<String, Literal> more(String iterations) {
		return run("resume", "True", "iterations", iterations, "tolerance", "0.0");
	}

	/**
	 * So many iterations with the smallest window and filter, whose error falls but for some.
	 *
	 * @param flat numbers of those in which it hardly falls
	 */
	private static List<Iteration> iterations(int count, Integer... flat) {
		List<Iteration> all = new ArrayList<>();
		double error = 1;
		for (int number = 1; number <= count; number++) {
			error *= List.of(flat).contains(number) ? 0.9999 : 0.9;
			all.add(new Iteration(number, error, 0, 0, 5, 5, 0.1, 1));
		}
		return all;
	}

	@Test
	void aRunThatConvergedIsCutOff() {
		Replay replay = new Replay(List.of(run("filter", "2.0")), iterations(17, 5, 16, 17));
		assertEquals(List.of(run("filter", "2.0", "iterations", "5")), replay.upTo(5));
		assertEquals(List.of(run("filter", "2.0")), replay.upTo(17));
	}

	@Test
	void runsThatWentOnAreCutOffInTheRightPlace() {
		Replay replay = new Replay(List.of(run(), more("5"), more("3")), iterations(17 + 5 + 3, 16, 17, 18, 19, 20));
		assertEquals(List.of(run("iterations", "16")), replay.upTo(16));
		assertEquals(List.of(run()), replay.upTo(17));
		assertEquals(List.of(run(), more("2")), replay.upTo(19));
		assertEquals(List.of(run(), more("5"), more("1")), replay.upTo(23));
	}

	@Test
	void onlyTheLastBeginningCounts() {
		Replay replay = new Replay(List.of(run("filter", "3.0"), more("5"), run(), more("2")), iterations(12, 9, 10));
		assertEquals(List.of(run("iterations", "4")), replay.upTo(4));
	}

	@Test
	void runsThatWereRecordedAsSeveralHaveAllTheirIterations() {
		Map<String, Literal> changed = run("resume", "True", "iterations", "6", "filter", "1.0");
		Replay replay = new Replay(List.of(run("iterations", "4"), changed), iterations(10));
		assertEquals(List.of(run("iterations", "4"), run("resume", "True", "iterations", "2", "filter", "1.0")), replay.upTo(6));
	}

	@Test
	void aRunThatWasStoppedAndContinuedUntilItConvergedIsCutOffInBoth() {
		Map<String, Literal> continued = run("resume", "True", "iterations", "36");
		Replay replay = new Replay(List.of(run("iterations", "4"), continued), iterations(11, 10, 11));
		assertEquals(List.of(run("iterations", "3")), replay.upTo(3));
		assertEquals(List.of(run("iterations", "4"), run("resume", "True", "iterations", "3")), replay.upTo(7));
		assertEquals(List.of(run("iterations", "4"), continued), replay.upTo(11));
	}

	@Test
	void whatIsCountedBeforeAStopCountsWhenItGoesOnLikeBefore() {
		Replay like = new Replay(List.of(run("iterations", "4"), run("resume", "True"), more("1")), iterations(6, 4, 5));
		assertEquals(List.of(run("iterations", "4"), run("resume", "True")), like.upTo(5));
		Replay other = new Replay(List.of(run("iterations", "4"), run("resume", "True", "filter", "0.2")), iterations(6, 4, 5, 6));
		assertTrue(other.isPossible());
	}

	@Test
	void whatDoesNotLeadToTheResultIsNotPossible() {
		assertFalse(new Replay(List.of(), iterations(5)).isPossible());
		assertFalse(new Replay(List.of(more("5")), iterations(5)).isPossible());
		assertFalse(new Replay(List.of(run("iterations", "4")), iterations(5)).isPossible());
		assertFalse(new Replay(List.of(run(), more("5")), iterations(7)).isPossible());
		assertFalse(new Replay(List.of(run()), List.of()).isPossible());
	}
}
