// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.run;

import java.util.List;

import org.pxst.processing.run.PipelineRequest;

/**
 * All that is computed in the workbench, one run after the other in the order in which they were handed in: each takes the
 * whole device. A Declarative Service with state, made for the UI thread: all methods must be called there, and listeners are.
 */
public interface Runs {
	/**
	 * Hands in a run; it starts when those before it have ended. Returns at once.
	 *
	 * @param request what to run
	 * @param title   what it is for the user: "Reconstruction of tiny.cxi", say
	 */
	Run submit(PipelineRequest request, String title);

	/** All runs of this session, in the order in which they run; those that have ended until they are removed. */
	List<Run> runs();

	/**
	 * Moves a run that waits in the queue.
	 *
	 * @param places by so many places: forwards when negative, backwards when positive; not past the ends of the queue
	 */
	void move(Run run, int places);

	/** Forgets a run that has ended; its results stay in the file. */
	void remove(Run run);

	/** Tells about changes from now on. Adding a listener twice has no effect. */
	void addListener(RunsListener listener);

	/** Tells no more. */
	void removeListener(RunsListener listener);
}
