// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.pxst.ui.run.Run;

/** Keeps how far a run is: told by the thread that computes, and read by the UI thread. Callable from any thread. */
final class RunProgress {
	private final List<String> log = new ArrayList<>();
	private List<Double> expected;
	private Run.State outcome;
	private int step = -1;
	private String activity = "";
	private String problem = "";
	private Path result;
	private LoopControl loop;
	private Stopwatch whole;
	private Stopwatch ofStep;
	private boolean stopping;
	private boolean stopsAfterStep;

	/**
	 * @param steps number of steps
	 * @param clock nanoseconds, with any origin
	 */
	RunProgress(int steps, LongSupplier clock) {
		expected = Collections.nCopies(steps, Double.NaN);
		whole = Stopwatch.stopped(clock);
		ofStep = Stopwatch.stopped(clock);
	}

	/** It begins. */
	synchronized void started() {
		whole = whole.start();
	}

	/** How long the steps will take is known: s, NaN where it is not. */
	synchronized void expect(List<Double> seconds) {
		expected = List.copyOf(seconds);
	}

	/** A step begins. */
	synchronized void stepStarted(int index) {
		endLoop();
		loop = null;
		step = index;
		activity = "";
		ofStep = Stopwatch.stopped(ofStep.clock()).start();
	}

	/**
	 * A step has ended.
	 *
	 * @param file has the result
	 * @return how long it took, s
	 */
	synchronized double stepDone(Path file) {
		endLoop();
		result = file;
		ofStep = ofStep.stop();
		return ofStep.seconds();
	}

	/** The step does something. */
	synchronized void does(String what) {
		activity = what;
	}

	/** Something is to be said. */
	synchronized void say(String line) {
		log.add(line);
	}

	/** A main loop has begun. */
	void loops(LoopControl begun) {
		synchronized (this) {
			endLoop();
			loop = begun;
		}
		if (stopsAfterStep())
			begun.stop();
	}

	/** The main loop; empty when there is none. */
	synchronized Optional<LoopControl> loop() {
		return Optional.ofNullable(loop);
	}

	/** Lets a main loop go that has ended. */
	synchronized void forgetLoop() {
		endLoop();
		loop = null;
	}

	/** The clocks stand, as the user thinks. */
	synchronized void waits() {
		whole = whole.stop();
		ofStep = ofStep.stop();
	}

	/** The clocks go on. */
	synchronized void goesOn() {
		whole = whole.start();
		ofStep = ofStep.start();
	}

	/** It was asked to end before its time. */
	synchronized void stopping() {
		stopping = true;
	}

	/** It was asked to end when the step that runs has ended, and its main loop before. */
	void stopAfterStep() {
		synchronized (this) {
			stopsAfterStep = true;
		}
		loop().ifPresent(LoopControl::stop);
	}

	/** Whether it was asked to end when the step has. */
	synchronized boolean stopsAfterStep() {
		return stopsAfterStep;
	}

	/**
	 * It has ended.
	 *
	 * @param how one of the states that are over
	 * @param why what went wrong, or ""
	 */
	synchronized void ended(Run.State how, String why) {
		endLoop();
		outcome = how;
		problem = why;
		activity = "";
		whole = whole.stop();
		ofStep = ofStep.stop();
	}

	/** Nothing happens any more; when it had not begun it is cancelled. */
	synchronized void endedBeforeItBegan() {
		if (outcome == null)
			ended(Run.State.CANCELLED, "");
	}

	private void endLoop() {
		if (loop != null)
			loop.end();
	}

	/** How far it is. */
	synchronized RunSnapshot snapshot() {
		return new RunSnapshot(state(), step, activity, List.copyOf(log), problem, Optional.ofNullable(result),
				Optional.ofNullable(loop), whole, ofStep, expected);
	}

	private Run.State state() {
		if (outcome != null)
			return outcome;
		if (stopping || stopsAfterStep || loop != null && loop.isStopping())
			return Run.State.STOPPING;
		return loop != null && loop.isWaiting() ? Run.State.PAUSED : Run.State.RUNNING;
	}
}
