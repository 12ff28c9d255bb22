// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;

class FrameListTest {
	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = { "\"0-23,25,30-48\",\"0-23,25,30-48\"", "\" 7 , 3-5\",\"3-5,7\"", "\"1,2\",\"1,2\"",
			"\"1,2,3\",1-3", "\"0,2,4,5,6,7\",\"0,2,4-7\"", "\"3-3\",3" })
	void whatIsTypedIsShownInOrderWithRanges(String typed, String shown) {
		assertEquals(shown, FrameList.parse(typed).text());
		assertArrayEquals(FrameList.parse(typed).indices(), FrameList.parse(shown).indices());
	}

	@Test
	void aListWithoutFramesIsEmpty() {
		FrameList none = new FrameList(new int[0]);
		assertEquals("", none.text());
		assertEquals(-1, none.last());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "1,", "-1", "3-1", "1-2-3", "1.5", "0-99999999999" })
	void nonsenseIsRefused(String typed) {
		assertThrows(InvalidDataException.class, () -> FrameList.parse(typed));
	}

	@Test
	void framesBeyondTheScanAreNamed() {
		assertArrayEquals(new int[] { 0, 24 }, FrameList.parse("0,24", 25).indices());
		String message = assertThrows(InvalidDataException.class, () -> FrameList.parse("0-25", 25)).getMessage();
		assertTrue(message.contains("no frame 25") && message.contains("25 frames"), message);
	}
}
