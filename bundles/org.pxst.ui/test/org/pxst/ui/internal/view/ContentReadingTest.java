// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiContent;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ReadProblem;
import org.pxst.ui.session.ReadQueue;
import org.pxst.ui.session.ReadTask;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection;

/** Without a screen: reading is done by hand, and time passes when the test says so. */
class ContentReadingTest {
	private final List<String> screen = new ArrayList<>();
	private final List<String> changes = new ArrayList<>();
	private final Deque<Runnable> tasks = new ArrayDeque<>();
	private final Deque<Runnable> timers = new ArrayDeque<>();
	private final FakeScan scan = new FakeScan("a.cxi");
	private String text = "first";
	private ReadProblem problem;
	private RuntimeException failure;
	private final ContentReading<String> reading = new ContentReading<>(new Part(), new Page(), "No scan is open.");

	private final class Part implements ContentPart<String> {
		@Override
		public String read(ScanReader reader, IMonitor monitor) {
			return text;
		}

		@Override
		public void show(OpenScan from, String content) {
			if (failure != null)
				throw failure;
			changes.add(from.name() + " shows " + content);
		}

		@Override
		public void scanChanged(Optional<OpenScan> next) {
			changes.add("scan " + next.map(OpenScan::name).orElse("none"));
		}
	}

	private final class Page implements ContentPage {
		@Override
		public void showContent(String warning) {
			put("content" + (warning.isEmpty() ? "" : " with " + warning));
		}

		@Override
		public void showMessage(String message, Kind kind) {
			put(kind + " " + message);
		}

		private void put(String what) {
			if (screen.isEmpty() || !screen.get(screen.size() - 1).equals(what))
				screen.add(what);
		}

		@Override
		public ReadQueue queue(OpenScan from) {
			return new Queue();
		}

		@Override
		public void later(int millis, Runnable action) {
			assertEquals(ContentReading.PATIENCE, millis);
			timers.add(action);
		}
	}

	private final class Queue implements ReadQueue {
		@Override
		public <T> void submit(String slot, ReadTask<T> task, Consumer<? super T> show, Consumer<? super ReadProblem> failed) {
			tasks.add(() -> {
				if (problem != null)
					failed.accept(problem);
				else
					show.accept(task.read(null, new IMonitor.Stub()));
			});
		}

		@Override
		public <T> void stream(String slot, ReadTask<T> task, Consumer<? super T> show, Consumer<? super ReadProblem> failed) {
			submit(slot, task, show, failed);
		}

		@Override
		public void cancel() {
			tasks.clear();
		}
	}

	private static final class FakeScan implements OpenScan {
		private final String name;
		private State state = State.READY;
		private String problem = "";
		private long generation = 1;

		FakeScan(String name) {
			this.name = name;
		}

		void become(State now, String what) {
			state = now;
			problem = what;
			if (now == State.READY)
				generation++;
		}

		@Override
		public Path file() {
			return Path.of(name);
		}

		@Override
		public String name() {
			return name;
		}

		@Override
		public State state() {
			return state;
		}

		@Override
		public String problem() {
			return problem;
		}

		@Override
		public long generation() {
			return generation;
		}

		@Override
		public ScanSelection selection() {
			return new ScanSelection();
		}

		@Override
		public ReadQueue queue(Control owner) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void write(String group, List<? extends CxiContent> content, String what, Consumer<String> done) {
			throw new UnsupportedOperationException();
		}
	}

	private void runTasks() {
		while (!tasks.isEmpty())
			tasks.poll().run();
	}

	private void timePasses() {
		for (Runnable timer = timers.poll(); timer != null; timer = timers.poll())
			timer.run();
	}

	private String onScreen() {
		return screen.get(screen.size() - 1);
	}

	private void showFirst() {
		reading.setScan(Optional.of(scan));
		reading.setVisible(true);
		runTasks();
		assertTrue(reading.showsContent());
	}

	@Test
	void saysThatNoScanIsOpen() {
		reading.setScan(Optional.empty());
		assertEquals(List.of("NO_SCAN No scan is open."), screen);
		assertEquals("No scan is open.", reading.message());
		assertFalse(reading.showsContent());
	}

	@Test
	void readsWhenItIsVisibleAndNotBefore() {
		reading.setScan(Optional.of(scan));
		assertEquals(0, tasks.size());
		reading.setVisible(true);
		runTasks();
		assertEquals(List.of("scan a.cxi", "a.cxi shows first"), changes);
		assertEquals(List.of("content"), screen);
		reading.setVisible(false);
		scan.become(OpenScan.State.READY, "");
		reading.update();
		assertEquals(0, tasks.size());
		text = "second";
		reading.setVisible(true);
		runTasks();
		assertEquals("a.cxi shows second", changes.get(2));
		assertEquals(List.of("content"), screen, "without flicker");
	}

	@Test
	void doesNotReadWhatItHas() {
		showFirst();
		reading.update();
		reading.setVisible(false);
		reading.setVisible(true);
		assertEquals(0, tasks.size());
		reading.refresh();
		assertEquals(1, tasks.size());
	}

	@Test
	void saysThatItIsReadingWhenThatTakesLong() {
		reading.setScan(Optional.of(scan));
		reading.setVisible(true);
		assertEquals(List.of(), screen);
		timePasses();
		assertEquals("HINT Reading a.cxi ...", onScreen());
		runTasks();
		assertEquals("content", onScreen());
		scan.become(OpenScan.State.READY, "");
		reading.update();
		timePasses();
		assertEquals("content", onScreen(), "what is there stays while it is read again");
	}

	@Test
	void whatIsMissingTakesThePlaceOfTheContent() {
		showFirst();
		problem = new ReadProblem("There is no phase.", true);
		scan.become(OpenScan.State.READY, "");
		reading.update();
		runTasks();
		assertEquals("HINT There is no phase.", onScreen());
		assertEquals("There is no phase.", reading.message());
		assertFalse(reading.showsContent());
		problem = null;
		scan.become(OpenScan.State.READY, "");
		reading.update();
		runTasks();
		assertEquals("content", onScreen());
	}

	@Test
	void contentStaysUnderAWarningWhenTheFileIsGone() {
		showFirst();
		scan.become(OpenScan.State.GONE, "It is gone.");
		reading.update();
		assertEquals("content with It is gone.", onScreen());
		assertEquals("It is gone.", reading.warning());
		assertEquals("", reading.message());
		scan.become(OpenScan.State.READY, "");
		reading.update();
		runTasks();
		assertEquals("content", onScreen());
		assertEquals("", reading.warning());
	}

	@Test
	void aBrokenFileIsAMessageWhenThereIsNoContent() {
		scan.become(OpenScan.State.UNREADABLE, "It is broken.");
		reading.setScan(Optional.of(scan));
		reading.setVisible(true);
		assertEquals(0, tasks.size());
		assertEquals("PROBLEM It is broken.", onScreen());
		timePasses();
		assertEquals("PROBLEM It is broken.", onScreen());
	}

	@Test
	void contentStaysUnderAWarningWhenItCannotBeReadAgain() {
		showFirst();
		problem = new ReadProblem("It cannot be read.", false);
		reading.refresh();
		runTasks();
		assertEquals("content with It cannot be read.", onScreen());
	}

	@Test
	void anotherScanTakesNothingFromTheFirst() {
		showFirst();
		scan.become(OpenScan.State.GONE, "It is gone.");
		FakeScan other = new FakeScan("b.cxi");
		reading.setScan(Optional.of(other));
		assertFalse(reading.showsContent());
		assertEquals("", reading.message());
		runTasks();
		assertEquals("b.cxi shows first", changes.get(changes.size() - 1));
		assertEquals("content", onScreen());
		reading.setScan(Optional.empty());
		assertEquals("scan none", changes.get(changes.size() - 1));
		assertEquals("NO_SCAN No scan is open.", onScreen());
	}

	@Test
	void aFailureToShowIsAMessage() {
		failure = new IllegalStateException("unexpected, for a test");
		reading.setScan(Optional.of(scan));
		reading.setVisible(true);
		runTasks();
		assertTrue(reading.message().contains("unexpected, for a test"), reading.message());
		failure = null;
		reading.refresh();
		runTasks();
		assertTrue(reading.showsContent());
	}

	@Test
	void aViewThatCannotBeMadeReadsNothing() {
		reading.breakDown("It cannot be made.");
		reading.setScan(Optional.of(scan));
		reading.setVisible(true);
		assertEquals(0, tasks.size());
		assertEquals("PROBLEM It cannot be made.", onScreen());
		assertEquals(List.of(), changes);
	}
}
