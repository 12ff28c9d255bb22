// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.pxst.ui.session.ReadProblem;
import org.pxst.ui.session.ReadQueue;
import org.pxst.ui.session.ReadTask;

/** The slots of one view. */
final class ScanReadQueue implements ReadQueue {
	private final ScanFollower follower;
	private final Executor workers;
	private final Executor ui;
	private final BooleanSupplier alive;
	private final Map<String, Slot> slots = new HashMap<>();

	/** Tasks that share a name. Guarded by the queue. */
	private static final class Slot {
		private ReadRun<?> running;
		private ReadRun<?> waiting;
		/** Those that may still be delivered. */
		private final List<ReadRun<?>> undelivered = new ArrayList<>();
	}

	/**
	 * @param follower knows the file
	 * @param workers  run the tasks
	 * @param ui       runs what it is given in the UI thread, in that order
	 * @param alive    whether somebody waits for what comes out; asked in the UI thread
	 */
	ScanReadQueue(ScanFollower follower, Executor workers, Executor ui, BooleanSupplier alive) {
		this.follower = follower;
		this.workers = workers;
		this.ui = ui;
		this.alive = alive;
	}

	@Override
	public <T> void submit(String slot, ReadTask<T> task, Consumer<? super T> show, Consumer<? super ReadProblem> failed) {
		handIn(slot, new ReadRun<>(false, task, show, failed));
	}

	@Override
	public <T> void stream(String slot, ReadTask<T> task, Consumer<? super T> show, Consumer<? super ReadProblem> failed) {
		handIn(slot, new ReadRun<>(true, task, show, failed));
	}

	private synchronized void handIn(String name, ReadRun<?> run) {
		if (!isWanted())
			return;
		Slot slot = slots.computeIfAbsent(name, n -> new Slot());
		if (slot.waiting != null)
			drop(slot, slot.waiting);
		for (ReadRun<?> older : List.copyOf(slot.undelivered))
			if (!older.isStreamed() || !run.isStreamed())
				drop(slot, older);
		slot.undelivered.add(run);
		if (slot.running == null)
			start(slot, run);
		else
			slot.waiting = run;
	}

	private static void drop(Slot slot, ReadRun<?> run) {
		run.cancel();
		slot.undelivered.remove(run);
	}

	private void start(Slot slot, ReadRun<?> run) {
		slot.running = run;
		workers.execute(() -> work(slot, run));
	}

	private void work(Slot slot, ReadRun<?> run) {
		try {
			run.run(follower);
		} finally {
			// first, so that what comes out of the next one is delivered after it
			ui.execute(() -> deliver(slot, run));
			startNext(slot);
		}
	}

	private synchronized void startNext(Slot slot) {
		ReadRun<?> next = slot.waiting;
		slot.waiting = null;
		slot.running = null;
		if (next != null)
			start(slot, next);
	}

	private void deliver(Slot slot, ReadRun<?> run) {
		synchronized (this) {
			if (!slot.undelivered.remove(run))
				return;
		}
		if (isWanted())
			run.deliver();
	}

	private boolean isWanted() {
		return !follower.isClosed() && alive.getAsBoolean();
	}

	@Override
	public synchronized void cancel() {
		for (Slot slot : slots.values()) {
			slot.waiting = null;
			for (ReadRun<?> run : List.copyOf(slot.undelivered))
				drop(slot, run);
		}
	}
}
