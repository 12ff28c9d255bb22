// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.literal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@link Literal} by recursive descent, one character ahead. */
final class LiteralParser {
	/** Most brackets inside each other; more would only fill the stack. */
	private static final int DEEPEST = 100;
	private static final String DIGITS = "\\d(?:_?\\d)*";
	private static final Pattern FLOAT = Pattern.compile("(?:(?:" + DIGITS + ")?\\." + DIGITS + "|" + DIGITS + "\\.?)(?:[eE][+-]?"
			+ DIGITS + ")?");
	private static final Pattern DECIMAL = Pattern.compile("0(?:_?0)*|[1-9](?:_?\\d)*");
	private static final Pattern RADIX = Pattern.compile("0([xX](?:_?[0-9a-fA-F])+|[oO](?:_?[0-7])+|[bB](?:_?[01])+)");
	/** Everything that somebody may have meant as one number or name. */
	private static final Pattern WORD = Pattern.compile("(?:[\\p{L}\\p{N}_.]|(?<=[0-9.][eE])[+-](?=\\d))+");

	private final String text;
	private int at;
	private int depth;

	LiteralParser(String text) {
		this.text = text;
	}

	Literal parse() {
		skipBlanks();
		if (at == text.length())
			throw wrong("a value is missing; write a number, a text in quotes, True, False, None, a list or a dictionary");
		Literal first = value();
		skipBlanks();
		Literal whole = isNext(',') ? bareTuple(first) : first;
		if (at < text.length())
			throw wrong("unexpected " + shown() + " after the value; only one value can stand here, and nothing is calculated");
		return whole;
	}

	private Literal bareTuple(Literal first) {
		List<Literal> items = new ArrayList<>(List.of(first));
		while (take(',')) {
			skipBlanks();
			if (at == text.length())
				break;
			items.add(value());
			skipBlanks();
		}
		return new Sequence(items, true);
	}

	/** Reads a value; the position is at its first character, and behind it afterwards. */
	private Literal value() {
		if (at == text.length())
			throw wrong("a value is missing");
		char c = text.charAt(at);
		return switch (c) {
		case '\'', '"' -> string(c);
		case '[' -> inside(this::list);
		case '(' -> inside(this::parentheses);
		case '{' -> inside(this::dict);
		case '+', '-' -> signed(c == '-');
		default -> word(false, false);
		};
	}

	private Literal inside(Supplier<Literal> bracket) {
		if (++depth > DEEPEST)
			throw wrong("more than " + DEEPEST + " brackets inside each other");
		at++;
		Literal value = bracket.get();
		depth--;
		return value;
	}

	private Literal list() {
		List<Literal> items = new ArrayList<>();
		items(items, ']');
		return new Sequence(items, false);
	}

	private Literal parentheses() {
		List<Literal> items = new ArrayList<>();
		boolean comma = items(items, ')');
		return items.size() == 1 && !comma ? items.get(0) : new Sequence(items, true);
	}

	/** Reads to the closing bracket; returns whether there was a comma. */
	private boolean items(List<Literal> items, char end) {
		boolean comma = false;
		while (true) {
			skipBlanks();
			if (take(end))
				return comma;
			items.add(value());
			comma |= separator(end);
		}
	}

	private Literal dict() {
		Map<Literal, Literal> entries = new LinkedHashMap<>();
		while (true) {
			skipBlanks();
			if (take('}'))
				return new Dict(entries);
			int start = at;
			Literal key = value();
			if (isChangeable(key))
				throw new LiteralSyntaxException(start, "a list or dictionary cannot be a key");
			skipBlanks();
			if (!take(':'))
				throw wrong("a colon is missing after the key " + key.text() + "; write {key: value}");
			skipBlanks();
			if (entries.containsKey(key))
				throw new LiteralSyntaxException(start, "the key " + key.text() + " is there twice; remove one");
			entries.put(key, value());
			separator('}');
		}
	}

	private static boolean isChangeable(Literal key) {
		return key instanceof Dict || key instanceof Sequence sequence
				&& (!sequence.tuple() || sequence.items().stream().anyMatch(LiteralParser::isChangeable));
	}

	/** Takes the comma after an item, or leaves the closing bracket; returns whether there was a comma. */
	private boolean separator(char end) {
		skipBlanks();
		if (take(','))
			return true;
		if (!isNext(end))
			throw wrong(at == text.length() ? end + " is missing; the text ends inside a bracket"
					: "a comma or " + end + " is missing before " + shown());
		return false;
	}

	private Literal signed(boolean negative) {
		at++;
		skipBlanks();
		if (at == text.length())
			throw wrong("a number is missing after the sign");
		return word(negative, true);
	}

	private Literal word(boolean negative, boolean signed) {
		Matcher matcher = WORD.matcher(text).region(at, text.length()).useTransparentBounds(true);
		if (!matcher.lookingAt())
			throw wrong("unexpected " + shown() + (signed ? "; a sign needs a number after it" : "; a value is expected here"));
		String word = matcher.group();
		Literal value = number(word, negative);
		if (value == null && !signed)
			value = switch (word) {
			case "True", "true" -> new Flag(true);
			case "False", "false" -> new Flag(false);
			case "None" -> new None();
			default -> null;
			};
		if (value == null)
			throw notAValue(word, signed);
		at = matcher.end();
		return value;
	}

	private LiteralSyntaxException notAValue(String word, boolean signed) {
		char first = word.charAt(0);
		if (first >= '0' && first <= '9' || first == '.' || signed)
			return wrong(word + " is no number" + (word.matches("0\\d+") ? "; leave the leading zeros out" : ""));
		return wrong(word + " is no value; text stands in quotes: '" + word + "', and names, calls and formulas are not read");
	}

	/** A number, or null when the word is none. */
	private Literal number(String word, boolean negative) {
		String sign = negative ? "-" : "";
		Matcher radix = RADIX.matcher(word);
		if (radix.matches()) {
			String digits = radix.group(1).replace("_", "");
			return whole(sign + digits.substring(1), switch (digits.charAt(0)) {
			case 'x', 'X' -> 16;
			case 'o', 'O' -> 8;
			default -> 2;
			}, word);
		}
		if (DECIMAL.matcher(word).matches())
			return whole(sign + word.replace("_", ""), 10, word);
		if (FLOAT.matcher(word).matches() && !word.matches("[\\d_]+"))
			return new DoubleLiteral(Double.parseDouble(sign + word.replace("_", "")));
		return switch (word) {
		case "inf" -> new DoubleLiteral(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
		case "nan" -> new DoubleLiteral(Double.NaN);
		default -> null;
		};
	}

	private Literal whole(String digits, int radix, String word) {
		try {
			return new LongLiteral(Long.parseLong(digits, radix));
		} catch (NumberFormatException e) {
			throw wrong(word + " has more than 64 bits; write it with an exponent");
		}
	}

	private Literal string(char quote) {
		int start = at++;
		StringBuilder value = new StringBuilder();
		while (at < text.length()) {
			char c = text.charAt(at);
			if (c == '\n' || c == '\r')
				break;
			at++;
			if (c == quote) {
				skipBlanks();
				if (isNext('\'') || isNext('"'))
					throw wrong("two texts side by side; put a comma between them, or write them as one");
				return new Text(value.toString());
			}
			if (c == '\\')
				escape(value);
			else
				value.append(c);
		}
		throw new LiteralSyntaxException(start, "the quote " + quote + " is not closed on its line");
	}

	/** Reads what follows a backslash. One that means nothing stands for itself, as in Python. */
	private void escape(StringBuilder value) {
		if (at == text.length())
			return;
		char c = text.charAt(at++);
		switch (c) {
		case '\\', '\'', '"' -> value.append(c);
		case 'n' -> value.append('\n');
		case 'r' -> value.append('\r');
		case 't' -> value.append('\t');
		case 'a' -> value.append('\u0007');
		case 'b' -> value.append('\b');
		case 'f' -> value.append('\f');
		case 'v' -> value.append('\u000b');
		case 'x' -> value.appendCodePoint(code(2));
		case 'u' -> value.appendCodePoint(code(4));
		case 'U' -> value.appendCodePoint(code(8));
		case '0', '1', '2', '3', '4', '5', '6', '7' -> value.append(octal(c));
		case '\n' -> {
			// a string that goes on in the next line
		}
		default -> value.append('\\').append(c);
		}
	}

	private int code(int digits) {
		int start = at - 2;
		int end = at + digits;
		if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]+"))
			throw new LiteralSyntaxException(start, text.substring(start, at) + " needs " + digits
					+ " hexadecimal digits; write a backslash twice where one is meant");
		long code = Long.parseLong(text.substring(at, end), 16);
		if (code > Character.MAX_CODE_POINT)
			throw new LiteralSyntaxException(start, text.substring(start, end) + " is no character");
		at = end;
		return (int) code;
	}

	private char octal(char first) {
		int code = first - '0';
		for (int n = 1; n < 3 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '7'; n++)
			code = 8 * code + text.charAt(at++) - '0';
		return (char) code;
	}

	private void skipBlanks() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at)))
			at++;
	}

	private boolean isNext(char c) {
		return at < text.length() && text.charAt(at) == c;
	}

	private boolean take(char c) {
		boolean next = isNext(c);
		if (next)
			at++;
		return next;
	}

	/** The next character for a message; control characters must not steer a terminal. */
	private String shown() {
		int c = text.codePointAt(at);
		return Character.isISOControl(c) ? String.format("character U+%04X", c) : Character.toString(c);
	}

	private LiteralSyntaxException wrong(String message) {
		return new LiteralSyntaxException(at, message);
	}
}
