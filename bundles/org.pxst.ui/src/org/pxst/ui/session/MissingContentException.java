// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.session;

import org.pxst.core.PxstException;

/** What a view shows is not in the file yet. The message says what to do, for example which step makes it. */
public class MissingContentException extends PxstException {
	private static final long serialVersionUID = 1L;

	/**
	 * @param what   what is missing: "phase", say
	 * @param remedy what to do: "Run calculate_phase", say
	 */
	public MissingContentException(String what, String remedy) {
		super("There is no " + what + " in this file yet. " + remedy + ".");
	}
}
