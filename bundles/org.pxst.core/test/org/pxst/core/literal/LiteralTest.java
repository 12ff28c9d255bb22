// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.literal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTest {
	private static Sequence list(Literal... items) {
		return new Sequence(Arrays.asList(items), false);
	}

	private static Sequence tuple(Literal... items) {
		return new Sequence(Arrays.asList(items), true);
	}

	private static Literal whole(long value) {
		return new LongLiteral(value);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "00, 0", "7, 7", "-7, -7", "+7, 7", "- 7, -7", "1_000, 1000", "0x1F, 31", "-0b101, -5", "0o17, 15",
			"0xdead_beef, 3735928559", "9223372036854775807, 9223372036854775807",
			"-9223372036854775808, -9223372036854775808", "(5), 5", "((-5)), -5" })
	void wholeNumbers(String text, long value) {
		assertEquals(whole(value), Literal.parse(text));
	}

	@ParameterizedTest
	@CsvSource({ "1., 1", ".5, 0.5", "-.5, -0.5", "1e-3, 1e-3", "1E+3, 1000", "1e3, 1000", "3.25e2, 325", "1_0.2_5, 10.25",
			"inf, Infinity", "-inf, -Infinity", "+inf, Infinity", "nan, NaN", "-nan, NaN", "0.0, 0", "-0.0, -0.0",
			"1e400, Infinity", "007.5, 7.5", "1.7e-9, 1.7e-9", "0e0, 0" })
	void otherNumbers(String text, double value) {
		assertEquals(new DoubleLiteral(value), Literal.parse(text));
	}

	@Test
	void numbersOfBothKindsAreDoublesToThoseWhoDoNotCare() {
		assertEquals(3, ((NumberLiteral) Literal.parse("3")).asDouble());
		assertEquals(3e-9, ((NumberLiteral) Literal.parse("3e-9")).asDouble());
	}

	@Test
	void flagsAndNone() {
		assertEquals(new Flag(true), Literal.parse("True"));
		assertEquals(new Flag(true), Literal.parse(" true "));
		assertEquals(new Flag(false), Literal.parse("False"));
		assertEquals(new Flag(false), Literal.parse("false\n"));
		assertEquals(new None(), Literal.parse("None"));
	}

	@Test
	void textWithEscapes() {
		assertEquals(new Text("abc"), Literal.parse("'abc'"));
		assertEquals(new Text("it's"), Literal.parse("\"it's\""));
		assertEquals(new Text("it's"), Literal.parse("'it\\'s'"));
		assertEquals(new Text(""), Literal.parse("''"));
		assertEquals(new Text("a\tb\n\\"), Literal.parse("'a\\tb\\n\\\\'"));
		assertEquals(new Text("A\u00e9\u20ac" + Character.toString(0x1F600)),
				Literal.parse("'\\x41\\u00e9\\u20ac\\U0001F600'"));
		assertEquals(new Text("A\0" + "8"), Literal.parse("'\\101\\08'"));
		assertEquals(new Text("C:\\data"), Literal.parse("'C:\\data'"), "an escape that is none stands for itself");
		assertEquals(new Text("ab"), Literal.parse("'a\\\nb'"));
		assertEquals(new Text("\u03bc"), Literal.parse("'\u03bc'"));
		assertEquals(new Text("[1, 2]"), Literal.parse("'[1, 2]'"));
		assertEquals(new Text("/speckle_tracking/mask"), Literal.parse("'/speckle_tracking/mask'"));
	}

	@Test
	void sequences() {
		assertEquals(list(), Literal.parse("[]"));
		assertEquals(list(whole(1), whole(2)), Literal.parse("[1,2]"));
		assertEquals(list(whole(1), whole(2)), Literal.parse(" [ 1 , 2 , ] "));
		assertEquals(list(list(whole(1), new DoubleLiteral(2)), list()), Literal.parse("[[1, 2.], []]"));
		assertEquals(tuple(), Literal.parse("()"));
		assertEquals(tuple(whole(1)), Literal.parse("(1,)"));
		assertEquals(tuple(whole(1), new Text("a")), Literal.parse("(1, 'a')"));
		assertEquals(tuple(whole(1), whole(2)), Literal.parse("1, 2"));
		assertEquals(tuple(whole(1)), Literal.parse("1,"));
		assertEquals(list(whole(1), whole(2)), Literal.parse("[1,\n\t2]"));
		assertEquals(list(new None(), new Flag(true)), Literal.parse("[None, True]"));
		assertTrue(((Sequence) Literal.parse("(1,)")).tuple());
		assertFalse(((Sequence) Literal.parse("[1]")).tuple());
	}

	@Test
	void dictionariesKeepTheirOrder() {
		assertEquals(new Dict(Map.of()), Literal.parse("{}"));
		Dict dict = (Dict) Literal.parse("{'z': 1, 'a': [2], (1, 2): None, 3: {'b': False},}");
		assertEquals(List.of(new Text("z"), new Text("a"), tuple(whole(1), whole(2)), whole(3)),
				List.copyOf(dict.entries().keySet()));
		assertEquals(list(whole(2)), dict.entries().get(new Text("a")));
		assertEquals(new Dict(Map.of(new Text("b"), new Flag(false))), dict.entries().get(whole(3)));
	}

	/** Position and a word of the message. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "``| 0 | value is missing", "`  `| 2 | value is missing",
			"[1, 2| 5 | ] is missing", "[1 2]| 3 | comma", "[1,,2]| 3 | unexpected ,", "(1, 2]| 5 | comma or )",
			"1 2| 2 | only one value", "1+2| 1 | calculated", "1+2j| 1 | calculated", "2j| 0 | no number",
			"abc| 0 | 'abc'", "__import__('os').system('ls')| 0 | no value", "[1, foo(2)]| 4 | foo is no value",
			"'abc| 0 | not closed", "'a' 'b'| 4 | side by side", "'a\\| 0 | not closed",
			"'\\x4'| 1 | hexadecimal", "'\\Users'| 1 | hexadecimal", "'\\U00110000'| 1 | no character",
			"012| 0 | leading zeros", "1e| 0 | no number", "1__0| 0 | no number", "_1| 0 | no value", "1_| 0 | no number",
			"0x| 0 | no number", "0xg| 0 | no number", "1.2.3| 0 | no number", "--1| 1 | sign", "-True| 1 | no number",
			"-| 1 | number is missing", "-'a'| 1 | sign", "9223372036854775808| 0 | 64 bits",
			"{1, 2}| 2 | colon", "{'a' 1}| 5 | colon", "{'a': }| 6 | unexpected }", "{'a': 1, 'a': 2}| 9 | twice",
			"{[1]: 2}| 1 | key", "{([1],): 2}| 1 | key", "{'a': 1| 7 | } is missing", "b'a'| 0 | no value", "]| 0 | unexpected ]",
			"NaN| 0 | no value", "lambda: 1| 0 | no value", "[*range(3)]| 1 | unexpected *", "...| 0 | no number",
			"1;| 1 | unexpected ;", "TRUE| 0 | no value", "1e5x| 0 | no number" })
	void whatIsNoValueIsAnErrorWithItsPlace(String text, int position, String message) {
		LiteralSyntaxException e = assertThrows(LiteralSyntaxException.class, () -> Literal.parse(text));
		assertEquals(position, e.position(), e.getMessage());
		assertTrue(e.getMessage().contains(message), e.getMessage());
		assertTrue(e.getMessage().startsWith("character " + (position + 1) + ": "), e.getMessage());
		assertFalse(e.getMessage().contains("\n"));
	}

	@Test
	void textEndsOnItsLine() {
		LiteralSyntaxException e = assertThrows(LiteralSyntaxException.class, () -> Literal.parse("[1, 'a\nb']"));
		assertEquals(4, e.position());
	}

	@Test
	void bracketsDoNotFillTheStack() {
		Literal.parse("[".repeat(100) + "]".repeat(100));
		assertThrows(LiteralSyntaxException.class, () -> Literal.parse("[".repeat(1_000_000)));
		assertThrows(LiteralSyntaxException.class, () -> Literal.parse("(".repeat(101) + "1" + ")".repeat(101)));
	}

	@Test
	void longListsAreFast() {
		int n = 200_000;
		StringBuilder text = new StringBuilder("[");
		for (int i = 0; i < n; i++)
			text.append(i).append(", ");
		Sequence sequence = (Sequence) Literal.parse(text.append("]").toString());
		assertEquals(n, sequence.items().size());
		assertEquals(whole(n - 1), sequence.items().get(n - 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "5", "-1.5e-30", "inf", "-inf", "nan", "True", "None", "'a\\'b\\\\c\\n\\x01'", "[]", "()", "(1,)", "[1, (2, 'x'), {}]",
			"{'a': [1.0, None], (1, 2): False}", "'\\U0001F600'", "-0.0", "'\\x7f\\x85'" })
	void textGivesTheSameValueAgain(String text) {
		Literal literal = Literal.parse(text);
		assertEquals(literal, Literal.parse(literal.text()));
		assertFalse(literal.text().contains("\n"));
	}

	@Test
	void anyTextIsAValueOrAnErrorInsideIt() {
		Random random = new Random(1);
		String alphabet = "01.e-+_x'\"\\[](){},: TFNaniu\n";
		int values = 0;
		for (int round = 0; round < 20_000; round++) {
			StringBuilder text = new StringBuilder();
			for (int n = random.nextInt(9); n >= 0; n--)
				text.append(alphabet.charAt(random.nextInt(alphabet.length())));
			try {
				Literal literal = Literal.parse(text.toString());
				assertEquals(literal, Literal.parse(literal.text()));
				values++;
			} catch (LiteralSyntaxException e) {
				assertTrue(e.position() >= 0 && e.position() <= text.length(), text.toString());
			}
		}
		assertTrue(values > 100);
	}

	@Test
	void valuesDoNotChange() {
		List<Literal> items = new ArrayList<>(List.of(whole(1)));
		Sequence sequence = new Sequence(items, false);
		items.add(whole(2));
		assertEquals(1, sequence.items().size());
		assertThrows(UnsupportedOperationException.class, () -> sequence.items().add(whole(3)));
		Dict dict = (Dict) Literal.parse("{'a': 1}");
		assertThrows(UnsupportedOperationException.class, () -> dict.entries().clear());
	}
}
