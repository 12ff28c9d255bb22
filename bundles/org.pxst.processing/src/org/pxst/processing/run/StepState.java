// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a file has of a step.
 *
 * @param kind    the same in a word
 * @param process number of the record of the run that made the results; empty when there is none
 * @param by      name of the step that made them, which may be another one; empty when that is not known
 * @param date    when, as it is in the record; "" when that is not known
 * @param edited  whether a result was edited by hand since
 * @param reason  why it is stale, in words; "" when it is not
 */
public record StepState(Kind kind, OptionalInt process, Optional<String> by, String date, boolean edited, String reason) {
	/** What a file can have of a step. */
	public enum Kind {
		/** Not all results that it always has. */
		MISSING,
		/** All of them. */
		DONE,
		/** All of them, but it would find others now. */
		STALE
	}

	/** Nothing, or not all. */
	static StepState missing() {
		return new StepState(Kind.MISSING, OptionalInt.empty(), Optional.empty(), "", false, "");
	}
}
