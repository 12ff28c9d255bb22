// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.Optional;
import java.util.function.Function;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Control;
import org.pxst.core.InvalidDataException;
import org.pxst.core.PxstException;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.run.RunStart;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.ScanPipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can still be done about a main loop that has ended, in this session or an earlier one: runs of their own that go on from
 * it, or back. For the UI thread.
 */
final class Afterwards {
	private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);

	private final Control owner;
	private final Runs runs;
	private final Hdf5Viewer viewer;
	private final Runnable known;
	private Optional<Run> run = Optional.empty();
	private Optional<FurtherRuns> further = Optional.empty();
	private Optional<Replay> replay = Optional.empty();

	/**
	 * @param owner  nothing happens after it is disposed
	 * @param runs   takes runs
	 * @param viewer reads what was recorded
	 * @param known  called when it is known what was recorded
	 */
	Afterwards(Control owner, Runs runs, Hdf5Viewer viewer, Runnable known) {
		this.owner = owner;
		this.runs = runs;
		this.viewer = viewer;
		this.known = known;
	}

	/** Nothing can be done. */
	void forget() {
		run = Optional.empty();
		further = Optional.empty();
		replay = Optional.empty();
	}

	/** Looks what can be done about a run whose main loop has ended. */
	void of(Run ended, LoopRemote loop) {
		if (run.filter(ended::equals).isPresent())
			return;
		forget();
		if (ended.state() != Run.State.DONE)
			return;
		run = Optional.of(ended);
		further = FurtherRuns.of(ended, loop);
		further.ifPresent(this::read);
	}

	/** Looks what can be done about what a file has. */
	void of(ScanPipeline pipeline, StepDescription step, StoredLoop stored) {
		run = Optional.empty();
		further = Optional.of(FurtherRuns.of(pipeline, step, stored));
		replay = Optional.of(stored.replay()).filter(Replay::isPossible);
	}

	private void read(FurtherRuns of) {
		Job.createSystem("Reading what was recorded", (ICoreRunnable) monitor -> {
			try (Hdf5View view = viewer.open(of.result())) {
				Replay recorded = RecordedLoop.replay(view, of.group());
				if (!owner.isDisposed())
					owner.getDisplay().asyncExec(() -> deliver(of, recorded));
			} catch (InvalidDataException e) {
				LOG.warn("one cannot go back in {}: {}", of.result(), e.getMessage(), e);
			}
		}).schedule();
	}

	private void deliver(FurtherRuns of, Replay recorded) {
		if (owner.isDisposed() || further.filter(now -> now == of).isEmpty())
			return;
		replay = Optional.of(recorded).filter(Replay::isPossible);
		known.run();
	}

	/** Whether its result is there to be gone on from. */
	boolean canDoMore() {
		return further.isPresent();
	}

	/** How many iterations it would still have done at most; 0 when it had come to its end. */
	int left() {
		return further.map(FurtherRuns::left).orElse(0);
	}

	/** Whether it is known how the result came about. */
	boolean canGoBack() {
		return replay.isPresent();
	}

	/** Hands in a run that goes on as the loop would have. */
	void goOn() {
		submit(FurtherRuns::goOn, "Reconstruction of %s, continued");
	}

	/** Hands in a run that goes on. */
	void more(int iterations) {
		submit(next -> next.more(iterations), iterations + (iterations == 1 ? " more iteration" : " more iterations") + " of %s");
	}

	/** Hands in a run that does the same again up to an iteration. */
	void back(int iteration) {
		replay.map(recorded -> recorded.upTo(iteration))
				.ifPresent(given -> submit(next -> next.again(given), "Back to iteration " + iteration + " of %s"));
	}

	/** @param title with %s for the file's name */
	private void submit(Function<FurtherRuns, PipelineRequest> request, String title) {
		if (further.isEmpty())
			return;
		FurtherRuns next = further.get();
		try {
			new RunStart(runs).submit(request.apply(next), title.replace("%s", next.result().getFileName().toString()));
		} catch (PxstException e) {
			LOG.debug("{}: nothing was handed in", next.result(), e);
			MessageDialog.openError(owner.getShell(), "Live", e.getMessage());
		}
	}
}
