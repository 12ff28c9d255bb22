// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.run;

import java.util.List;
import java.util.OptionalDouble;

import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.LoopState;

/**
 * Remote control of a main loop. For the UI thread; what is ordered happens after the running iteration at the latest. Orders to
 * a loop that has ended have no effect.
 */
public interface LoopRemote {
	/** What does not change while the loop runs. */
	LoopScene scene();

	/** Where the loop is; its arrays must not be changed. */
	LoopState state();

	/** Numbers of the iterations that one can go back to, ascending; 0 is the beginning. When the loop has ended, only the last. */
	List<Integer> kept();

	/** Whether the loop runs, or is paused: not yet ended. */
	boolean isAlive();

	/** Whether the loop was told to pause, or does. */
	boolean isPaused();

	/** Pauses before the next iteration; the iteration that runs is finished. */
	void pause();

	/** Goes on after a pause. */
	void goOn();

	/** Goes on for so many iterations, also when the loop had converged, and pauses then. */
	void goOn(int iterations);

	/**
	 * Ends the loop within a second: the iteration that runs is dropped, those before it are the result, which is written. Only
	 * the first iteration of a run is finished, as there is nothing to keep before it has ended.
	 */
	void stop();

	/**
	 * Drops the iterations after this one, and pauses there; the settings are what they were there.
	 *
	 * @param iteration one of {@link #kept()}
	 */
	void goBack(int iteration);

	/** What the next iteration will follow. */
	LoopSettings settings();

	/** Changes what the iterations from the next one on follow. */
	void change(LoopSettings settings);

	/** How many seconds the iterations take at most that are still to be done; empty before the first is. */
	OptionalDouble remaining();
}
