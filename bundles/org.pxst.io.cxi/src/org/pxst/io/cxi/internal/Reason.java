// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.BufferUnderflowException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says in a few words, on one line, why a lower level failed. */
final class Reason {
	private Reason() {
	}

	/**
	 * The innermost cause in words.
	 *
	 * @param thrown what was thrown
	 * @return one line, never empty
	 */
	static String of(Throwable thrown) {
		Throwable cause = thrown;
		while (cause.getCause() != null && cause.getCause() != cause)
			cause = cause.getCause();
		if (cause instanceof AccessDeniedException)
			return "permission denied";
		if (cause instanceof NoSuchFileException)
			return "no such file or directory";
		if (cause instanceof ClosedChannelException)
			return "the file was closed";
		if (cause instanceof StackOverflowError)
			return "its structure refers to itself";
		if (cause instanceof OutOfMemoryError)
			return "it asks for more memory than there is";
		if (isBadStructure(cause))
			return "its structure makes no sense";
		String message = cause.getMessage();
		if (message == null || message.isBlank())
			return cause.getClass().getSimpleName();
		return message.lines().findFirst().orElse("").strip();
	}

	/** What the readers of the file format run into when sizes and addresses do not go together. */
	private static boolean isBadStructure(Throwable cause) {
		return cause instanceof BufferUnderflowException || cause instanceof IndexOutOfBoundsException
				|| cause instanceof NegativeArraySizeException || cause instanceof ArithmeticException
				|| cause instanceof ClassCastException || cause instanceof NullPointerException
				|| cause.getClass() == IllegalArgumentException.class;
	}
}
