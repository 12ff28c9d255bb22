// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.pxst.processing.Iteration;
import org.pxst.processing.LoopState;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;

/** What is said about a main loop in a line. */
final class LoopText {
	private static final double MINUTE = 60;
	private static final int RECENT = 3;

	private LoopText() {
	}

	/**
	 * The line as long as there is no main loop.
	 *
	 * @param runs all runs, the oldest first
	 * @param scan name of the current one
	 */
	static String before(List<Run> runs, Optional<String> scan) {
		return runs.stream().filter(run -> !run.state().isOver() && hasLoop(run)).findFirst()
				.map(run -> run.title() + ": the main loop has not begun yet" + (run.activity().isEmpty() ? "." : "; " + run.activity()))
				.orElseGet(() -> scan.map(name -> "There are no iterations of the main loop in " + name + " yet.")
						.orElse("No reconstruction has run in this session.") + " Run the pipeline, or its step Reconstruction.");
	}

	private static boolean hasLoop(Run run) {
		return run.request().steps().stream().anyMatch(step -> step.step().name().equals(FurtherRuns.STEP));
	}

	/** The line for a run with a main loop. */
	static String of(Run run, LoopRemote loop) {
		List<String> parts = new ArrayList<>();
		parts.add(run.title() + ": " + state(run, loop));
		addIterations(parts, loop.state(), !loop.isAlive());
		OptionalDouble left = loop.isAlive() ? loop.remaining() : OptionalDouble.empty();
		left.ifPresent(seconds -> parts.add("at most " + duration(seconds) + " left"));
		return String.join(", ", parts) + (run.problem().isEmpty() ? "" : ". " + run.problem());
	}

	/**
	 * The line for what a file has.
	 *
	 * @param scan its name
	 */
	static String of(String scan, LoopState state) {
		List<String> parts = new ArrayList<>();
		parts.add(scan + ": result in the file");
		addIterations(parts, state, true);
		return String.join(", ", parts);
	}

	private static void addIterations(List<String> parts, LoopState state, boolean isOver) {
		List<Iteration> done = state.iterations();
		if (done.isEmpty()) {
			parts.add("no iteration is done yet");
			return;
		}
		Iteration last = done.get(done.size() - 1);
		parts.add(String.format(Locale.ROOT, "iteration %d", last.number()));
		parts.add(String.format(Locale.ROOT, "error %.5f", last.error()));
		parts.add(String.format(Locale.ROOT, "window %d \u00d7 %d px", last.windowSs(), last.windowFs()));
		parts.add(String.format(Locale.ROOT, "filter %.2f px", last.filter()));
		if (isOver)
			parts.add(state.memory().hasConverged() ? "converged" : "not converged");
		done.stream().skip(Math.max(0, done.size() - RECENT)).mapToDouble(Iteration::seconds).filter(Double::isFinite).average()
				.ifPresent(seconds -> parts.add(duration(seconds) + " an iteration"));
	}

	private static String state(Run run, LoopRemote loop) {
		return switch (run.state()) {
		case WAITING -> "waits";
		case RUNNING -> loop.isAlive() ? "runs" : "the main loop has ended";
		case PAUSED -> "paused";
		case STOPPING -> "stops";
		case DONE -> "done";
		case FAILED -> "failed";
		case CANCELLED -> "cancelled";
		};
	}

	/** A time in words. */
	static String duration(double seconds) {
		if (seconds < 10)
			return String.format(Locale.ROOT, seconds < 1 ? "%.2f s" : "%.1f s", seconds);
		if (seconds < 2 * MINUTE)
			return String.format(Locale.ROOT, "%.0f s", seconds);
		return String.format(Locale.ROOT, "%.0f min", seconds / MINUTE);
	}
}
