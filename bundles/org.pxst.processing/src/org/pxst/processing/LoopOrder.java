// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

/** How the main loop goes on. */
public sealed interface LoopOrder permits LoopOrder.GoOn, LoopOrder.Stop, LoopOrder.GoBack {
	/**
	 * Do another iteration, even when the loop was over.
	 *
	 * @param settings to follow from now on. With others than before the error must hardly fall in two more iterations until
	 *                 the loop has converged; another search window makes the window start there again; another smallest
	 *                 filter holds from the next iteration on
	 */
	record GoOn(LoopSettings settings) implements LoopOrder {
	}

	/**
	 * Do no more, and make the result of what there is. Before the first iteration of the run there is nothing to make it of,
	 * and the run ends as if it had been cancelled.
	 */
	record Stop() implements LoopOrder {
	}

	/**
	 * Be again where the loop was earlier, and ask again.
	 *
	 * @param state one that the loop's guide was given before, with at least one iteration or the first
	 */
	record GoBack(LoopState state) implements LoopOrder {
	}
}
