// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;

import org.junit.jupiter.api.Test;

class FrameChoiceTest {
	private final FrameChoice choice = FrameChoice.of(6, new int[] { 0, 1, 2, 4 });

	private static BitSet frames(int... indices) {
		BitSet bits = new BitSet();
		for (int n : indices)
			bits.set(n);
		return bits;
	}

	@Test
	void framesAreMarked() {
		assertArrayEquals(new int[] { 0, 1, 2, 3, 4 }, choice.with(frames(2, 3), Mark.GOOD).indices());
		assertArrayEquals(new int[] { 0, 1, 4 }, choice.with(frames(2, 3), Mark.BAD).indices());
		assertArrayEquals(new int[] { 0, 1, 3, 4 }, choice.with(frames(2, 3), Mark.TOGGLE).indices());
		assertArrayEquals(new int[] { 0, 1, 2, 4 }, choice.indices());
	}

	@Test
	void framesBeyondTheScanAreNotCounted() {
		assertArrayEquals(new int[] { 0, 1, 2, 4, 5 }, choice.with(frames(5, 6, 70), Mark.GOOD).indices());
		assertThrows(IllegalArgumentException.class, () -> FrameChoice.of(6, new int[] { 6 }));
	}

	@Test
	void itIsShownAsRanges() {
		assertEquals("0-2,4", choice.text());
		assertEquals(4, choice.count());
	}

	@Test
	void aScanThatGoesOnHasGoodFramesMore() {
		assertArrayEquals(new int[] { 0, 1, 2, 4, 6, 7 }, choice.resized(8).indices());
		assertArrayEquals(new int[] { 0, 1, 2 }, choice.resized(3).indices());
	}
}
