// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

/**
 * Decides between the iterations of the main loop how it goes on. Called from the thread that computes. What is changed on the
 * way is part of the record of the run, so that it can be run again.
 */
public interface LoopGuide {
	/** Goes on until the loop is over. */
	LoopGuide AUTOMATIC = new LoopGuide() {
	};

	/** The main loop is about to begin. */
	default void begins(LoopScene scene) {
	}

	/**
	 * What to do next: asked before each iteration, and once more when the loop is over. May wait as long as it likes; must
	 * return soon when the run's monitor is cancelled.
	 *
	 * @param state where the loop is
	 * @throws org.pxst.core.CancelledException to end the run without a result
	 */
	default LoopOrder next(LoopState state) {
		return state.isOver() ? new LoopOrder.Stop() : new LoopOrder.GoOn(state.settings());
	}

	/**
	 * What becomes of a run whose monitor is cancelled: true, the iterations that were done are its result, as far as there is
	 * one; false: it ends with {@link org.pxst.core.CancelledException} and has none.
	 */
	default boolean keepsWhenCancelled() {
		return true;
	}
}
