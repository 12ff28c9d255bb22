// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.expression;

import org.pxst.core.InvalidDataException;

/** A text is no expression. The message says where and what was expected. */
public final class ExpressionSyntaxException extends InvalidDataException {
	private static final long serialVersionUID = 1L;

	private final int position;

	ExpressionSyntaxException(String text, int index, String expected) {
		super("'" + shortened(text) + "', character " + (index + 1) + ": " + expected);
		position = index;
	}

	/** Index of the character where it went wrong, from 0; the length of the text when it ended too early. */
	public int position() {
		return position;
	}

	private static String shortened(String text) {
		String line = text.replaceAll("\\p{Cntrl}", " ");
		return line.length() <= 80 ? line : line.substring(0, 77) + "...";
	}
}
