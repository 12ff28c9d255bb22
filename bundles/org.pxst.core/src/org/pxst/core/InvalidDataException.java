// SPDX-License-Identifier: EPL-2.0
package org.pxst.core;

/** The data cannot be used: not readable, not complete, or not physical. Running again will not help. */
public class InvalidDataException extends PxstException {
	private static final long serialVersionUID = 1L;

	/** @param message one line: what, where, what to do */
	public InvalidDataException(String message) {
		super(message);
	}

	/**
	 * @param message one line: what, where, what to do
	 * @param cause   what the lower level reported
	 */
	public InvalidDataException(String message, Throwable cause) {
		super(message, cause);
	}
}
