// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

/** Is told that there is something new about a run; callable from any thread, returns at once. */
interface RunNews {
	/** Something about it changed. */
	void changed();

	/** Its main loop is somewhere else. */
	void loopMoved();
}
