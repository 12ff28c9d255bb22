// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.january.IMonitor;

/** Where a view has done what takes long: one thing at a time, with a message and a way to cancel it. For the UI thread. */
@FunctionalInterface
public interface Background {
	/**
	 * Starts work; work that was started before and has not ended is cancelled.
	 *
	 * @param name what it does: "Reading mask.npy"
	 * @param work done in a background thread
	 * @param done gets what came out, in the UI thread; not called when it was cancelled or failed
	 * @param none called when nothing came out, in the UI thread; the user is told why already
	 */
	<R> void start(String name, Function<IMonitor, R> work, Consumer<? super R> done, Runnable none);

	/** Starts work of which nothing needs to be undone when nothing comes out. */
	default <R> void start(String name, Function<IMonitor, R> work, Consumer<? super R> done) {
		start(name, work, done, () -> {
			// the message is all
		});
	}
}
