// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pxst.core.literal.Literal;

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

	@Test
	void aRunThatConvergedIsCutOff() {
		Replay replay = new Replay(List.of(run("filter", "2.0")), 17);
		assertEquals(List.of(run("filter", "2.0", "iterations", "5")), replay.upTo(5));
		assertEquals(List.of(run("filter", "2.0")), replay.upTo(17));
	}

	@Test
	void runsThatWentOnAreCutOffInTheRightPlace() {
		Replay replay = new Replay(List.of(run(), more("5"), more("3")), 17 + 5 + 3);
		assertEquals(List.of(run("iterations", "16")), replay.upTo(16));
		assertEquals(List.of(run()), replay.upTo(17));
		assertEquals(List.of(run(), more("2")), replay.upTo(19));
		assertEquals(List.of(run(), more("5"), more("1")), replay.upTo(23));
	}

	@Test
	void onlyTheLastBeginningCounts() {
		Replay replay = new Replay(List.of(run("filter", "3.0"), more("5"), run(), more("2")), 12);
		assertEquals(List.of(run("iterations", "4")), replay.upTo(4));
	}

	@Test
	void runsThatWereRecordedAsSeveralHaveAllTheirIterations() {
		Map<String, Literal> changed = run("resume", "True", "iterations", "6", "filter", "1.0");
		Replay replay = new Replay(List.of(run("iterations", "4"), changed), 10);
		assertEquals(List.of(run("iterations", "4"), run("resume", "True", "iterations", "2", "filter", "1.0")), replay.upTo(6));
	}

	@Test
	void withoutABeginningOrWithTwoUnknownLengthsNothingIsPossible() {
		assertFalse(new Replay(List.of(), 5).isPossible());
		assertFalse(new Replay(List.of(more("5")), 5).isPossible());
		assertFalse(new Replay(List.of(run(), run("resume", "True", "iterations", "9")), 20).isPossible());
	}
}
