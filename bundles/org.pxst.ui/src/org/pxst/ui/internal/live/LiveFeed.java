// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has pictures made in the background, one set after the other and at the {@link Pace} that leaves the device to the run. What is
 * asked for meanwhile waits; the newest request wins. For the UI thread.
 *
 * @param <T> the pictures
 */
final class LiveFeed<T> {
	private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
	private static final long LONGEST_PAINT = Duration.ofSeconds(1).toNanos();
	private static final int LOOK_MS = 5;

	private final Control owner;
	private final Display display;
	private final Function<? super T, BooleanSupplier> show;
	private final LongSupplier effort;
	/** One thread, also for what would use all cores: those are the run's, and what one thread takes can be seen. */
	private final ForkJoinPool background = new ForkJoinPool(1);
	private Supplier<? extends T> wanted;
	private boolean busy;
	private boolean waits;
	private boolean soon;
	private final Runnable again = () -> {
		waits = false;
		begin();
	};
	private Pace pace = Pace.free(now());
	/** What the last set took, ns. */
	private long last;

	/**
	 * @param owner  nothing is shown after it is disposed
	 * @param show   shows pictures, and says how one sees that they are painted: colours and paint cost more than the making
	 * @param effort CPU time that showing pictures has taken so far in other threads than that of the UI, ns
	 */
	LiveFeed(Control owner, Function<? super T, BooleanSupplier> show, LongSupplier effort) {
		this.owner = owner;
		display = owner.getDisplay();
		this.show = show;
		this.effort = effort;
		owner.addDisposeListener(event -> background.shutdown());
	}

	/**
	 * Asks for pictures.
	 *
	 * @param maker makes them, in a background thread
	 */
	void want(Supplier<? extends T> maker) {
		wanted = maker;
		begin();
	}

	/** The same without a rest before: for what the user asked for, and when nothing is computed. */
	void wantSoon(Supplier<? extends T> maker) {
		pace = Pace.free(now());
		soon = true;
		if (waits)
			display.timerExec(-1, again);
		waits = false;
		want(maker);
	}

	/** Asks for nothing any more. */
	void forget() {
		wanted = null;
	}

	/** Whether pictures wait until they may be made. */
	boolean isWaiting() {
		return waits;
	}

	/** Whether nothing is made or waits to be. */
	boolean isIdle() {
		return !busy && wanted == null;
	}

	private void begin() {
		if (busy || waits || wanted == null || owner.isDisposed())
			return;
		long wait = pace.waiting(now());
		if (wait > 0) {
			waits = true;
			display.timerExec((int) Duration.ofNanos(wait).toMillis() + 1, again);
			return;
		}
		Supplier<? extends T> next = wanted;
		wanted = null;
		soon = false;
		busy = true;
		Pace.Moment begun = now();
		background.execute(() -> make(next, begun));
	}

	private void make(Supplier<? extends T> next, Pace.Moment begun) {
		T pictures;
		long before = cpuTime();
		try {
			pictures = next.get();
		} catch (RuntimeException e) {
			LOG.error("the pictures of the running reconstruction cannot be made", e);
			pictures = null;
		}
		long made = cpuTime() - before;
		T shown = pictures;
		if (!display.isDisposed())
			display.asyncExec(() -> deliver(shown, begun, made));
	}

	private void deliver(T pictures, Pace.Moment begun, long made) {
		if (owner.isDisposed())
			return;
		long start = System.nanoTime();
		long before = cpuTime() + effort.getAsLong();
		BooleanSupplier painted = pictures == null ? () -> true : show.apply(pictures);
		awaitPaint(painted, start, () -> {
			long spent = made + cpuTime() + effort.getAsLong() - before;
			// the first set takes far longer than all others: classes are loaded, and code is not compiled yet
			pace = soon ? Pace.free(now()) : Pace.after(begun, Math.min(spent, last));
			last = spent;
			busy = false;
			begin();
		});
	}

	private static Pace.Moment now() {
		return new Pace.Moment(System.nanoTime(), ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos());
	}

	/** Of the thread that asks, ns. */
	private static long cpuTime() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	/** Looks again and again, but not for ever: what is hidden is not painted. */
	private void awaitPaint(BooleanSupplier painted, long start, Runnable done) {
		if (owner.isDisposed())
			return;
		if (painted.getAsBoolean() || System.nanoTime() - start > LONGEST_PAINT)
			done.run();
		else
			display.timerExec(LOOK_MS, () -> awaitPaint(painted, start, done));
	}
}
