// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

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
		String message = cause.getMessage();
		if (message == null || message.isBlank())
			return cause.getClass().getSimpleName();
		return message.lines().findFirst().orElse("").strip();
	}
}
