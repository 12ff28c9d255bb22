// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.FileInUseException;
import org.pxst.io.cxi.internal.journal.WriteLock.Locks;
import org.slf4j.Logger;

/** One program at a time writes into a file. */
class WriteLockTest {
	/** As on a network file system without a lock service. */
	private static final Locks NONE = channel -> {
		throw new IOException("No locks available");
	};
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void make() throws IOException {
		file = Files.writeString(directory.resolve("scan.cxi"), "data").toRealPath();
	}

	private static Locks locks(boolean system) {
		return system ? Locks.SYSTEM : NONE;
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map(path -> path.getFileName().toString()).sorted().toList();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theSecondIsToldWhoHasIt(boolean system) throws IOException {
		WriteLock lock = WriteLock.take(file, locks(system));
		FileInUseException e = assertThrows(FileInUseException.class, () -> WriteLock.take(file, locks(system)));
		assertTrue(e.holder().contains(System.getProperty("user.name")), e.holder());
		assertTrue(e.holder().contains("process " + ProcessHandle.current().pid()), e.holder());
		assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
		lock.close();
		assertEquals(List.of("scan.cxi"), names());
		WriteLock.take(file, locks(system)).close();
		assertEquals(List.of("scan.cxi"), names());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void neverTwoAtATime(boolean system) throws Exception {
		int threads = 8;
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		CyclicBarrier start = new CyclicBarrier(threads);
		AtomicInteger holders = new AtomicInteger();
		AtomicInteger taken = new AtomicInteger();
		List<Future<?>> done = new ArrayList<>();
		for (int k = 0; k < threads; k++)
			done.add(pool.submit(() -> {
				start.await();
				for (int round = 0; round < 50; round++)
					try {
						WriteLock lock = WriteLock.take(file, locks(system));
						assertEquals(1, holders.incrementAndGet());
						taken.incrementAndGet();
						holders.decrementAndGet();
						lock.close();
					} catch (FileInUseException e) {
						assertFalse(e.getMessage().isEmpty());
					}
				return null;
			}));
		for (Future<?> one : done)
			one.get();
		pool.shutdown();
		assertTrue(taken.get() > 0);
		assertEquals(List.of("scan.cxi"), names());
	}

	/** A process that is killed leaves the small file, but not the lock. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aDeadProcessHoldsNothing(boolean system) throws IOException, InterruptedException {
		Process dead = new ProcessBuilder("true").start();
		dead.waitFor();
		String host;
		WriteLock lock = WriteLock.take(file, NONE);
		host = Files.readString(directory.resolve(".scan.cxi.pxst-holder")).split("\t")[1];
		lock.close();
		String left = String.join("\t", "somebody", host, Long.toString(dead.pid()), Instant.now().toString(), "token");
		Files.writeString(directory.resolve(system ? ".scan.cxi.pxst-lock" : ".scan.cxi.pxst-holder"), left);
		WriteLock.take(file, locks(system)).close();
		assertEquals(List.of("scan.cxi"), names());
	}

	/** Whether a process of another machine lives cannot be told from here. */
	@Test
	void anotherMachineIsBelieved() throws IOException {
		Path holder = directory.resolve(".scan.cxi.pxst-holder");
		Files.writeString(holder, String.join("\t", "anna", "beamline-pc", "4711", "2026-01-02T03:04:05Z", "token"));
		FileInUseException e = assertThrows(FileInUseException.class, () -> WriteLock.take(file, NONE));
		assertEquals("anna on beamline-pc, process 4711, since 2026-01-02T03:04:05Z", e.holder());
		assertTrue(e.getMessage().contains("remove " + holder), e.getMessage());
		assertTrue(Files.exists(holder));
	}

	private static String classPath(Class<?>... classes) {
		return Stream.of(classes).map(c -> c.getProtectionDomain().getCodeSource().getLocation().getPath()).distinct()
				.collect(Collectors.joining(File.pathSeparator));
	}

	@Test
	void anotherProcess() throws Exception {
		Process holder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				classPath(WriteLock.class, Holding.class, InvalidDataException.class, Logger.class),
				Holding.class.getName(), file.toString()).start();
		try (BufferedReader said = holder.inputReader()) {
			assertEquals("holding", said.readLine());
			FileInUseException e = assertThrows(FileInUseException.class, () -> WriteLock.take(file, Locks.SYSTEM));
			assertTrue(e.holder().contains("process " + holder.pid()), e.holder());
			holder.destroyForcibly().waitFor();
			WriteLock.take(file, Locks.SYSTEM).close();
		} finally {
			holder.destroyForcibly();
		}
		assertEquals(List.of("scan.cxi"), names());
	}

	/** The lock comes first and the name of its holder a moment later; whoever comes in between waits for the name. */
	@Test
	void theNameComesLater() throws Exception {
		Path lock = directory.resolve(".scan.cxi.pxst-lock");
		String holder = String.join("\t", "anna", "beamline-pc", "4711", "2026-01-02T03:04:05Z", "token");
		AtomicInteger looks = new AtomicInteger();
		Locks late = channel -> {
			if (looks.incrementAndGet() == 3)
				Files.writeString(lock, holder);
			return null;
		};
		assertEquals("anna on beamline-pc, process 4711, since 2026-01-02T03:04:05Z",
				assertThrows(FileInUseException.class, () -> WriteLock.take(file, late)).holder());
		assertEquals(3, looks.get());
	}

	/** Holds a lock until it is killed. */
	static final class Holding {
		private Holding() {
		}

		public static void main(String[] arguments) throws Exception {
			WriteLock lock = WriteLock.take(Path.of(arguments[0]), Locks.SYSTEM);
			System.out.println("holding");
			Thread.sleep(Long.MAX_VALUE);
			lock.close();
		}
	}
}
