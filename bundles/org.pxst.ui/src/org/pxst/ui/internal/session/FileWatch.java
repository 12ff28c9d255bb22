// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides from one look at a file after the other when it is time to open it again: when it has changed and has been quiet
 * for a moment. A file that is being written all the time is opened now and then nevertheless. For one thread.
 */
final class FileWatch {
	/** How long a changed file must stay the same before it is opened. */
	static final Duration QUIET = Duration.ofMillis(300);
	/** How long to wait for the end of a write by pxst before the file is opened in spite of it. */
	static final Duration JOURNAL = Duration.ofSeconds(5);
	/** How long a name must be away before the file counts as gone: programs that replace files may leave a gap. */
	static final Duration GONE = Duration.ofMillis(600);
	/** How often a file is opened that never becomes quiet. */
	static final Duration BUSY = Duration.ofSeconds(3);
	/** How long a file must stay the same before it counts as broken. */
	static final Duration PATIENCE = Duration.ofSeconds(2);
	/** How often a broken file is tried again, as not all that is in the way is seen from outside. */
	static final Duration RETRY = Duration.ofSeconds(10);

	/** What to do. */
	enum Action {
		/** Nothing has changed. */
		NOTHING,
		/** Something changes: look again soon. */
		WAIT,
		/** Open the file (again). */
		OPEN,
		/** Say that it is gone. */
		GONE
	}

	private Optional<FileStamp> seen = Optional.empty();
	private long seenSince;
	private Optional<FileStamp> settled = Optional.empty();
	private long settledAt;
	private boolean broken;
	private boolean gone;
	private boolean unsettled;
	private long unsettledSince;

	/**
	 * A look at the file.
	 *
	 * @param now   how it is; empty when there is none
	 * @param nanos time, with any origin
	 */
	Action look(Optional<FileStamp> now, long nanos) {
		if (!now.equals(seen)) {
			seen = now;
			seenSince = nanos;
		}
		if (now.isEmpty())
			return lookInVain(nanos);
		if (now.equals(settled)) {
			unsettled = false;
			return broken && nanos - settledAt >= RETRY.toNanos() ? Action.OPEN : Action.NOTHING;
		}
		boolean journal = now.get().journal();
		if (!unsettled || journal) {
			unsettled = true;
			unsettledSince = nanos;
		}
		if (nanos - seenSince >= (journal ? JOURNAL : QUIET).toNanos())
			return Action.OPEN;
		if (nanos - unsettledSince >= BUSY.toNanos()) {
			unsettledSince = nanos;
			return Action.OPEN;
		}
		return Action.WAIT;
	}

	private Action lookInVain(long nanos) {
		unsettled = false;
		if (gone)
			return Action.NOTHING;
		if (nanos - seenSince < GONE.toNanos())
			return Action.WAIT;
		gone = true;
		settled = Optional.empty();
		return Action.GONE;
	}

	/**
	 * The file was opened.
	 *
	 * @param stamp how it was before
	 */
	void opened(Optional<FileStamp> stamp) {
		seen = stamp;
		settled = stamp;
		broken = false;
		gone = false;
		unsettled = false;
	}

	/**
	 * The file could not be opened.
	 *
	 * @param stamp  how it was; empty when there was none
	 * @param nanos  time, with the origin of {@link #look}
	 * @param millis time since 1970, for comparison with the file's own
	 * @return whether it has been as it is for so long that nobody can be writing it any more
	 */
	boolean failed(Optional<FileStamp> stamp, long nanos, long millis) {
		if (stamp.isEmpty()) {
			gone = true;
			return true;
		}
		if (!stamp.equals(seen)) {
			seen = stamp;
			seenSince = nanos;
		}
		boolean old = millis - stamp.get().modified().toMillis() >= PATIENCE.toMillis();
		if (!old && nanos - seenSince < PATIENCE.toNanos())
			return false;
		settled = stamp;
		settledAt = nanos;
		broken = true;
		gone = false;
		unsettled = false;
		return true;
	}
}
