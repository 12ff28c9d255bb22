// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.Optional;

import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;

/**
 * Does what the buttons say: while the main loop is alive by orders to it, afterwards by runs of their own. For the UI thread.
 *
 * @param subject what is ordered about
 */
record LoopOrders(Subject subject) implements LoopControls.Orders {
	/** What is shown just now. */
	interface Subject {
		/** The run; empty when there is none. */
		Optional<Run> run();

		/** Its main loop; empty when there is none. */
		Optional<LoopRemote> loop();

		/** What can be done when the loop has ended. */
		Afterwards afterwards();

		/** Something was ordered. */
		void ordered();
	}

	private Optional<LoopRemote> alive() {
		return subject.loop().filter(LoopRemote::isAlive);
	}

	@Override
	public void pause(boolean paused) {
		alive().ifPresent(paused ? LoopRemote::pause : LoopRemote::goOn);
		subject.ordered();
	}

	@Override
	public void goOn() {
		subject.afterwards().goOn();
		subject.ordered();
	}

	@Override
	public void more(int iterations) {
		alive().ifPresentOrElse(loop -> loop.goOn(iterations), () -> subject.afterwards().more(iterations));
		subject.ordered();
	}

	@Override
	public void stop() {
		subject.run().ifPresent(Run::stop);
		subject.ordered();
	}

	@Override
	public void cancel() {
		subject.run().ifPresent(Run::cancel);
		subject.ordered();
	}

	@Override
	public void back(int iteration) {
		alive().ifPresentOrElse(loop -> loop.goBack(iteration), () -> subject.afterwards().back(iteration));
		subject.ordered();
	}
}
