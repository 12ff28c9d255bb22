// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

/** Exit codes of the command line; documented in README.md. */
final class ExitCode {
	/** All done. */
	static final int OK = 0;
	/** A bug in PXST. */
	static final int INTERNAL_ERROR = 1;
	/** The command line makes no sense. */
	static final int USAGE = 2;
	/** The input, the output place or the machine does not allow it. */
	static final int BAD_INPUT = 3;
	/** Interrupted (128 + SIGINT); what there was has been written. */
	static final int INTERRUPTED = 130;

	private ExitCode() {
	}
}
