// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

/**
 * Hands on what a main loop does.
 *
 * @param progress of the run
 * @param news     is told when there is something new
 */
record LoopNews(RunProgress progress, RunNews news) implements LoopWatcher {
	@Override
	public void moved() {
		news.loopMoved();
		news.changed();
	}

	@Override
	public void waits() {
		progress.waits();
		news.loopMoved();
		news.changed();
	}

	@Override
	public void goesOn() {
		progress.goesOn();
		news.changed();
	}

	@Override
	public void ordered() {
		news.loopMoved();
		news.changed();
	}
}
