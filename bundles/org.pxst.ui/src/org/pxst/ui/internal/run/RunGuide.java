// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.pxst.processing.LoopGuide;
import org.pxst.processing.LoopOrder;
import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopState;

/** Guides the main loops of a run, one after the other, as the user orders. For the thread that runs them. */
final class RunGuide implements LoopGuide {
	private final BooleanSupplier cancelled;
	private final LoopWatcher watcher;
	private final Consumer<LoopControl> begun;
	private LoopScene scene;
	private LoopControl loop;

	/**
	 * @param cancelled whether the run was cancelled and nothing is to be kept
	 * @param watcher   hears what the loops do
	 * @param begun     hears of each loop, when it can be asked where it is
	 */
	RunGuide(BooleanSupplier cancelled, LoopWatcher watcher, Consumer<LoopControl> begun) {
		this.cancelled = cancelled;
		this.watcher = watcher;
		this.begun = begun;
	}

	@Override
	public void begins(LoopScene what) {
		scene = what;
		loop = null;
	}

	@Override
	public LoopOrder next(LoopState state) {
		if (loop == null) {
			loop = new LoopControl(scene, state, Runtime.getRuntime().maxMemory() / 4, watcher);
			begun.accept(loop);
		}
		return loop.next(state, cancelled);
	}

	/** Asked when an iteration was dropped: nothing follows it, so that what comes then is not cancelled, too. */
	@Override
	public boolean keepsWhenCancelled() {
		if (cancelled.getAsBoolean())
			return false;
		loop.end();
		return true;
	}
}
