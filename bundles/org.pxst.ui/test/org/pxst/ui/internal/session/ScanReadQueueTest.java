// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.InvalidDataException;
import org.pxst.ui.session.ReadTask;

/** Works off the background and the UI thread by hand. */
class ScanReadQueueTest {
	@TempDir
	private Path directory;

	private final UiQueue ui = new UiQueue();
	private final Deque<Runnable> background = new ArrayDeque<>();
	private final List<String> run = new ArrayList<>();
	private final List<String> shown = new ArrayList<>();
	private final TextFiles files = new TextFiles();
	private boolean alive = true;
	private ScanFollower follower;
	private ScanReadQueue queue;

	@BeforeEach
	void open() throws IOException {
		Path file = directory.resolve("scan.cxi");
		Files.writeString(file, "sound");
		follower = new ScanFollower(file, (path, options) -> {
			throw new InvalidDataException("no scan");
		}, files, ui, (state, problem, generation) -> shown.clear());
		queue = new ScanReadQueue(follower, background::add, ui, () -> alive);
		ui.waitUntil("the file is open", () -> files.open.get() == 1);
	}

	@AfterEach
	void close() {
		follower.close();
		ui.waitUntil("the file is closed", () -> files.open.get() == 0);
	}

	private ReadTask<String> task(String name) {
		return (reader, monitor) -> {
			run.add(name);
			return name;
		};
	}

	private void submit(String slot, String name) {
		queue.submit(slot, task(name), shown::add, problem -> shown.add(problem.message()));
	}

	private void stream(String slot, String name) {
		queue.stream(slot, task(name), shown::add, problem -> shown.add(problem.message()));
	}

	private void runBackground() {
		while (!background.isEmpty())
			background.poll().run();
	}

	@Test
	void theNewestWins() {
		submit("a", "1");
		submit("a", "2");
		submit("a", "3");
		runBackground();
		ui.runAll();
		assertEquals(List.of("3"), shown);
		assertFalse(run.contains("2"), "what waited never runs");
	}

	@Test
	void slotsDoNotDisturbEachOther() {
		submit("a", "1");
		submit("b", "2");
		runBackground();
		ui.runAll();
		assertEquals(List.of("1", "2"), shown);
	}

	@Test
	void whatIsDoneIsNotShownWhenItIsTooLate() {
		submit("a", "1");
		runBackground();
		submit("a", "2");
		runBackground();
		ui.runAll();
		assertEquals(List.of("1", "2"), run);
		assertEquals(List.of("2"), shown);
	}

	@Test
	void aRunningTaskIsToldToStop() {
		List<IMonitor> monitors = new ArrayList<>();
		List<Boolean> cancelled = new ArrayList<>();
		queue.submit("a", (reader, monitor) -> {
			monitors.add(monitor);
			submit("a", "2");
			cancelled.add(monitor.isCancelled());
			return "1";
		}, shown::add, problem -> shown.add(problem.message()));
		runBackground();
		ui.runAll();
		assertEquals(List.of(true), cancelled);
		assertEquals(List.of("2"), shown);
	}

	@Test
	void aStreamShowsWhatWasRunningAndSkipsWhatWaited() {
		queue.stream("a", (reader, monitor) -> {
			stream("a", "2");
			stream("a", "3");
			assertFalse(monitor.isCancelled());
			return "1";
		}, shown::add, problem -> shown.add(problem.message()));
		runBackground();
		ui.runAll();
		assertEquals(List.of("1", "3"), shown);
		assertEquals(List.of("3"), run);
	}

	@Test
	void aSubmittedTaskEndsAStream() {
		stream("a", "1");
		runBackground();
		submit("a", "2");
		runBackground();
		ui.runAll();
		assertEquals(List.of("2"), shown);
	}

	@Test
	void aFailureIsDeliveredLikeAResult() {
		queue.<String>submit("a", (reader, monitor) -> {
			throw new InvalidDataException("it is wrong");
		}, shown::add, problem -> shown.add(problem.message()));
		runBackground();
		ui.runAll();
		assertEquals(List.of("it is wrong"), shown);
		submit("a", "2");
		runBackground();
		ui.runAll();
		assertEquals(List.of("it is wrong", "2"), shown, "the slot goes on");
	}

	@Test
	void nothingIsDeliveredToADisposedOwner() {
		submit("a", "1");
		runBackground();
		alive = false;
		ui.runAll();
		assertEquals(List.of(), shown);
		submit("a", "2");
		assertTrue(background.isEmpty());
	}

	@Test
	void cancellingDropsAll() {
		submit("a", "1");
		submit("b", "2");
		submit("b", "3");
		queue.cancel();
		runBackground();
		ui.runAll();
		assertEquals(List.of(), shown);
		assertEquals(List.of(), run);
		submit("b", "4");
		runBackground();
		ui.runAll();
		assertEquals(List.of("4"), shown, "it can be used again");
	}
}
