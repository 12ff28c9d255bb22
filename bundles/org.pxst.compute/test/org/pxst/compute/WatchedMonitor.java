// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.january.IMonitor;

/** Counts how often it is asked whether it is cancelled, and is so from one of these looks on. */
public final class WatchedMonitor extends IMonitor.Stub {
	private final AtomicLong looks = new AtomicLong();
	private final long cancelledFrom;

	/** @param cancelledFrom number of the first look that finds it cancelled; the first of all is 1 */
	public WatchedMonitor(long cancelledFrom) {
		this.cancelledFrom = cancelledFrom;
	}

	@Override
	public boolean isCancelled() {
		return looks.incrementAndGet() >= cancelledFrom;
	}

	/** Number of looks so far. */
	public long looks() {
		return looks.get();
	}
}
