// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pxst.core.InvalidDataException;
import org.pxst.core.expression.Expression;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;

class GeneratePixelMapPolyTest {
	private static final double DEFOCUS = 0.9e-3;

	private static Geometry geometry(DistanceFrom from) {
		return new Geometry(1.3, from, 55e-6, 75e-6, 7.29e-11, OptionalDouble.empty());
	}

	private static GeneratePixelMapPoly.Result result(GeneratePixelMapPoly poly) {
		return poly.apply(30, 40, geometry(DistanceFrom.FOCUS), DEFOCUS);
	}

	@Test
	void xIsTheColumnAndYTheRow() {
		PixelMap map = result(GeneratePixelMapPoly.of("1.01*y + 1e-3*(x - 20)**2", "0.5*x*y - sin(y)")).map();
		for (int i = 0; i < 30; i++)
			for (int j = 0; j < 40; j++) {
				assertEquals(1.01 * i + 1e-3 * (j - 20) * (j - 20), map.ss()[i * 40 + j], 1e-12);
				assertEquals(0.5 * i * j - Math.sin(i), map.fs()[i * 40 + j], 1e-12);
			}
	}

	@ParameterizedTest
	@EnumSource(DistanceFrom.class)
	void withoutAberrationsItIsGeneratePixelMap(DistanceFrom from) {
		GeneratePixelMapPoly.Result poly = GeneratePixelMapPoly.of("y", "x").apply(30, 40, geometry(from), DEFOCUS);
		GeneratePixelMap plain = GeneratePixelMap.of(geometry(from), DEFOCUS, DEFOCUS);
		assertArrayEquals(plain.map(30, 40).ss(), poly.map().ss(), 1e-12);
		assertArrayEquals(plain.map(30, 40).fs(), poly.map().fs(), 1e-12);
		// the slow scan axis has the smaller pixels
		double z = from == DistanceFrom.FOCUS ? 1.3 : 1.3 + DEFOCUS;
		assertEquals(55e-6 * DEFOCUS / z, poly.dss(), 1e-18);
		assertEquals(75e-6 * DEFOCUS / z, poly.dfs(), 1e-18);
		assertEquals(z / DEFOCUS, poly.magnification(), 1e-9);
	}

	@Test
	void clippingIsAskedForAndCounted() {
		GeneratePixelMapPoly.Result free = result(GeneratePixelMapPoly.of("100*y", "-100*x"));
		assertEquals(0, free.clipped());
		assertEquals(2900, free.map().ss()[29 * 40]);
		GeneratePixelMapPoly.Result clipped = result(GeneratePixelMapPoly.of("100*y", "-100*x", OptionalDouble.of(1000)));
		// rows 11 to 29, and columns 11 to 39
		assertEquals(19 * 40 + 29 * 30, clipped.clipped());
		for (int p = 0; p < 1200; p++) {
			assertEquals(Math.min(1000, free.map().ss()[p]), clipped.map().ss()[p]);
			assertEquals(Math.max(-1000, free.map().fs()[p]), clipped.map().fs()[p]);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "y + z | x | pixel_map_ss | unknown name z", "y | x + | pixel_map_fs | the end" })
	void textThatIsNoExpression(String ss, String fs, String which, String what) {
		String message = assertThrows(InvalidDataException.class, () -> GeneratePixelMapPoly.of(ss, fs)).getMessage();
		assertTrue(message.startsWith(which) && message.contains(what), message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "y | 1/(x - 3) | Infinity | x = 3", "sqrt(10.5 - y) | x | NaN | y = 11" })
	void valuesThatAreNotFinite(String ss, String fs, String value, String where) {
		GeneratePixelMapPoly poly = GeneratePixelMapPoly.of(ss, fs);
		String message = assertThrows(InvalidDataException.class, () -> poly.apply(12, 40, geometry(DistanceFrom.FOCUS), DEFOCUS))
				.getMessage();
		assertTrue(message.contains(value) && message.contains(where), message);
	}

	@Test
	void wrongArguments() {
		Expression other = Expression.parse("1", "y", "x");
		Expression right = Expression.parse("1", "x", "y");
		assertThrows(IllegalArgumentException.class, () -> new GeneratePixelMapPoly(other, right, OptionalDouble.empty()));
		assertThrows(IllegalArgumentException.class, () -> new GeneratePixelMapPoly(right, right, OptionalDouble.of(0)));
	}
}
