// SPDX-License-Identifier: EPL-2.0
package org.pxst.core;

/**
 * Something the user can understand and act on went wrong. The message is one line that says what was wrong, where
 * (file, path, shape) and, where there is one, the remedy; it is shown as it is, without a stack trace.
 */
public class PxstException extends RuntimeException {
	private static final long serialVersionUID = 1L;

	/** @param message one line: what, where, what to do */
	public PxstException(String message) {
		super(message);
	}

	/**
	 * @param message one line: what, where, what to do
	 * @param cause   what the lower level reported
	 */
	public PxstException(String message, Throwable cause) {
		super(message, cause);
	}
}
