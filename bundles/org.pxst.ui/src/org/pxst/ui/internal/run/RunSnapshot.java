// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.pxst.ui.run.Run;

/**
 * How far a run was at some moment.
 *
 * @param state    where it is
 * @param step     index of the step that runs, or ran last; -1 before the first
 * @param activity what the step does, or ""
 * @param log      what was said
 * @param problem  why it failed, or ""
 * @param result   the file that has the results so far
 * @param loop     the main loop of the step
 * @param whole    time of the run
 * @param ofStep   time of the step
 * @param expected how long each step will take, s; NaN where nobody knows
 */
record RunSnapshot(Run.State state, int step, String activity, List<String> log, String problem, Optional<Path> result,
		Optional<LoopControl> loop, Stopwatch whole, Stopwatch ofStep, List<Double> expected) {
	/** About how long it will still take, s; empty when nobody knows. */
	OptionalDouble remaining() {
		if (state.isOver())
			return OptionalDouble.of(0);
		if (step < 0)
			return OptionalDouble.empty();
		double seconds = leftOfStep();
		for (double later : expected.subList(step + 1, expected.size()))
			seconds += later;
		return Double.isNaN(seconds) ? OptionalDouble.empty() : OptionalDouble.of(seconds);
	}

	/** Of the step that runs, s; NaN when nobody knows. */
	private double leftOfStep() {
		OptionalDouble iterations = loop.filter(LoopControl::isAlive).map(LoopControl::remaining).orElse(OptionalDouble.empty());
		// a step that takes longer than ever before is not about to end
		double left = expected.get(step) - ofStep.seconds();
		return iterations.orElse(left > 0 ? left : Double.NaN);
	}

	/** Part that is done, 0 to 1; empty when nobody knows. */
	OptionalDouble part() {
		if (state == Run.State.DONE)
			return OptionalDouble.of(1);
		OptionalDouble left = state.isOver() ? OptionalDouble.empty() : remaining();
		double done = whole.seconds();
		return left.isEmpty() || done + left.getAsDouble() <= 0 ? OptionalDouble.empty()
				: OptionalDouble.of(done / (done + left.getAsDouble()));
	}

	/** Whether what remains is the most that it can be: a main loop may end before. */
	boolean isAtMost() {
		return loop.filter(LoopControl::isAlive).isPresent();
	}
}
