// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.session;

import java.util.function.Consumer;

/**
 * Reading tasks of one view, each in a slot: a new task in a slot takes the place of one that waits there, and cancels one
 * that runs there, so that fast scrolling never piles up work. Tasks of one slot run one after the other, those of
 * different slots may run side by side. For the UI thread.
 */
public interface ReadQueue {
	/**
	 * Hands in a task.
	 *
	 * @param slot   name of the slot
	 * @param task   what to do in the background
	 * @param show   gets what came out, in the UI thread; not called when another task took the slot meanwhile
	 * @param failed gets what is wrong, in the UI thread; not called for cancelled tasks
	 */
	<T> void submit(String slot, ReadTask<T> task, Consumer<? super T> show, Consumer<? super ReadProblem> failed);

	/**
	 * As {@link #submit}, but what came out is shown even when a newer task waits in the slot: for scrolling, so that a held
	 * key shows frame after frame. The running task is not cancelled by a new one.
	 */
	<T> void stream(String slot, ReadTask<T> task, Consumer<? super T> show, Consumer<? super ReadProblem> failed);

	/** Drops what waits, cancels what runs, delivers nothing any more. */
	void cancel();
}
