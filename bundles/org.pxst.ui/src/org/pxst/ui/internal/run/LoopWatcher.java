// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

/** Hears what a main loop does, in the thread that runs it or the one that orders; returns at once. */
interface LoopWatcher {
	/** The loop is somewhere else. */
	void moved();

	/** It waits for the user. */
	void waits();

	/** It goes on. */
	void goesOn();

	/** Something was ordered. */
	void ordered();
}
