// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.nio.file.Path;

import org.pxst.core.PxstException;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ReadProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in words for the user why something could not be read. What nobody expected goes to the log as well.
 *
 * @param file the file that was read, for messages
 */
record Problems(Path file) {
	private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

	/** What to show for something that was thrown. */
	ReadProblem of(Throwable thrown) {
		if (thrown instanceof PxstException)
			return new ReadProblem(thrown.getMessage(), thrown instanceof MissingContentException);
		LOG.error("{}: reading failed", file, thrown);
		return new ReadProblem(file + ": " + words(thrown), false);
	}

	private static String words(Throwable thrown) {
		if (thrown instanceof OutOfMemoryError)
			return "there is not enough memory to show this; close other scans, or give the program more memory (PXST_VMARGS=-Xmx...)";
		if (thrown instanceof StackOverflowError)
			return "its structure refers to itself; the file may be damaged: copy it again";
		// what the virtual machine makes of a mapped file that was cut short
		if (thrown instanceof InternalError)
			return "it was cut short or damaged while it was read; copy it again";
		return "it could not be read as expected (" + thrown + "); the log has the details";
	}
}
