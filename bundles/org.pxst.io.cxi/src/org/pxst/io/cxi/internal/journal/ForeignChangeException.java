// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.IOException;

/** The data file is not the one that a journal was made for any more. */
final class ForeignChangeException extends IOException {
	private static final long serialVersionUID = 1L;

	private final boolean whole;
	private final boolean forcible;

	/**
	 * @param message  what is different
	 * @param whole    whether the data file is whole without the journal
	 * @param forcible whether only its time is different
	 */
	ForeignChangeException(String message, boolean whole, boolean forcible) {
		super(message);
		this.whole = whole;
		this.forcible = forcible;
	}

	/** Whether the data file is whole without the journal. */
	boolean isWhole() {
		return whole;
	}

	/** Whether nothing but its time is different. */
	boolean isForcible() {
		return forcible;
	}
}
