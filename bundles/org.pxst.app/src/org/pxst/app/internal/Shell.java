// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

/** Notation of the shell. */
final class Shell {
	private Shell() {
	}

	/** The argument as one would have to type it. */
	static String quote(String argument) {
		return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
	}
}
