// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.jobs;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;

import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;

/**
 * What is said about a run.
 *
 * @param run the run
 */
record JobText(Run run) {
	private static final int MINUTE = 60;
	private static final int HOUR = 3600;
	private static final double PERCENT = 100;

	/** Name of the file that it is for. */
	String file() {
		Path name = run.request().input().getFileName();
		return String.valueOf(name);
	}

	/** Where it is, in a word. */
	String state() {
		return switch (run.state()) {
		case WAITING -> "waiting";
		case RUNNING -> "running";
		case PAUSED -> "paused";
		case STOPPING -> "stopping";
		case DONE -> "done";
		case FAILED -> "failed";
		case CANCELLED -> "cancelled";
		};
	}

	/** Which step it is at. */
	String step() {
		int steps = run.request().steps().size();
		int step = run.step();
		if (step < 0 || run.state() == Run.State.DONE)
			return steps == 1 ? run.request().steps().get(0).step().name() : steps + " steps";
		String name = run.request().steps().get(step).step().name();
		return steps == 1 ? name : step + 1 + " of " + steps + ": " + name;
	}

	/** How much of it is done; "" when nobody knows. */
	String part() {
		OptionalDouble part = run.part();
		return part.isEmpty() ? "" : String.format(Locale.ROOT, "%.0f %%", Math.floor(PERCENT * part.getAsDouble()));
	}

	/** How long it has run; "" before. */
	String elapsed() {
		return run.step() < 0 && run.elapsed() == 0 ? "" : duration(run.elapsed());
	}

	/** How long it will still take; "" when nobody knows, and when it is over. */
	String remaining() {
		if (run.state().isOver() || run.state() == Run.State.WAITING)
			return "";
		OptionalDouble whole = run.remaining();
		if (whole.isPresent())
			return (run.isAtMost() ? "at most " : "about ") + duration(whole.getAsDouble());
		OptionalDouble loop = run.loop().filter(LoopRemote::isAlive).map(LoopRemote::remaining).orElse(OptionalDouble.empty());
		return loop.isPresent() ? "at most " + duration(loop.getAsDouble()) + ", this step" : "";
	}

	/** What happens, or what became of it. */
	String status() {
		return switch (run.state()) {
		case WAITING -> "Waits until the runs before it have ended.";
		case RUNNING -> run.activity().isEmpty() ? "Running " + step() + "." : run.activity();
		case PAUSED -> "Paused" + run.loop().map(loop -> " after iteration " + loop.state().iterations().size()).orElse("")
				+ ": nothing is computed until it goes on.";
		case STOPPING -> "Stopping.";
		case DONE -> "Done. The result is in " + result() + ".";
		case FAILED -> problem() + before();
		case CANCELLED -> "Cancelled." + before();
		};
	}

	/** What there is of a run that did not come to its end. */
	private String before() {
		return run.result().isEmpty() ? "\nNothing was written." : "\nWhat the steps before found is in " + result() + ".";
	}

	/** The scan's own name is enough. */
	private String result() {
		return run.result().filter(path -> !path.equals(run.request().input())).map(Path::toString).orElse(file());
	}

	private String problem() {
		return run.problem().replace(run.request().input().toString(), file());
	}

	/** A time for people. */
	static String duration(double seconds) {
		long whole = Math.round(seconds);
		if (whole < MINUTE)
			return whole + " s";
		if (whole < HOUR)
			return String.format(Locale.ROOT, "%d min %02d s", whole / MINUTE, whole % MINUTE);
		return String.format(Locale.ROOT, "%d h %02d min", whole / HOUR, whole % HOUR / MINUTE);
	}
}
