// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.Preferences;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.LoopState;
import org.pxst.processing.run.PipelineListener;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineRunner;
import org.pxst.processing.run.PipelineStep;
import org.pxst.ui.internal.session.UiQueue;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Run.State;
import org.pxst.ui.run.RunsListener;

/** The queue: one run at a time, all that a user can do about it, and what is told. */
class DefaultRunsTest {
	private final UiQueue ui = new UiQueue();
	private final Semaphore go = new Semaphore(0);
	private final List<String> ran = new ArrayList<>();
	private final Preferences kept = KeptNumbers.preferences();
	private final DefaultRuns runs = new DefaultRuns(new FakeRunner(), ui, new StepClock(new StepTimes(() -> kept), request -> 1000),
			message -> message, first -> {
			});

	/** Each step waits for a permit, and each iteration of "loop" too; "fail" fails. */
	private final class FakeRunner implements PipelineRunner {
		@Override
		public Path run(PipelineRequest request, PipelineListener listener, LoopGuide guide, IMonitor monitor) {
			for (int k = 0; k < request.steps().size(); k++) {
				PipelineStep step = request.steps().get(k);
				listener.stepStarted(k, step);
				String name = step.step().name();
				monitor.subTask("doing " + name);
				if (name.equals("fail"))
					throw new InvalidDataException("no mask; run make_mask");
				if (name.equals("bug"))
					throw new IllegalStateException("bug");
				String found = name;
				if (name.equals("loop")) {
					LoopState end = FakeRuns.loop(guide, FakeRuns.first(FakeRuns.settings(5)), () -> permit(monitor));
					found = "iterations " + end.iterations().size();
				} else {
					permit(monitor);
				}
				ran.add(name);
				listener.stepDone(k, step, FakeRuns.output(found));
			}
			return request.input();
		}

		private void permit(IMonitor monitor) {
			try {
				while (!go.tryAcquire(10, java.util.concurrent.TimeUnit.MILLISECONDS))
					if (monitor.isCancelled())
						throw new CancelledException("fake");
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}

		@Override
		public void check(PipelineRequest request) {
			throw new UnsupportedOperationException();
		}
	}

	@AfterEach
	void deactivate() {
		runs.deactivate();
	}

	private Run submit(String... steps) {
		return runs.submit(FakeRuns.request(steps), String.join(" ", steps));
	}

	private void waitFor(Run run, State state) {
		ui.waitUntil(run.title() + " is " + state, () -> run.state() == state);
	}

	private LoopRemote loop(Run run) {
		ui.waitUntil("the loop begins", () -> run.loop().isPresent());
		return run.loop().orElseThrow();
	}

	@Test
	void oneRunFollowsTheOther() {
		Run one = submit("a", "b");
		Run two = submit("c");
		ui.waitUntil("a runs", () -> one.step() == 0 && one.activity().equals("doing a"));
		assertEquals(State.RUNNING, one.state());
		assertEquals(State.WAITING, two.state());
		assertEquals(-1, two.step());
		assertEquals(0, two.elapsed());
		go.release();
		ui.waitUntil("b runs", () -> one.step() == 1);
		assertEquals(Optional.of(FakeRuns.FILE), one.result());
		assertEquals(State.WAITING, two.state());
		go.release(2);
		waitFor(two, State.DONE);
		assertEquals(State.DONE, one.state());
		assertEquals(1, one.part().orElseThrow());
		assertEquals(List.of("a", "b", "c"), ran);
		assertEquals(List.of("    a", "    result in scan.cxi, group /speckle_tracking", "    b"),
				one.log().stream().filter(line -> line.startsWith(" ")).toList());
	}

	@Test
	void whatWaitsIsTakenOutOrMoved() {
		Run one = submit("a");
		Run two = submit("b");
		Run three = submit("c");
		Run four = submit("d");
		runs.move(four, -1);
		runs.move(two, 5);
		assertEquals(List.of(one, four, three, two), runs.runs());
		runs.move(one, 1);
		assertEquals(List.of(one, four, three, two), runs.runs());
		three.cancel();
		assertEquals(State.CANCELLED, three.state());
		go.release(3);
		waitFor(two, State.DONE);
		assertEquals(List.of("a", "d", "b"), ran);
	}

	@Test
	void cancelEndsARunThatComputes() {
		Run one = submit("a", "b");
		Run two = submit("c");
		go.release();
		ui.waitUntil("b runs", () -> one.step() == 1);
		one.cancel();
		assertEquals(State.STOPPING, one.state());
		waitFor(one, State.CANCELLED);
		assertEquals(Optional.of(FakeRuns.FILE), one.result());
		assertEquals("", one.problem());
		go.release();
		waitFor(two, State.DONE);
		assertEquals(List.of("a", "c"), ran);
	}

	@Test
	void failureSaysWhyAndTheNextOneRuns() {
		Run one = submit("a", "fail", "b");
		Run bug = submit("bug");
		Run two = submit("c");
		go.release(2);
		waitFor(two, State.DONE);
		assertEquals(State.FAILED, one.state());
		assertEquals("no mask; run make_mask", one.problem());
		assertEquals(1, one.step());
		assertEquals(Optional.of(FakeRuns.FILE), one.result());
		assertEquals(State.FAILED, bug.state());
		assertTrue(bug.problem().contains("the log has the details"), bug.problem());
		assertEquals(List.of("a", "c"), ran);
	}

	@Test
	void cancelEndsAPausedLoop() {
		Run run = submit("loop");
		LoopRemote loop = loop(run);
		loop.pause();
		go.release();
		waitFor(run, State.PAUSED);
		assertTrue(loop.isPaused());
		run.cancel();
		waitFor(run, State.CANCELLED);
		assertFalse(loop.isAlive());
		assertEquals(List.of(), ran);
		assertEquals(Optional.empty(), run.result());
	}

	@Test
	void pauseGoBackGoOnAndStop() {
		Run run = submit("loop", "a");
		LoopRemote loop = loop(run);
		loop.goOn(3);
		go.release(3);
		waitFor(run, State.PAUSED);
		assertEquals(3, loop.state().iterations().size());
		double paused = run.elapsed();
		loop.goBack(1);
		ui.waitUntil("it is back", () -> loop.state().iterations().size() == 1);
		waitFor(run, State.PAUSED);
		assertEquals(List.of(0, 1), loop.kept());
		loop.goOn();
		go.release();
		ui.waitUntil("it is at 2", () -> loop.state().iterations().size() == 2);
		loop.stop();
		go.release(2);
		waitFor(run, State.DONE);
		assertTrue(run.elapsed() >= paused);
		assertEquals(List.of("loop", "a"), ran);
		assertTrue(run.log().stream().anyMatch(line -> line.matches(" *iterations [23]")), run.log().toString());
	}

	@Test
	void stopKeepsWhatThereIsAndLeavesTheStepsThatFollow() {
		Run run = submit("loop", "a");
		LoopRemote loop = loop(run);
		go.release();
		ui.waitUntil("an iteration is done", () -> loop.state().iterations().size() == 1);
		run.stop();
		assertEquals(State.STOPPING, run.state());
		go.release(5);
		waitFor(run, State.DONE);
		assertEquals(List.of("loop"), ran);
		assertEquals(Optional.of(FakeRuns.FILE), run.result());
		assertTrue(run.log().contains("stopped before a, as you asked"), run.log().toString());
	}

	@Test
	void listenersHearTheLastOfEverything() {
		List<String> heard = new ArrayList<>();
		runs.addListener(new RunsListener() {
			@Override
			public void submitted(Run run) {
				heard.add("submitted " + run.state());
			}

			@Override
			public void changed(Run run) {
				heard.add("changed " + run.state());
			}

			@Override
			public void loopMoved(Run run, LoopRemote loop) {
				heard.add("at " + loop.state().iterations().size());
			}

			@Override
			public void removed(Run run) {
				heard.add("removed");
			}
		});
		go.release(10);
		Run run = submit("loop");
		ui.waitUntil("the last is told", () -> heard.contains("at 5") && heard.contains("changed DONE"));
		assertEquals("submitted WAITING", heard.get(0));
		assertThrows(IllegalArgumentException.class, () -> runs.remove(submit("loop")));
		runs.remove(run);
		assertEquals("removed", heard.get(heard.size() - 1));
		assertFalse(runs.runs().contains(run));
	}

	@Test
	void remainingTimeIsUnknownTheFirstTimeAndKnownThen() {
		Run one = submit("a", "b");
		go.release();
		ui.waitUntil("b runs", () -> one.step() == 1);
		assertTrue(one.remaining().isEmpty());
		assertTrue(one.part().isEmpty());
		go.release();
		waitFor(one, State.DONE);
		kept.putDouble("a@auto@1e3", 0.2);
		kept.putDouble("b@auto@1e3", 0.1);
		Run two = submit("a", "b");
		ui.waitUntil("a runs", () -> two.step() == 0 && two.remaining().isPresent());
		assertEquals(300, two.remaining().orElseThrow(), 30);
		assertFalse(two.isAtMost());
		go.release();
		ui.waitUntil("b runs", () -> two.step() == 1);
		assertEquals(100, two.remaining().orElseThrow(), 30);
		go.release();
		waitFor(two, State.DONE);
	}

	@Test
	void whatMainLoopsHaveFoundIsNotKeptForEver() {
		go.release(30);
		List<Run> all = new ArrayList<>();
		for (int k = 0; k < 6; k++)
			all.add(submit("loop"));
		waitFor(all.get(5), State.DONE);
		ui.runAll();
		assertEquals(List.of(false, false, true, true, true, true), all.stream().map(run -> run.loop().isPresent()).toList());
		assertEquals(List.of(5), all.get(5).loop().orElseThrow().kept());
	}
}
