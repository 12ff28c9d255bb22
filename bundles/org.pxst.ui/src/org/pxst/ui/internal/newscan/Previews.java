// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Optional;

import org.eclipse.january.IMonitor;

/** What a few frames say, found once for as long as what it is found from stays the same. For any thread. */
final class Previews {
	private final TrialRuns runs;
	private Optional<Detector> latest = Optional.empty();

	/** @param runs runs the steps */
	Previews(TrialRuns runs) {
		this.runs = runs;
	}

	/** What was found from this; empty when it was not yet. */
	synchronized Optional<Detector> detector(Trial trial) {
		return latest.filter(detector -> detector.trial().equals(trial));
	}

	/**
	 * Finds it. In a background thread.
	 *
	 * @throws org.pxst.core.InvalidDataException when a step fails
	 * @throws org.pxst.core.CancelledException   when cancelled
	 */
	Detector find(Trial trial, IMonitor monitor) {
		Optional<Detector> known = detector(trial);
		if (known.isPresent())
			return known.get();
		Detector found = runs.detector(trial, monitor);
		synchronized (this) {
			latest = Optional.of(found);
		}
		return found;
	}
}
