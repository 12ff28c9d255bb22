// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pxst.processing.steps.FrameCheck.Proposal;
import org.pxst.processing.steps.FrameCheck.Reason;

class SuggestionsTest {
	private final Suggestions suggestions = Suggestions.of(List.of(new Suggestion(7, "too bright"), new Suggestion(2, "blank"),
			new Suggestion(7, "light is elsewhere"), new Suggestion(7, "too bright")));

	@Test
	void eachFrameIsSuggestedOnceWithAllReasons() {
		assertEquals(List.of(new Suggestion(2, "blank"), new Suggestion(7, "too bright; light is elsewhere")),
				suggestions.list());
		assertEquals("{2, 7}", suggestions.frames().toString());
		assertEquals(Optional.empty(), suggestions.reason(3));
	}

	@Test
	void acceptingLeavesThemOut() {
		FrameChoice choice = FrameChoice.of(9, new int[] { 0, 2, 4, 7 });
		assertArrayEquals(new int[] { 0, 4 }, suggestions.accepted(choice).indices());
		assertTrue(suggestions.open(suggestions.accepted(choice)).isEmpty());
	}

	@Test
	void whatIsBadAlreadyIsNotSuggested() {
		assertEquals(List.of(new Suggestion(2, "blank")),
				suggestions.open(FrameChoice.of(9, new int[] { 0, 2 })).list());
		assertTrue(suggestions.open(FrameChoice.of(2, new int[] { 0, 1 })).isEmpty());
	}

	@Test
	void reasonsAreInWordsWithNumbers() {
		assertEquals(new Suggestion(4, "beam dip: 0.310 of the median frame's intensity, at least 0.500 is usual"),
				Suggestion.of(new Proposal(4, Reason.DIP, 0.31, 0.5)));
	}
}
