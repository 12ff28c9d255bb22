// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.LoopSettings;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can still be done about a main loop that has ended: runs of their own that go on from it, or back. For the UI thread. */
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

	/** Looks what can be done about a run whose main loop has ended. */
	void of(Run ended) {
		if (!ended.state().isOver() || run.filter(ended::equals).isPresent())
			return;
		run = Optional.of(ended);
		replay = Optional.empty();
		further = ended.result().flatMap(result -> FurtherRuns.of(ended.request(), result));
		further.ifPresent(this::read);
	}

	private void read(FurtherRuns of) {
		Job.createSystem("Reading what was recorded", (ICoreRunnable) monitor -> {
			try {
				Replay recorded = RecordedLoop.read(viewer, of);
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
	boolean canGoOn() {
		return run.filter(ended -> ended.state() == Run.State.DONE).isPresent() && further.isPresent();
	}

	/** Whether it is known how the result came about. */
	boolean canGoBack() {
		return canGoOn() && replay.isPresent();
	}

	/** Hands in a run that goes on. */
	void more(int iterations, LoopSettings settings) {
		further.ifPresent(next -> runs.submit(next.more(iterations, settings),
				iterations + (iterations == 1 ? " more iteration" : " more iterations") + " of " + name(next)));
	}

	/** Hands in a run that does the same again up to an iteration. */
	void back(int iteration) {
		Optional<List<Map<String, Literal>>> again = replay.map(recorded -> recorded.upTo(iteration));
		further.ifPresent(next -> again.ifPresent(
				given -> runs.submit(next.again(given), "Back to iteration " + iteration + " of " + name(next))));
	}

	private static String name(FurtherRuns next) {
		return next.result().getFileName().toString();
	}
}
