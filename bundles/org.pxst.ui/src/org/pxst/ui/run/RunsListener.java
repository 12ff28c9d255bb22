// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.run;

/** Hears of runs, in the UI thread. */
public interface RunsListener {
	/** A run was handed in. */
	default void submitted(Run run) {
	}

	/** State, step, activity, remaining time or log of a run changed; at most a few times a second for each. */
	default void changed(Run run) {
	}

	/** The main loop of a run is somewhere else: an iteration was done or gone back to; at most twice a second. */
	default void loopMoved(Run run, LoopRemote loop) {
	}

	/** The order in which runs wait is another. */
	default void moved() {
	}

	/** A run that had ended was forgotten. */
	default void removed(Run run) {
	}
}
