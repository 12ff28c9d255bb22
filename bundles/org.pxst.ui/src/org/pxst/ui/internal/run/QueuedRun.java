// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.pxst.processing.run.PipelineRequest;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;

/** A run as the UI thread knows it. For the UI thread. */
final class QueuedRun implements Run {
	private final PipelineRequest request;
	private final String title;
	private final RunProgress progress;
	private final Runnable changed;
	private RunSnapshot now;
	private RunJob job;

	/**
	 * @param clock   nanoseconds, with any origin
	 * @param changed called when it was asked to end
	 */
	QueuedRun(PipelineRequest request, String title, LongSupplier clock, Consumer<QueuedRun> changed) {
		this.request = request;
		this.title = title;
		this.changed = () -> changed.accept(this);
		int steps = request.steps().size();
		progress = new RunProgress(steps, clock);
		Stopwatch stopped = Stopwatch.stopped(clock);
		now = new RunSnapshot(State.WAITING, -1, "", List.of(), "", Optional.empty(), Optional.empty(), stopped, stopped,
				Collections.nCopies(steps, Double.NaN));
	}

	/** What the thread that computes tells. */
	RunProgress progress() {
		return progress;
	}

	/** It is its turn. */
	void start(RunJob run) {
		job = run;
		job.schedule();
		update();
	}

	/** Takes over what is new; false when it had ended already. */
	boolean update() {
		if (job == null || now.state().isOver())
			return false;
		now = progress.snapshot();
		return true;
	}

	/** Lets the main loop go of a run that has ended. */
	void forgetLoop() {
		progress.forgetLoop();
		now = progress.snapshot();
	}

	@Override
	public void cancel() {
		if (now.state().isOver())
			return;
		if (job == null) {
			progress.ended(State.CANCELLED, "");
			now = progress.snapshot();
		} else {
			progress.stopping();
			job.cancel();
			update();
		}
		changed.run();
	}

	@Override
	public void stop() {
		if (job == null) {
			cancel();
		} else if (!now.state().isOver()) {
			progress.stopAfterStep();
			update();
			changed.run();
		}
	}

	@Override
	public PipelineRequest request() {
		return request;
	}

	@Override
	public String title() {
		return title;
	}

	@Override
	public State state() {
		return now.state();
	}

	@Override
	public int step() {
		return now.step();
	}

	@Override
	public String activity() {
		return now.activity();
	}

	@Override
	public OptionalDouble part() {
		return now.part();
	}

	@Override
	public OptionalDouble remaining() {
		return now.remaining();
	}

	@Override
	public boolean isAtMost() {
		return now.isAtMost();
	}

	@Override
	public double elapsed() {
		return now.whole().seconds();
	}

	@Override
	public List<String> log() {
		return now.log();
	}

	@Override
	public String problem() {
		return now.problem();
	}

	@Override
	public Optional<Path> result() {
		return now.result();
	}

	@Override
	public Optional<LoopRemote> loop() {
		return now.loop().map(loop -> loop);
	}
}
