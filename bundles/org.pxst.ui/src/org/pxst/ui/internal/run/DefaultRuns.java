// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineRunner;
import org.pxst.ui.internal.session.UiThread;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.ui.internal.view.WindowMessage;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.RunsListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue of runs. Immediate, as it has to stay the same while nobody uses it. */
@Component(service = Runs.class, immediate = true)
public final class DefaultRuns implements Runs {
	private static final Logger LOG = LoggerFactory.getLogger(DefaultRuns.class);
	private static final Duration CHANGES = Duration.ofMillis(250);
	private static final Duration LOOP_MOVES = Duration.ofMillis(500);
	/** So many main loops that have ended can still be looked at. */
	private static final int LOOPS = 4;

	private final PipelineRunner runner;
	private final Executor ui;
	private final StepClock clock;
	private final UnaryOperator<String> words;
	private Consumer<Runs> first;
	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
		Thread thread = new Thread(task, "pxst tells about runs");
		thread.setDaemon(true);
		return thread;
	});
	private final List<QueuedRun> runs = new ArrayList<>();
	private final CopyOnWriteArrayList<RunsListener> listeners = new CopyOnWriteArrayList<>();
	private QueuedRun running;

	/**
	 * @param runner    runs steps
	 * @param catalogue all steps
	 */
	@Activate
	public DefaultRuns(@Reference PipelineRunner runner, @Reference StepCatalogue catalogue) {
		this(runner, new UiThread(), new StepClock(
				new StepTimes(() -> InstanceScope.INSTANCE.getNode("org.pxst.ui").node("stepTimes")), new ScanSamples()),
				new WindowMessage(catalogue.steps())::of, RunsBeforeExit::install);
	}

	/**
	 * @param runner runs steps
	 * @param ui     runs what it is given in the UI thread, one after the other
	 * @param clock  knows how long steps take
	 * @param words  puts messages of steps into words for people at a window
	 * @param first  called with this before the first run
	 */
	DefaultRuns(PipelineRunner runner, Executor ui, StepClock clock, UnaryOperator<String> words, Consumer<Runs> first) {
		this.runner = runner;
		this.ui = ui;
		this.clock = clock;
		this.words = words;
		this.first = first;
	}

	/** Cancels all, without telling anybody. */
	@Deactivate
	void deactivate() {
		listeners.clear();
		List.copyOf(runs).forEach(Run::cancel);
		timer.shutdownNow();
	}

	@Override
	public Run submit(PipelineRequest request, String title) {
		first.accept(this);
		first = runs -> {
		};
		QueuedRun run = new QueuedRun(request, title, System::nanoTime, this::askedToEnd);
		runs.add(run);
		tell(listener -> listener.submitted(run));
		startNext();
		return run;
	}

	private void startNext() {
		if (running != null)
			return;
		runs.stream().filter(run -> run.state() == Run.State.WAITING).findFirst().ifPresent(this::start);
	}

	private void start(QueuedRun run) {
		running = run;
		RunJob job = new RunJob(run.title(), runner, run.request(), clock, run.progress(), new News(run), words);
		job.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				run.progress().endedBeforeItBegan();
				ui.execute(() -> ended(run));
			}
		});
		run.start(job);
		tell(listener -> listener.changed(run));
	}

	private void ended(QueuedRun run) {
		run.update();
		running = null;
		forgetLoops();
		tell(listener -> listener.changed(run));
		startNext();
	}

	/** What the main loops have found is large. */
	private void forgetLoops() {
		List<QueuedRun> over = runs.stream().filter(run -> run.state().isOver() && run.loop().isPresent()).toList();
		over.subList(0, Math.max(0, over.size() - LOOPS)).forEach(QueuedRun::forgetLoop);
	}

	private void askedToEnd(QueuedRun run) {
		tell(listener -> listener.changed(run));
	}

	@Override
	public List<Run> runs() {
		return List.copyOf(runs);
	}

	@Override
	public void move(Run run, int places) {
		List<Integer> waiting = new ArrayList<>();
		for (int k = 0; k < runs.size(); k++)
			if (runs.get(k).state() == Run.State.WAITING)
				waiting.add(k);
		int from = waiting.indexOf(runs.indexOf(run));
		if (from < 0)
			return;
		int to = Math.max(0, Math.min(waiting.size() - 1, from + places));
		if (to == from)
			return;
		Collections.rotate(runs.subList(waiting.get(Math.min(from, to)), waiting.get(Math.max(from, to)) + 1),
				to < from ? 1 : -1);
		tell(RunsListener::moved);
	}

	@Override
	public void remove(Run run) {
		if (!run.state().isOver())
			throw new IllegalArgumentException(run.title() + " has not ended");
		if (runs.remove(run))
			tell(listener -> listener.removed(run));
	}

	@Override
	public void addListener(RunsListener listener) {
		listeners.addIfAbsent(listener);
	}

	@Override
	public void removeListener(RunsListener listener) {
		listeners.remove(listener);
	}

	/** One listener's failure is not the others'. */
	private void tell(Consumer<RunsListener> news) {
		for (RunsListener listener : listeners)
			try {
				news.accept(listener);
			} catch (RuntimeException e) {
				LOG.error("a listener of the runs failed", e);
			}
	}

	/** What is new about a run comes to the listeners now and then. */
	private final class News implements RunNews {
		private final Throttle changes;
		private final Throttle moves;

		News(QueuedRun run) {
			changes = throttle(CHANGES, () -> {
				if (run.update())
					tell(listener -> listener.changed(run));
			});
			moves = throttle(LOOP_MOVES, () -> {
				if (runs.contains(run)) {
					run.update();
					run.loop().ifPresent(loop -> tell(listener -> listener.loopMoved(run, loop)));
				}
			});
		}

		private Throttle throttle(Duration period, Runnable delivery) {
			return new Throttle(period, DefaultRuns.this::later, System::nanoTime, delivery);
		}

		@Override
		public void changed() {
			changes.request();
		}

		@Override
		public void loopMoved() {
			moves.request();
		}
	}

	private void later(Runnable task, long nanos) {
		if (nanos == 0)
			ui.execute(task);
		else if (!timer.isShutdown())
			timer.schedule(() -> ui.execute(task), nanos, TimeUnit.NANOSECONDS);
	}
}
