// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;

/** What a few frames say, found once and by one page at a time for as long as what it is found from stays the same. For any thread. */
final class Previews {
	private static final long PATIENCE_MS = 100;

	private final TrialRuns runs;
	private final Lock finding = new ReentrantLock();
	private volatile Optional<Detector> latest = Optional.empty();

	/** @param runs runs the steps */
	Previews(TrialRuns runs) {
		this.runs = runs;
	}

	/** What was found from this; empty when it was not yet. */
	Optional<Detector> detector(Trial trial) {
		return latest.filter(detector -> detector.trial().equals(trial));
	}

	/**
	 * Finds it. In a background thread.
	 *
	 * @throws org.pxst.core.InvalidDataException when a step fails
	 * @throws org.pxst.core.CancelledException   when cancelled
	 */
	Detector find(Trial trial, IMonitor monitor) {
		awaitTurn(monitor);
		try {
			Optional<Detector> known = detector(trial);
			if (known.isPresent())
				return known.get();
			Detector found = runs.detector(trial, monitor);
			latest = Optional.of(found);
			return found;
		} finally {
			finding.unlock();
		}
	}

	/** Another page may be finding the same: twice at a time takes twice as long. */
	private void awaitTurn(IMonitor monitor) {
		try {
			while (!finding.tryLock(PATIENCE_MS, TimeUnit.MILLISECONDS))
				if (monitor.isCancelled())
					throw new CancelledException("a trial");
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException("a trial");
		}
	}
}
