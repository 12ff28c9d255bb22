// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.pxst.core.CancelledException;
import org.pxst.core.PxstException;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineRunner;
import org.pxst.ui.run.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the steps of a request. */
final class RunJob extends Job {
	/** All jobs that run steps, for whoever has to wait for them. */
	static final Object FAMILY = RunJob.class;

	private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);

	private final PipelineRunner runner;
	private final PipelineRequest request;
	private final StepClock clock;
	private final RunProgress progress;
	private final RunNews news;
	private final UnaryOperator<String> words;

	/**
	 * @param title    what it is for the user
	 * @param runner   runs steps
	 * @param request  what to run
	 * @param clock    knows how long steps take
	 * @param progress is told how far it is
	 * @param news     is told when there is something new
	 * @param words    puts messages of steps into words for people at a window
	 */
	RunJob(String title, PipelineRunner runner, PipelineRequest request, StepClock clock, RunProgress progress, RunNews news,
			UnaryOperator<String> words) {
		super(title);
		// the platform's animated bar in the status line takes a tenth of a processor from the run; RunIndicator is there instead
		setSystem(true);
		this.runner = runner;
		this.request = request;
		this.clock = clock;
		this.progress = progress;
		this.news = news;
		this.words = words;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}

	@Override
	protected void canceling() {
		progress.stopping();
		progress.loop().ifPresent(LoopControl::wake);
		news.changed();
	}

	@Override
	protected IStatus run(IProgressMonitor shown) {
		shown.beginTask(getName(), IProgressMonitor.UNKNOWN);
		progress.started();
		news.changed();
		try {
			double samples = clock.samples(request);
			progress.expect(clock.expected(request, samples));
			RunMonitor monitor = new RunMonitor(shown, progress, news);
			RunGuide guide = new RunGuide(monitor::isDropped, new LoopNews(progress, news), progress::loops);
			StepNews steps = new StepNews(request, samples, progress, clock, monitor, news);
			Path file = runner.run(request, steps, guide, monitor);
			LOG.info("{}: done, result in {}", getName(), file);
			progress.ended(Run.State.DONE, "");
		} catch (CancelledException e) {
			LOG.debug("{}: cancelled", getName(), e);
			boolean isKept = progress.stopsAfterStep() && !shown.isCanceled();
			progress.ended(isKept ? Run.State.DONE : Run.State.CANCELLED, "");
			return isKept ? Status.OK_STATUS : Status.CANCEL_STATUS;
		} catch (PxstException | IllegalArgumentException e) {
			LOG.debug("{}", getName(), e);
			progress.ended(Run.State.FAILED, words.apply(e.getMessage()));
		} catch (OutOfMemoryError e) {
			LOG.error("{} failed", getName(), e);
			progress.ended(Run.State.FAILED, "There is not enough memory for this step. Close other scans, or give the workbench"
					+ " more memory (option -Xmx).");
		} catch (RuntimeException | LinkageError e) {
			LOG.error("{} failed", getName(), e);
			progress.ended(Run.State.FAILED, getName() + " failed (" + e + "); the log has the details.");
		} finally {
			shown.done();
		}
		// the view of the runs tells the user what went wrong
		return Status.OK_STATUS;
	}
}
