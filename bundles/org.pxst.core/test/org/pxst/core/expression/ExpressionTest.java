// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.expression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
	private static double at(String text, double x, double y) {
		return Expression.parse(text, "x", "y").evaluate(x, y);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1 | 1", " 1 + 2*3 | 7", "(1+2)*3 | 9", "10 - 4 - 3 | 3", "12/4/3 | 1",
			"2^3^2 | 512", "2**3**2 | 512", "-2^2 | -4", "2^-1 | 0.5", "(-2)^2 | 4", "2*-3 | -6", "- -3 | 3", "+3 | 3",
			"1--1 | 2", "3-+-2 | 5", "1.5e3 | 1500", ".5 | 0.5", "2. | 2", "1E-2 | 0.01", "1e+2 | 100", "x | 3", "y | 5",
			"x*y - y/x | 13.333333333333334", "min(x, y) | 3", "max(x,y) | 5", "abs(-x) | 3", "floor(-0.5) | -1",
			"sqrt(x^2+16) | 5", "exp(log(y)) | 5", "sin(pi/2) | 1", "cos(pi) | -1", "tan(0) | 0", "atan2(1, -1)*4/pi | 3",
			"((((x)))) | 3", "1/0 | Infinity", "2 * * 3 | x", "sqrt(-1) | NaN", "2 ^ 2 * 3 | 12", "-x**2 | -9",
			"min(max(x, 1), sin(0)) | 0", "0.5*x + 0.25*y*(x - y*(x + y*(1 - x))) | 49" })
	void valuesAreThoseOfArithmetic(String text, String value) {
		if (value.equals("x"))
			assertThrows(ExpressionSyntaxException.class, () -> at(text, 3, 5));
		else
			assertEquals(Double.parseDouble(value), at(text, 3, 5), 1e-12);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "\"\" | 0 | number", "1 + | 3 | the end", "(1 | 2 | ')'",
			"1) | 1 | operator", "z | 0 | unknown name z", "x x | 2 | operator", "sin x | 4 | '('", "sin() | 4 | number",
			"min(1) | 5 | ','", "sin(1, 2) | 5 | ')'", "1 $ 2 | 2 | '$'", "1.2.3 | 3 | operator", ". | 0 | digit",
			"1e | 2 | exponent", "0x10 | 1 | operator", "X | 0 | unknown name X", "x.y | 1 | operator",
			"__import__('os') | 0 | unknown name", "x; y | 1 | operator", "lambda: 1 | 0 | unknown name",
			"np.sin(x) | 0 | unknown name np", "[1] | 0 | number", "'a' | 0 | number", "x = 1 | 2 | operator",
			"sin | 3 | '('" })
	void errorsSayWhereAndWhatWasExpected(String text, int position, String expected) {
		ExpressionSyntaxException e = assertThrows(ExpressionSyntaxException.class, () -> at(text, 1, 2));
		assertEquals(position, e.position(), e.getMessage());
		assertTrue(e.getMessage().contains(expected), e.getMessage());
		assertTrue(e.getMessage().contains("character " + (position + 1)), e.getMessage());
		assertFalse(e.getMessage().contains("\n"));
	}

	@Test
	void lengthAndDepthAreBounded() {
		assertEquals(1, at("(".repeat(90) + "1" + ")".repeat(90), 0, 0));
		for (String start : List.of("(", "-", "2^", "sin("))
			assertTrue(assertThrows(ExpressionSyntaxException.class, () -> at(start.repeat(2000) + "1", 0, 0)).getMessage()
					.contains("nested"), start);
		assertEquals(500, at("1" + "+1".repeat(499), 0, 0));
		assertTrue(assertThrows(ExpressionSyntaxException.class, () -> at("1" + "+1".repeat(3000), 0, 0)).getMessage()
				.contains("shorter"));
		assertThrows(ExpressionSyntaxException.class, () -> at(" ".repeat(10_001) + "1", 0, 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "7", "x*y", "x + 0.1*sin(y)*(x - 3*(y + x*(y - cos(x))))", "-(x/ (y + 1))^2", "max(x,y) - min(y, x*y)" })
	void rowsAreAsSinglePlaces(String text) {
		Expression expression = Expression.parse(text, "x", "y");
		double[] x = IntStream.range(0, 50).mapToDouble(k -> 0.3 * k).toArray();
		double[] y = IntStream.range(0, 60).mapToDouble(k -> 7 - 0.2 * k).toArray();
		double[] row = new double[55];
		row[50] = -1;
		expression.evaluate(new double[][] { x, y }, 50, row);
		for (int k = 0; k < 50; k++)
			assertEquals(expression.evaluate(x[k], y[k]), row[k], 0);
		assertEquals(-1, row[50]);
		double[] again = new double[55];
		again[50] = -1;
		expression.evaluate(new double[][] { x, y }, 50, again);
		assertArrayEquals(row, again);
	}

	@Test
	void variablesAreTheCallers() {
		Expression expression = Expression.parse("r*2 + phi_1", "phi_1", "r");
		assertEquals(List.of("phi_1", "r"), expression.variables());
		assertEquals("r*2 + phi_1", expression.text());
		assertEquals(23, expression.evaluate(3, 10));
		assertThrows(IllegalArgumentException.class, () -> expression.evaluate(1));
		assertEquals(5, Expression.parse("5").evaluate());
		assertEquals(4, Expression.parse("pi", "pi").evaluate(4));
	}
}
