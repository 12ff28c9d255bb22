// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Which states of a loop one can go back to. */
class KeptStatesTest {
	private static KeptStates<String> filled(long budget, int origin, int last) {
		KeptStates<String> kept = new KeptStates<>(budget, state -> 10, origin);
		for (int k = origin; k <= last; k++)
			kept.add(k, "state " + k);
		return kept;
	}

	@Test
	void allStayWhileThereIsRoom() {
		KeptStates<String> kept = filled(60, 0, 5);
		assertEquals(List.of(0, 1, 2, 3, 4, 5), kept.numbers());
		assertEquals("state 3", kept.get(3));
	}

	@Test
	void olderOnesAreThinnedOut() {
		// 3 is the oldest that is neither at a multiple of 2, nor among the first two or the newest four
		assertEquals(List.of(0, 1, 2, 4, 5, 6, 7, 8), filled(80, 0, 8).numbers());
		assertEquals(List.of(0, 1, 4, 8, 9, 10, 11, 12), filled(80, 0, 12).numbers());
	}

	@Test
	void manyIterationsStayWithinTheBudget() {
		List<Integer> numbers = filled(200, 0, 1000).numbers();
		assertTrue(numbers.size() <= 20 && numbers.size() > 10, numbers.toString());
		assertTrue(numbers.containsAll(List.of(0, 1, 997, 998, 999, 1000)), numbers.toString());
	}

	@Test
	void theNewestStayWhateverTheirSize() {
		assertEquals(List.of(0, 1, 6, 7, 8, 9), filled(1, 0, 9).numbers());
	}

	@Test
	void aLoopThatGoesOnKeepsWhereItBegan() {
		assertEquals(List.of(17, 18, 22, 23, 24, 25), filled(1, 17, 25).numbers());
	}

	@Test
	void goingBackDropsWhatCameAfter() {
		KeptStates<String> kept = filled(1000, 0, 9);
		kept.add(4, "again");
		assertEquals(List.of(0, 1, 2, 3, 4), kept.numbers());
		assertEquals("again", kept.get(4));
		assertThrows(IllegalArgumentException.class, () -> kept.get(5));
	}
}
