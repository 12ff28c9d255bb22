// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.literal;

/**
 * A value as Python writes it: a number, text, a flag, None, a list or tuple, or a dictionary. Parsed, never evaluated:
 * names, calls and arithmetic are errors. Immutable.
 * <p>
 * Notation: The Python Language Reference 3, section 2.4 (literals) and 6.2.3 to 6.2.7 (displays), with two additions:
 * {@code inf} and {@code nan} are numbers, and {@code true} and {@code false} are flags. Left out: complex numbers, bytes,
 * raw, formatted and triple-quoted strings, sets, and strings put together by writing them side by side.
 */
public sealed interface Literal permits NumberLiteral, Text, Flag, None, Sequence, Dict {
	/**
	 * Reads one value. As in Python, {@code 1, 2} without brackets is a tuple, and {@code (1)} is the number.
	 *
	 * @param text what to read; blanks and line ends around values do not matter
	 * @throws LiteralSyntaxException when it is anything else than one value; says where
	 */
	static Literal parse(String text) {
		return new LiteralParser(text).parse();
	}

	/** The value in Python's notation, on one line; {@link #parse} makes an equal value of it. */
	String text();
}
