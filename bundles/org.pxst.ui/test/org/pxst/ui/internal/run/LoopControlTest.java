// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.pxst.core.CancelledException;
import org.pxst.processing.LoopOrder;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.LoopState;

/** What the thread that runs a main loop is told to do. */
class LoopControlTest {
	private static final LoopSettings SETTINGS = FakeRuns.settings(4);
	private static final LoopState FIRST = FakeRuns.first(SETTINGS);

	private final List<String> heard = new ArrayList<>();
	private final LoopControl loop = new LoopControl(FakeRuns.scene(), FIRST, Long.MAX_VALUE, new LoopWatcher() {
		@Override
		public void moved() {
			heard.add("moved");
		}

		@Override
		public void waits() {
			heard.add("waits");
			whileWaiting.run();
		}

		@Override
		public void goesOn() {
			heard.add("goes on");
		}

		@Override
		public void ordered() {
			heard.add("ordered");
		}
	});
	private Runnable whileWaiting = () -> {
	};

	private LoopOrder next(LoopState state) {
		return loop.next(state, () -> false);
	}

	private LoopState iterate(LoopState state) {
		return FakeRuns.after(state, assertInstanceOf(LoopOrder.GoOn.class, next(state)).settings());
	}

	@Test
	void aLoopThatIsLeftAloneRunsToItsEnd() {
		LoopState state = FIRST;
		for (int k = 0; k < 4; k++)
			state = iterate(state);
		assertInstanceOf(LoopOrder.Stop.class, next(state));
		assertFalse(loop.isAlive());
		assertSame(state, loop.state());
		assertEquals(List.of(0, 1, 2, 3, 4), loop.kept());
		assertEquals(List.of("moved", "moved", "moved", "moved", "moved"), heard);
		assertFalse(loop.wasOrdered());
		loop.end();
		assertEquals(List.of(4), loop.kept());
	}

	@Test
	void remainingTimeIsThatOfTheIterationsLeftAtMost() {
		assertTrue(loop.remaining().isEmpty());
		next(iterate(FIRST));
		assertEquals(3 * FakeRuns.SECONDS, loop.remaining().orElseThrow());
		loop.goOn(10);
		assertEquals(10 * FakeRuns.SECONDS, loop.remaining().orElseThrow());
		loop.stop();
		assertEquals(0, loop.remaining().orElseThrow());
	}

	@Test
	void goOnForSomeIterationsGoesBeyondTheEndAndPausesThere() {
		loop.goOn(6);
		LoopState state = FIRST;
		for (int k = 0; k < 6; k++)
			state = iterate(state);
		assertFalse(loop.isPaused());
		whileWaiting = () -> {
			assertTrue(loop.isPaused() && loop.isWaiting());
			loop.goOn();
		};
		assertInstanceOf(LoopOrder.Stop.class, next(state));
		assertEquals(List.of("moved", "waits", "ordered", "goes on"), heard.subList(heard.size() - 4, heard.size()));
	}

	@Test
	void goBackPausesThereWithTheSettingsOfThere() {
		LoopState one = iterate(FIRST);
		LoopState two = iterate(one);
		loop.change(FakeRuns.settings(9));
		LoopState three = iterate(two);
		assertEquals(9, three.settings().iterations());
		loop.goBack(1);
		assertEquals(4, loop.settings().iterations());
		assertSame(one, assertInstanceOf(LoopOrder.GoBack.class, next(three)).state());
		whileWaiting = loop::goOn;
		assertEquals(SETTINGS, assertInstanceOf(LoopOrder.GoOn.class, next(one)).settings());
		assertEquals(List.of(0, 1), loop.kept());
		assertTrue(heard.contains("waits"));
	}

	@Test
	void nothingThatIsNotKeptCanBeGoneBackTo() {
		iterate(FIRST);
		assertThrows(IllegalArgumentException.class, () -> loop.goBack(7));
		assertFalse(loop.isPaused());
	}

	@Test
	void stopWaitsForTheFirstIteration() {
		loop.stop();
		assertTrue(loop.isStopping());
		LoopState one = iterate(FIRST);
		assertInstanceOf(LoopOrder.Stop.class, next(one));
		assertFalse(loop.isStopping());
	}

	@Test
	void ordersToALoopThatHasEndedHaveNoEffect() {
		loop.stop();
		next(iterate(FIRST));
		heard.clear();
		loop.pause();
		loop.goBack(0);
		loop.change(FakeRuns.settings(9));
		assertFalse(loop.isPaused());
		assertEquals(SETTINGS, loop.settings());
		assertEquals(List.of(), heard);
	}

	@Test
	void cancelEndsALoopWhetherItIsPausedOrNot() {
		assertThrows(CancelledException.class, () -> loop.next(FIRST, () -> true));
		loop.pause();
		assertThrows(CancelledException.class, () -> loop.next(FIRST, () -> true));
	}

	@Test
	void whatIsGoneBackToStaysAlthoughMemoryIsShort() {
		LoopControl small = new LoopControl(FakeRuns.scene(), FIRST, 1, new LoopNews(new RunProgress(1, System::nanoTime), new RunNews() {
			@Override
			public void changed() {
				heard.add("changed");
			}

			@Override
			public void loopMoved() {
				heard.add("moved");
			}
		}));
		LoopState state = FIRST;
		for (int k = 0; k < 5; k++) {
			small.next(state, () -> false);
			state = FakeRuns.after(state, FakeRuns.settings(20));
		}
		small.next(state, () -> false);
		small.goBack(2);
		LoopState six = FakeRuns.after(state, FakeRuns.settings(20));
		assertEquals(2, assertInstanceOf(LoopOrder.GoBack.class, small.next(six, () -> false)).state().iterations().size());
		assertFalse(small.kept().contains(2));
	}
}
