// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;

class ArrayValuesTest {
	private static ArrayValues of(String text) {
		return ArrayValues.of(Literal.parse(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "3 | INT64 | []", "[1, 2] | INT64 | [2]", "[1, 2.5] | FLOAT64 | [2]", "nan | FLOAT64 | []",
			"(True, False) | BOOL | [2]", "[[1, 2, 3], [4, 5, 6]] | INT64 | [2, 3]", "[] | FLOAT64 | [0]", "[[], []] | FLOAT64 | [2, 0]",
			"['a', 'b'] | STRING | [2]", "[[[1.5]]] | FLOAT64 | [1, 1, 1]" })
	void listsOfListsAreArrays(String text, ArrayType type, String shape) {
		assertEquals(type, of(text).type());
		assertEquals(shape, of(text).shape().toString());
	}

	@Test
	void valuesAreRowMajor() {
		assertArrayEquals(new long[] { 1, 2, 3, 4, 5, 6 }, (long[]) of("[[1, 2, 3], (4, 5, 6)]").values());
		assertArrayEquals(new double[] { 1, 2.5 }, (double[]) of("[1, 2.5]").values());
		assertArrayEquals(new boolean[] { true, false }, (boolean[]) of("[True, False]").values());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[1, [2]] | lengths", "[[1], 2] | depths", "[[1, 2], [3]] | lengths", "[1, 'a'] | no number",
			"[1, True] | no number", "None | no number", "{'a': 1} | no number", "[[1], []] | lengths" })
	void whatIsNoArrayIsRefused(String text, String message) {
		String said = assertThrows(InvalidDataException.class, () -> of(text)).getMessage();
		assertTrue(said.contains(message), said);
	}

	@Test
	void otherTypes() {
		assertArrayEquals(new short[] { 0, (short) 65535 }, (short[]) of("[0, 65535]").as(ArrayType.UINT16).values());
		assertArrayEquals(new byte[] { (byte) 200 }, (byte[]) of("[200.0]").as(ArrayType.UINT8).values());
		assertArrayEquals(new float[] { 0.1f }, (float[]) of("[0.1]").as(ArrayType.FLOAT32).values());
		assertArrayEquals(new boolean[] { true, false }, (boolean[]) of("[1, 0]").as(ArrayType.BOOL).values());
		assertArrayEquals(new long[] { 1L << 62 }, (long[]) of("[4611686018427387904]").as(ArrayType.INT64).values());
		assertArrayEquals(new double[] { 200 },
				(double[]) new ArrayValues(new byte[] { (byte) 200 }, List.of(1)).as(ArrayType.FLOAT64).values());
	}

	@ParameterizedTest
	@CsvSource({ "-1, UINT8", "256, UINT8", "65536, UINT16", "2147483648, INT32", "1.5, INT32", "2, BOOL", "nan, INT64", "1e300, INT64",
			"inf, INT64", "'''a''', INT32", "1, STRING" })
	void valuesThatDoNotFitAreRefused(String text, ArrayType type) {
		assertThrows(InvalidDataException.class, () -> of(text.strip()).as(type));
	}
}
