// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.pxst.processing.run.PipelineRequest;

/** A run of one or more steps on one scan. For the UI thread. */
public interface Run {
	/** Where a run is. */
	enum State {
		/** Those before it have not ended. */
		WAITING,
		/** It runs. */
		RUNNING,
		/** Its main loop waits for the user. */
		PAUSED,
		/** It was asked to stop, or to be cancelled, and is about to. */
		STOPPING,
		/** Everything is done and written, or as much as the user wanted. */
		DONE,
		/** A step failed; what those before it found is written. */
		FAILED,
		/** It was cancelled; what the steps found that had ended is written. */
		CANCELLED;

		/** Whether nothing happens any more. */
		public boolean isOver() {
			return this == DONE || this == FAILED || this == CANCELLED;
		}
	}

	/** What was asked for. */
	PipelineRequest request();

	/** What it is for the user. */
	String title();

	/** Where it is. */
	State state();

	/** Index of the step that runs, or ran last; -1 before the first. */
	int step();

	/** What the step does just now, in a few words; "" when nothing is known. */
	String activity();

	/** Part that is done, 0 to 1; empty when nobody knows. */
	OptionalDouble part();

	/** About how many seconds it will still take; empty when nobody knows. */
	OptionalDouble remaining();

	/** Whether {@link #remaining()} is the most that it can be: a main loop that runs ends before when it has converged. */
	boolean isAtMost();

	/** Seconds since it started, until it ended; 0 before. Pauses do not count. */
	double elapsed();

	/** What the steps said so far, one line each: their summaries, and remarks. */
	List<String> log();

	/** Why it failed and what to do, in words for the user; "" when it did not. */
	String problem();

	/** The file that has the results so far; empty before the first is written. */
	Optional<Path> result();

	/** Takes it out of the queue, or stops it within a second; what the running step has found is dropped. */
	void cancel();

	/**
	 * Ends it early and keeps what there is: its main loop ends ({@link LoopRemote#stop()}), and the run after the step that
	 * runs; that step's result is written, and it is {@link State#DONE}. A run that waits is taken out of the queue.
	 */
	void stop();

	/**
	 * The main loop of the step that runs, or that ran last; empty before it begins, for steps without one, and when several
	 * others have ended since.
	 */
	Optional<LoopRemote> loop();
}
