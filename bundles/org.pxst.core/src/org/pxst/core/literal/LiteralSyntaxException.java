// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.literal;

import org.pxst.core.InvalidDataException;

/** Text that is no {@link Literal}. */
public final class LiteralSyntaxException extends InvalidDataException {
	private static final long serialVersionUID = 1L;

	private final int position;

	/**
	 * @param position of the first character that does not fit, counted from 0; the text's length when it ends too early
	 * @param message  one line: what is wrong, and what to do; the position is added, counted from 1
	 */
	LiteralSyntaxException(int position, String message) {
		super("character " + (position + 1) + ": " + message);
		this.position = position;
	}

	/** Where: index of the first character that does not fit; the text's length when it ends too early. */
	public int position() {
		return position;
	}
}
