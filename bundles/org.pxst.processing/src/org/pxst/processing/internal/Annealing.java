// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import java.util.Optional;

import org.pxst.compute.SearchWindow;
import org.pxst.processing.LoopMemory;
import org.pxst.processing.LoopSettings;

/**
 * Lets window and filter shrink while the loop converges, and says when it has. The window first grows when the best shifts
 * of many pixels lie at its edge.
 *
 * @param settings that the iterations follow
 * @param memory   what the loop has come to
 */
record Annealing(LoopSettings settings, LoopMemory memory) {
	private static final int FIRST_HALF = 5;
	private static final int LARGEST_HALF = 20;
	private static final double MANY_ON_EDGE = 0.1;
	private static final double FIRST_FILTER = 8;
	private static final double FILTER_STEP = 0.7;

	/** Before the first iteration. */
	static Annealing first(LoopSettings settings) {
		return new Annealing(settings, new LoopMemory(firstHalf(settings.searchWindow()), FIRST_FILTER, 0,
				Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY));
	}

	/**
	 * Before another iteration.
	 *
	 * @param settings that it follows
	 * @param followed those that the iteration before followed; empty: there was none
	 * @param memory   what the loop has come to
	 */
	static Annealing before(LoopSettings settings, Optional<LoopSettings> followed, LoopMemory memory) {
		if (followed.isEmpty())
			return first(settings);
		int window = settings.searchWindow();
		boolean restarts = window != 0 && window != followed.get().searchWindow();
		return new Annealing(settings, new LoopMemory(restarts ? firstHalf(window) : memory.window(), memory.filter(),
				memory.iteration(), memory.lastError(), startsAnew(settings, followed, memory) ? 0 : memory.smallFalls(),
				memory.translationChange()));
	}

	/** Whether the loop begins to count small falls of the error anew: under other settings, or because it had converged. */
	static boolean startsAnew(LoopSettings settings, Optional<LoopSettings> followed, LoopMemory memory) {
		return followed.isEmpty() || !settings.isLike(followed.get()) || memory.hasConverged();
	}

	private static int firstHalf(int searchWindow) {
		return searchWindow == 0 ? FIRST_HALF : Math.max(1, Math.min(LARGEST_HALF, searchWindow / 2));
	}

	SearchWindow window() {
		return SearchWindow.around(memory.window(), memory.window());
	}

	double filter() {
		return Math.max(settings.filter(), memory.filter());
	}

	/**
	 * After an iteration with the present window and filter.
	 *
	 * @param translationChange rms change of the translations when they were last updated, reference pixels
	 */
	Annealing after(double error, double onEdge, double translationChange) {
		int half = memory.window();
		int iteration = memory.iteration() + 1;
		if (onEdge > MANY_ON_EDGE && iteration <= 2)
			half = Math.min(LARGEST_HALF, 2 * half);
		else if (iteration >= 2 && !memory.isSmallestWindow())
			half--;
		return new Annealing(settings, new LoopMemory(half, memory.filter() * FILTER_STEP, iteration, error,
				memory.smallFallsAfter(settings, error), translationChange));
	}
}
