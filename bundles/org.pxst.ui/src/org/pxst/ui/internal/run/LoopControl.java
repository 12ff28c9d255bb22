// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

import org.pxst.core.CancelledException;
import org.pxst.processing.LoopOrder;
import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.LoopState;
import org.pxst.ui.run.LoopRemote;

/**
 * Hands on what the user orders to the thread that runs a main loop. That thread asks it between the iterations, and waits here
 * while the loop is paused.
 */
final class LoopControl implements LoopRemote {
	/** How often a waiting thread looks whether it is cancelled. */
	private static final long LOOK_MS = 200;
	private static final int NEVER = -1;

	private final LoopScene scene;
	private final LoopWatcher watcher;
	private final KeptStates<LoopState> kept;
	private volatile LoopState state;
	private LoopSettings settings;
	private LoopState backTo;
	private int pauseAt = NEVER;
	private boolean paused;
	private boolean stopping;
	private boolean waiting;
	private boolean over;
	private boolean wasOrdered;

	/**
	 * @param scene   of the loop
	 * @param first   where it begins
	 * @param budget  bytes that the states to go back to may take
	 * @param watcher hears what the loop does
	 */
	LoopControl(LoopScene scene, LoopState first, long budget, LoopWatcher watcher) {
		this.scene = scene;
		this.watcher = watcher;
		state = first;
		settings = first.settings();
		kept = new KeptStates<>(budget, StateSize::of, number(first));
	}

	/**
	 * What the loop does next. For the thread that runs it; waits while it is paused.
	 *
	 * @param now       where the loop is
	 * @param cancelled whether the run was cancelled
	 * @throws CancelledException when it was
	 */
	LoopOrder next(LoopState now, BooleanSupplier cancelled) {
		arrive(now);
		watcher.moved();
		pause(cancelled);
		if (cancelled.getAsBoolean())
			throw new CancelledException("the reconstruction");
		return order(now);
	}

	private synchronized void arrive(LoopState now) {
		state = now;
		kept.add(number(now), now);
		if (pauseAt != NEVER && number(now) >= pauseAt) {
			pauseAt = NEVER;
			paused = true;
		}
	}

	private void pause(BooleanSupplier cancelled) {
		synchronized (this) {
			if (!mustWait(cancelled))
				return;
			waiting = true;
		}
		watcher.waits();
		synchronized (this) {
			while (mustWait(cancelled))
				await();
			waiting = false;
		}
		watcher.goesOn();
	}

	private boolean mustWait(BooleanSupplier cancelled) {
		return paused && !stopping && backTo == null && !cancelled.getAsBoolean();
	}

	private void await() {
		try {
			wait(LOOK_MS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException("the reconstruction");
		}
	}

	private synchronized LoopOrder order(LoopState now) {
		if (backTo != null) {
			LoopState earlier = backTo;
			backTo = null;
			return new LoopOrder.GoBack(earlier);
		}
		boolean enough = stopping || now.isOver() && pauseAt == NEVER;
		// before this run has done an iteration there is nothing to write
		if (enough && now.history().iterations() > 0) {
			over = true;
			return new LoopOrder.Stop();
		}
		return new LoopOrder.GoOn(settings);
	}

	private static int number(LoopState state) {
		return state.iterations().size();
	}

	/** The loop has ended, as its step has: one cannot go back any more. */
	synchronized void end() {
		over = true;
		waiting = false;
		kept.dropAllButNewest();
	}

	/** Lets a loop that waits look whether it is cancelled. */
	synchronized void wake() {
		notifyAll();
	}

	/** Whether the loop waits for the user just now. */
	synchronized boolean isWaiting() {
		return waiting;
	}

	/** Whether it is about to end because the user said so. */
	synchronized boolean isStopping() {
		return stopping && !over;
	}

	/**
	 * Whether the iteration that runs is to be dropped, as the loop is to end; not the first one, without which there is
	 * nothing to keep.
	 */
	synchronized boolean dropsIteration() {
		return isStopping() && state.history().iterations() > 0;
	}

	/** Whether the user ordered anything. */
	synchronized boolean wasOrdered() {
		return wasOrdered;
	}

	@Override
	public LoopScene scene() {
		return scene;
	}

	@Override
	public LoopState state() {
		return state;
	}

	@Override
	public synchronized List<Integer> kept() {
		return kept.numbers();
	}

	@Override
	public synchronized boolean isAlive() {
		return !over;
	}

	@Override
	public synchronized boolean isPaused() {
		return paused && !over;
	}

	@Override
	public void pause() {
		order(() -> {
			paused = true;
			pauseAt = NEVER;
		});
	}

	@Override
	public void goOn() {
		order(() -> {
			paused = false;
			pauseAt = NEVER;
		});
	}

	@Override
	public void goOn(int iterations) {
		if (iterations < 1)
			throw new IllegalArgumentException(iterations + " iterations, must be at least 1");
		order(() -> {
			paused = false;
			pauseAt = from() + iterations;
		});
	}

	/** Where the loop will be when it has done what was ordered. */
	private int from() {
		return number(backTo == null ? state : backTo);
	}

	@Override
	public void stop() {
		order(() -> stopping = true);
	}

	@Override
	public void goBack(int iteration) {
		order(() -> {
			backTo = kept.get(iteration);
			settings = backTo.settings();
			paused = true;
			pauseAt = NEVER;
		});
	}

	@Override
	public synchronized LoopSettings settings() {
		return settings;
	}

	@Override
	public void change(LoopSettings changed) {
		order(() -> settings = changed);
	}

	private void order(Runnable what) {
		synchronized (this) {
			if (over)
				return;
			what.run();
			wasOrdered = true;
			notifyAll();
		}
		watcher.ordered();
	}

	@Override
	public synchronized OptionalDouble remaining() {
		OptionalDouble each = new RecentIterations(state.iterations()).seconds();
		return over ? OptionalDouble.of(0) : each.isEmpty() ? each : OptionalDouble.of(left() * each.getAsDouble());
	}

	/** Iterations that are still to be done, at most. */
	private int left() {
		if (stopping)
			return 0;
		return Math.max(0, pauseAt != NEVER ? pauseAt - number(state) : settings.iterations() - state.history().iterations());
	}
}
