// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.pxst.core.InvalidDataException;
import org.slf4j.LoggerFactory;

/**
 * Work on a file that is to be written. An interrupt that is pending, or comes while the work goes on, is put off: it
 * must not get in the way of results that took hours.
 *
 * @param <T> what comes out
 */
@FunctionalInterface
interface WritingWork<T> {
	/** Does the work; what it throws makes the whole write fail. */
	T run() throws IOException;

	/**
	 * Does it.
	 *
	 * @param file what is written, for messages
	 * @throws InvalidDataException when it fails
	 */
	static <T> T run(Path file, WritingWork<T> work) {
		boolean interrupted = Thread.interrupted();
		try {
			return work.run();
		} catch (IOException e) {
			LoggerFactory.getLogger(WritingWork.class).debug("{}: writing failed", file, e);
			throw new InvalidDataException(file + ": cannot be written: " + explain(e), e);
		} finally {
			if (interrupted)
				Thread.currentThread().interrupt();
		}
	}

	private static String explain(IOException e) {
		String reason = e.getCause() instanceof LinkageError || e.getCause() instanceof IOException ? e.getMessage()
				: Reason.of(e);
		if (reason.contains("No space left") || reason.contains("quota exceeded"))
			return reason + "; free some or write to another disk";
		if (reason.contains("Read-only file system"))
			return reason + "; write to another directory";
		if (reason.contains("already open for write") || reason.contains("unable to lock")
				|| reason.contains("Resource temporarily unavailable"))
			return "another program has it open for writing, or ended without closing it (" + reason
					+ "); close it there, or mend the file with h5clear -s";
		return reason;
	}
}
