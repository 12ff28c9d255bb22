// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiClaim;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiRecovery;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.FileInUseException;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScan.State;
import org.pxst.ui.session.OpenScansListener;
import org.pxst.ui.session.ReadProblem;
import org.pxst.ui.session.ReadQueue;

class DefaultOpenScansTest {
	@TempDir
	private Path directory;

	private final UiQueue ui = new UiQueue();
	private final TextFiles files = new TextFiles();
	private final TextWriter writer = new TextWriter();
	private int firsts;
	private final DefaultOpenScans scans = new DefaultOpenScans((file, options) -> {
		throw new InvalidDataException(file + ": is no scan");
	}, files, writer, ui, () -> firsts++);
	private final List<String> news = new ArrayList<>();
	private Path file;

	@BeforeEach
	void listen() throws IOException {
		file = directory.resolve("scan.cxi");
		Files.writeString(file, "sound one");
		scans.addListener(new OpenScansListener() {
			@Override
			public void opened(OpenScan scan) {
				news.add("opened " + scan.name());
			}

			@Override
			public void closed(OpenScan scan) {
				news.add("closed " + scan.name());
			}

			@Override
			public void currentChanged(Optional<OpenScan> current) {
				news.add("current " + current.map(OpenScan::name).orElse("none"));
			}

			@Override
			public void changed(OpenScan scan) {
				news.add(scan.state() + " " + scan.name());
			}
		});
	}

	@AfterEach
	void everythingIsLetGo() {
		scans.deactivate();
		ui.waitUntil("all handles are closed", () -> files.open.get() == 0);
	}

	private OpenScan ready() {
		OpenScan scan = scans.open(file);
		ui.waitUntil("the file is open", () -> scan.state() == State.READY);
		return scan;
	}

	private static ReadQueue queue(OpenScan scan) {
		return ((ScanFile) scan).queue(() -> true);
	}

	private static void unexpected(ReadProblem problem) {
		throw new AssertionError(problem.message());
	}

	private String read(OpenScan scan) {
		AtomicReference<String> text = new AtomicReference<>();
		queue(scan).submit("read", (reader, monitor) -> TextFiles.text(reader), text::set,
				problem -> text.set("problem: " + problem.message()));
		ui.waitUntil("the text is read", () -> text.get() != null);
		return text.get();
	}

	/** A file that is older than it takes to count as being written. */
	private static void age(Path file) throws IOException {
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
	}

	@Test
	void opensInTheBackgroundAndTells() {
		OpenScan scan = scans.open(file);
		assertEquals(State.OPENING, scan.state());
		assertEquals(0, scan.generation());
		assertEquals("sound one", read(scan), "a task waits until the file is open");
		assertEquals(State.READY, scan.state());
		assertEquals(1, scan.generation());
		assertEquals(List.of("opened scan.cxi", "current scan.cxi", "READY scan.cxi"), news);
	}

	@Test
	void aFileIsOpenedOnce() throws IOException {
		OpenScan first = ready();
		Path other = directory.resolve("other.cxi");
		Files.writeString(other, "sound other");
		OpenScan second = scans.open(other);
		assertNotSame(first, second);
		assertSame(second, scans.current().orElseThrow());
		assertSame(first, scans.open(directory.resolve("./scan.cxi")));
		assertSame(first, scans.current().orElseThrow());
		assertEquals(List.of(first, second), scans.scans());
		assertEquals(1, firsts);
	}

	@Test
	void closingMakesANeighbourCurrent() throws IOException {
		OpenScan first = ready();
		Path other = directory.resolve("other.cxi");
		Files.writeString(other, "sound other");
		OpenScan second = scans.open(other);
		scans.close(second);
		assertSame(first, scans.current().orElseThrow());
		scans.close(first);
		assertEquals(Optional.empty(), scans.current());
		scans.close(first);
		assertEquals(List.of("closed other.cxi", "current scan.cxi", "closed scan.cxi", "current none"),
				news.subList(news.size() - 4, news.size()));
		assertThrows(IllegalArgumentException.class, () -> scans.makeCurrent(first));
	}

	@Test
	void oneListenersFailureIsNotTheOthers() {
		List<String> heard = new ArrayList<>();
		DefaultOpenScans other = new DefaultOpenScans((path, options) -> {
			throw new InvalidDataException("no scan");
		}, files, writer, ui, () -> firsts++);
		other.addListener(new OpenScansListener() {
			@Override
			public void opened(OpenScan scan) {
				throw new IllegalStateException("a listener that fails, for a test");
			}
		});
		other.addListener(new OpenScansListener() {
			@Override
			public void opened(OpenScan scan) {
				heard.add(scan.name());
			}
		});
		other.open(file);
		other.deactivate();
		assertEquals(List.of("scan.cxi"), heard);
	}

	@Test
	void aChangedFileIsReadAgain() throws IOException {
		OpenScan scan = ready();
		Files.writeString(file, "sound two, longer");
		ui.waitUntil("the file is open again", () -> scan.generation() == 2);
		assertEquals("sound two, longer", read(scan));
		ui.waitUntil("the old handle is closed", () -> files.open.get() == 1);
	}

	@Test
	void aReplacedFileIsReadAgain() throws IOException {
		OpenScan scan = ready();
		Path replacement = directory.resolve("new");
		Files.writeString(replacement, "sound two");
		Files.setLastModifiedTime(replacement, Files.getLastModifiedTime(file));
		Files.move(replacement, file, StandardCopyOption.REPLACE_EXISTING);
		ui.waitUntil("the file is open again", () -> scan.generation() == 2);
		assertEquals("sound two", read(scan));
	}

	@Test
	void aVanishedFileIsGoneUntilItComesBack() throws IOException {
		OpenScan scan = ready();
		Path away = directory.resolve("away");
		Files.move(file, away);
		ui.waitUntil("it is gone", () -> scan.state() == State.GONE);
		assertTrue(scan.problem().contains("gone"), scan.problem());
		assertEquals(1, scan.generation());
		Files.move(away, file);
		ui.waitUntil("it is back", () -> scan.state() == State.READY);
		assertEquals("", scan.problem());
		assertEquals(2, scan.generation());
		assertEquals("sound one", read(scan));
	}

	@Test
	void aBrokenFileSaysWhatIsWrongAndIsReadWhenItIsMended() throws IOException {
		Files.writeString(file, "broken");
		age(file);
		OpenScan scan = scans.open(file);
		ui.waitUntil("it is found broken", () -> scan.state() == State.UNREADABLE);
		assertTrue(scan.problem().contains("not an HDF5 file"), scan.problem());
		assertEquals("problem: " + scan.problem(), read(scan));
		Files.writeString(file, "sound again");
		ui.waitUntil("it is mended", () -> scan.state() == State.READY);
		assertEquals("sound again", read(scan));
	}

	@Test
	void aFileThatIsNotThereSaysSo() {
		OpenScan scan = scans.open(directory.resolve("nothing.cxi"));
		ui.waitUntil("it is missed", () -> scan.state() == State.UNREADABLE);
		assertTrue(scan.problem().contains("no such file"), scan.problem());
	}

	@Test
	void aFileThatIsBeingWrittenDoesNotCountAsBroken() throws IOException {
		OpenScan scan = ready();
		Files.writeString(file, "half written");
		AtomicReference<String> text = new AtomicReference<>();
		AtomicInteger attempts = new AtomicInteger();
		queue(scan).submit("read", (reader, monitor) -> {
			attempts.incrementAndGet();
			return TextFiles.text(reader);
		}, text::set, DefaultOpenScansTest::unexpected);
		ui.waitUntil("the task met the half-written file", () -> attempts.get() > 0);
		Files.writeString(file, "sound, whole");
		ui.waitUntil("the task has read the whole file", () -> text.get() != null);
		assertEquals("sound, whole", text.get());
		assertFalse(news.contains("UNREADABLE scan.cxi"), news::toString);
	}

	@Test
	void aFileThatStaysBrokenIsUnreadable() throws IOException {
		OpenScan scan = ready();
		Files.writeString(file, "broken for good");
		ui.waitUntil("it is found broken", () -> scan.state() == State.UNREADABLE);
		ui.waitUntil("the old handle is closed", () -> files.open.get() == 0);
	}

	@Test
	void problemsAreToldInWords() {
		OpenScan scan = ready();
		List<ReadProblem> problems = new ArrayList<>();
		List<RuntimeException> thrown = List.of(new MissingContentException("phase", "Run calculate_phase"),
				new InvalidDataException("it is wrong"), new IllegalStateException("unexpected, for a test"));
		for (RuntimeException e : thrown)
			queue(scan).submit("fail", (reader, monitor) -> {
				throw e;
			}, result -> unexpected(new ReadProblem("a result", false)), problems::add);
		queue(scan).submit("fail", (reader, monitor) -> {
			throw new InternalError("a mapped file was cut short, for a test");
		}, result -> unexpected(new ReadProblem("a result", false)), problems::add);
		ui.waitUntil("all failed", () -> problems.size() == 4);
		assertTrue(problems.contains(new ReadProblem("There is no phase in this file yet. Run calculate_phase.", true)));
		assertTrue(problems.contains(new ReadProblem("it is wrong", false)));
		assertTrue(problems.stream().anyMatch(p -> p.message().contains("could not be read as expected")), problems::toString);
		assertTrue(problems.stream().anyMatch(p -> p.message().contains("cut short")), problems::toString);
	}

	@Test
	void noScanCanStillBeATree() {
		OpenScan scan = ready();
		AtomicReference<ReadProblem> problem = new AtomicReference<>();
		queue(scan).submit("scan", (reader, monitor) -> reader.cxi().scan(), result -> unexpected(null), problem::set);
		ui.waitUntil("it failed", () -> problem.get() != null);
		assertEquals(file + ": is no scan", problem.get().message());
		assertEquals("sound one", read(scan));
	}

	@Test
	void aHandleIsNotClosedUnderARunningTask() throws Exception {
		OpenScan scan = ready();
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch mayGoOn = new CountDownLatch(1);
		AtomicReference<String> text = new AtomicReference<>();
		queue(scan).submit("slow", (reader, monitor) -> {
			started.countDown();
			await(mayGoOn);
			return TextFiles.text(reader);
		}, text::set, DefaultOpenScansTest::unexpected);
		started.await();
		Files.writeString(file, "sound two");
		ui.waitUntil("the file is open again", () -> scan.generation() == 2);
		assertEquals(2, files.open.get());
		mayGoOn.countDown();
		ui.waitUntil("the task is done", () -> text.get() != null);
		ui.waitUntil("the old handle is closed", () -> files.open.get() == 1);
	}

	@Test
	void closingStopsRunningTasksAndDeliversNothing() throws Exception {
		OpenScan scan = ready();
		CountDownLatch started = new CountDownLatch(1);
		CountDownLatch ended = new CountDownLatch(1);
		queue(scan).submit("endless", (reader, monitor) -> {
			started.countDown();
			while (!monitor.isCancelled())
				Thread.onSpinWait();
			String text = TextFiles.text(reader);
			ended.countDown();
			return text;
		}, text -> unexpected(new ReadProblem(text, false)), DefaultOpenScansTest::unexpected);
		started.await();
		scans.close(scan);
		ended.await();
		ui.waitUntil("the handle is closed", () -> files.open.get() == 0);
		ui.runAll();
		queue(scan).submit("late", (reader, monitor) -> "", text -> unexpected(new ReadProblem(text, false)),
				DefaultOpenScansTest::unexpected);
		ui.runAll();
	}

	@Test
	void writingRaisesTheGenerationBeforeItIsDone() {
		OpenScan scan = ready();
		List<String> done = new ArrayList<>();
		scan.write(OpenScan.RESULTS, List.of(CxiDataset.of("mask", new boolean[] { true }, "", 1)), "mask",
				problem -> done.add(problem + "|" + scan.generation()));
		ui.waitUntil("it is written", () -> !done.isEmpty());
		assertTrue(done.get(0).startsWith("|"), done::toString);
		assertTrue(scan.generation() >= 2);
		assertEquals("sound, with [mask]", read(scan));
	}

	@Test
	void refusalsToWriteAreTold() {
		OpenScan scan = ready();
		List<String> done = new ArrayList<>();
		List<CxiDataset> content = List.of(CxiDataset.of("mask", new boolean[] { true }, "", 1));
		writer.obstacle = Optional.of("it is write-protected");
		scan.write(OpenScan.RESULTS, content, "mask", done::add);
		ui.waitUntil("it is refused", () -> done.size() == 1);
		assertEquals(file + ": cannot be written: it is write-protected", done.get(0));
		writer.obstacle = Optional.empty();
		writer.failure = new FileInUseException(file + ": somebody writes", "somebody");
		scan.write(OpenScan.RESULTS, content, "mask", done::add);
		ui.waitUntil("it is refused again", () -> done.size() == 2);
		assertEquals(file + " is being written by somebody", done.get(1));
		writer.failure = new IllegalStateException("unexpected, for a test");
		scan.write(OpenScan.RESULTS, content, "mask", done::add);
		ui.waitUntil("it failed", () -> done.size() == 3);
		assertTrue(done.get(2).contains("unexpected, for a test"), done.get(2));
		assertEquals("sound one", read(scan));
	}

	@Test
	void aWriteIsFinishedEvenIfTheScanIsClosedMeanwhile() throws Exception {
		OpenScan scan = ready();
		AtomicInteger done = new AtomicInteger();
		scan.write(OpenScan.RESULTS, List.of(CxiDataset.of("mask", new boolean[] { true }, "", 1)), "mask",
				problem -> done.incrementAndGet());
		scans.close(scan);
		ui.waitUntil("it is written", () -> done.get() == 1);
		assertEquals("sound, with [mask]", Files.readString(file));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Writes the names of the content. */
	private static final class TextWriter implements CxiWriter {
		volatile Optional<String> obstacle = Optional.empty();
		volatile RuntimeException failure;

		@Override
		public void write(Path file, String group, List<? extends CxiContent> content) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean canLink() {
			return true;
		}

		@Override
		public Optional<String> obstacle(Path file, long size) {
			return obstacle;
		}

		@Override
		public CxiClaim claim(Path file) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void addTo(Path file, String group, List<? extends CxiContent> content) {
			if (failure != null)
				throw failure;
			try {
				Files.writeString(file, "sound, with " + content.stream().map(CxiContent::path).toList());
			} catch (IOException e) {
				throw new InvalidDataException("not written", e);
			}
		}

		@Override
		public CxiRecovery recover(Path file, boolean force) {
			throw new UnsupportedOperationException();
		}
	}
}
