// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.pxst.core.CancelledException;
import org.pxst.processing.run.PipelineListener;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.StepOutput;

/** Hands on which steps of a run begin and end. For the thread that runs them. */
final class StepNews implements PipelineListener {
	private final PipelineRequest request;
	private final double samples;
	private final RunProgress progress;
	private final StepClock clock;
	private final RunMonitor monitor;
	private final RunNews news;
	private Optional<Path> told = Optional.empty();

	/**
	 * @param request  what is run
	 * @param samples  of the scan; NaN when not known
	 * @param progress is told how far it is
	 * @param clock    learns
	 * @param monitor  shows the step's name
	 * @param news     is told when there is something new
	 */
	StepNews(PipelineRequest request, double samples, RunProgress progress, StepClock clock, RunMonitor monitor, RunNews news) {
		this.request = request;
		this.samples = samples;
		this.progress = progress;
		this.clock = clock;
		this.monitor = monitor;
		this.news = news;
	}

	@Override
	public void stepStarted(int index, PipelineStep step) {
		if (progress.stopsAfterStep()) {
			progress.say("stopped before " + step.step().name() + ", as you asked");
			throw new CancelledException(step.step().name());
		}
		progress.stepStarted(index);
		monitor.shown().subTask(step.step().name());
		news.changed();
	}

	@Override
	public void stepDone(int index, PipelineStep step, StepOutput output) {
		List<String> lines = new ArrayList<>();
		output.outcome().result().summary().forEach(line -> lines.add("    " + line));
		if (!told.equals(Optional.of(output.file())))
			lines.add("    result in " + (isInput(output.file()) ? output.file().getFileName() : output.file()) + ", group "
					+ output.group());
		told = Optional.of(output.file());
		double seconds = progress.stepDone(output.file());
		progress.say(String.format(Locale.ROOT, "%s (%.1f s on %s)", step.step().name(), seconds, output.outcome().computedOn()));
		lines.forEach(progress::say);
		// the time of a loop that ran as the user ordered says nothing about the next one
		if (progress.loop().filter(LoopControl::wasOrdered).isEmpty())
			clock.learn(request, step, samples, seconds);
		news.changed();
	}

	private boolean isInput(Path file) {
		return file.equals(request.input());
	}

	@Override
	public void remark(String text) {
		progress.say(text);
		news.changed();
	}
}
