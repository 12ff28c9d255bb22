// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

/**
 * Where a step is.
 *
 * @param kind   in a word
 * @param detail more about it: when it was done and by which step, why it is stale, what it does, why it failed; "" for nothing
 */
public record StepStatus(Kind kind, String detail) {
	/** Kinds of states. */
	public enum Kind {
		/** There is nothing of it in the file. */
		MISSING("missing"),
		/** Its results are in the file. */
		DONE("done"),
		/** Its results are in the file, and something that they were made of has changed since. */
		STALE("stale"),
		/** It is to be run. */
		WAITING("waiting"),
		/** It runs. */
		RUNNING("running"),
		/** It was run and failed. */
		FAILED("failed");

		private final String word;

		Kind(String word) {
			this.word = word;
		}

		/** The word for it. */
		public String word() {
			return word;
		}
	}

	/** Whether the detail is worth a line of its own. */
	boolean isRemarkable() {
		return kind == Kind.STALE || kind == Kind.RUNNING || kind == Kind.FAILED;
	}
}
