// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiItem;

import picocli.CommandLine.TypeConversionException;

class ConvertersTest {
	private final FrameListConverter frames = new FrameListConverter();

	@Test
	void framesAreNumbersAndInclusiveRanges() {
		assertArrayEquals(new int[] { 0, 1, 2, 5, 7, 8 }, frames.convert("0-2,5,7-8").indices());
		assertArrayEquals(new int[] { 4 }, frames.convert("4").indices());
	}

	@Test
	void framesAreSortedAndCountedOnce() {
		assertArrayEquals(new int[] { 0, 1, 2, 3 }, frames.convert("2-3, 0-2").indices());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "1,", "-1", "3-1", "1-2-3", "1.5", "99999999999" })
	void nonsenseIsNoListOfFrames(String text) {
		assertThrows(TypeConversionException.class, () -> frames.convert(text));
	}

	@Test
	void roiIsFourIntegers() {
		assertEquals(new Roi(1, 20, 3, 40), new RoiConverter().convert("1,20, 3,40"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1,2,3", "1,2,3,4,5", "1,2,3,x", "5,5,0,9", "-1,5,0,9", "9,1,0,9" })
	void nonsenseIsNoRoi(String text) {
		assertThrows(TypeConversionException.class, () -> new RoiConverter().convert(text));
	}

	@ParameterizedTest
	@EnumSource(CxiItem.class)
	void itemsGoByTheirKey(CxiItem item) {
		assertEquals(item, new CxiItemConverter().convert(item.key()));
	}

	@Test
	void anUnknownItemIsAnsweredWithTheKnownOnes() {
		String message = assertThrows(TypeConversionException.class, () -> new CxiItemConverter().convert("frames"))
				.getMessage();
		assertTrue(message.contains("data") && message.contains("translations"), message);
	}

	@Test
	void pathsInsideAFileAreAbsolute() {
		assertEquals("/a/b", new CxiPathConverter().convert("/a/b"));
		assertThrows(TypeConversionException.class, () -> new CxiPathConverter().convert("a/b"));
		assertThrows(TypeConversionException.class, () -> new CxiPathConverter().convert("/"));
		assertThrows(TypeConversionException.class, () -> new CxiPathConverter().convert("/a//b"));
		assertThrows(TypeConversionException.class, () -> new CxiPathConverter().convert("none"));
		assertThrows(TypeConversionException.class, () -> new CxiPathConverter().convert("/a/../b"));
		assertEquals("/a/.b/..c", new CxiPathConverter().convert("/a/.b/..c"));
		assertEquals("none", new CxiPlaceConverter().convert("none"));
		assertThrows(TypeConversionException.class, () -> new CxiPlaceConverter().convert("nowhere"));
	}
}
