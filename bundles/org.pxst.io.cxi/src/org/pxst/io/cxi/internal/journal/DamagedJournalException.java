// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.IOException;

/** A journal that is not whole. */
final class DamagedJournalException extends IOException {
	private static final long serialVersionUID = 1L;

	/** @param message what is wrong with it */
	DamagedJournalException(String message) {
		super(message);
	}

	/**
	 * @param message what is wrong with it
	 * @param cause   how that was noticed
	 */
	DamagedJournalException(String message, Throwable cause) {
		super(message, cause);
	}
}
