// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

/**
 * What was found when a file was looked at for an interrupted write, and what was done about it.
 *
 * @param outcome what was done
 * @param text    one line for the user
 */
public record CxiRecovery(Outcome outcome, String text) {
	/** What was done. */
	public enum Outcome {
		/** There was no interrupted write. */
		NOTHING_TO_DO,
		/** An interrupted write was completed: the file has the new content. */
		COMPLETED,
		/** Leftovers of a write that had not begun to change the file were removed: the file has the old content. */
		DISCARDED,
		/** The file was changed by another program since; nothing was done, and the text says what to do. */
		REFUSED
	}
}
