// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
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
	private final Function<? super T, BooleanSupplier> show;
	private Supplier<? extends T> wanted;
	private boolean busy;
	private boolean waits;
	private boolean soon;
	private final Runnable again = () -> {
		waits = false;
		begin();
	};
	private Pace pace = Pace.free(System.nanoTime());

	/**
	 * @param owner nothing is shown after it is disposed
	 * @param show  shows pictures, and says how one sees that they are painted: colours and paint cost more than the making
	 */
	LiveFeed(Control owner, Function<? super T, BooleanSupplier> show) {
		this.owner = owner;
		this.show = show;
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
		pace = Pace.free(System.nanoTime());
		soon = true;
		if (waits)
			owner.getDisplay().timerExec(-1, again);
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
		long wait = pace.waiting(System.nanoTime());
		if (wait > 0) {
			waits = true;
			owner.getDisplay().timerExec((int) Duration.ofNanos(wait).toMillis() + 1, again);
			return;
		}
		Supplier<? extends T> maker = wanted;
		wanted = null;
		soon = false;
		busy = true;
		long begun = System.nanoTime();
		Job job = Job.createSystem("Live pictures", (ICoreRunnable) monitor -> make(maker, begun));
		job.setPriority(Job.DECORATE);
		job.schedule();
	}

	private void make(Supplier<? extends T> maker, long begun) {
		T pictures;
		long start = System.nanoTime();
		try {
			pictures = maker.get();
		} catch (RuntimeException e) {
			LOG.error("the pictures of the running reconstruction cannot be made", e);
			pictures = null;
		}
		long made = System.nanoTime() - start;
		T shown = pictures;
		if (!owner.isDisposed())
			owner.getDisplay().asyncExec(() -> deliver(shown, begun, made));
	}

	private void deliver(T pictures, long begun, long made) {
		if (owner.isDisposed())
			return;
		long start = System.nanoTime();
		BooleanSupplier painted = pictures == null ? () -> true : show.apply(pictures);
		awaitPaint(painted, start, spent -> {
			long now = System.nanoTime();
			pace = soon ? Pace.free(now) : Pace.after(begun, now, made + spent);
			busy = false;
			begin();
		});
	}

	/** Looks again and again, but not for ever: what is hidden is not painted. */
	private void awaitPaint(BooleanSupplier painted, long start, LongConsumer done) {
		if (owner.isDisposed())
			return;
		long spent = System.nanoTime() - start;
		if (painted.getAsBoolean() || spent > LONGEST_PAINT)
			done.accept(spent);
		else
			owner.getDisplay().timerExec(LOOK_MS, () -> awaitPaint(painted, start, done));
	}
}
