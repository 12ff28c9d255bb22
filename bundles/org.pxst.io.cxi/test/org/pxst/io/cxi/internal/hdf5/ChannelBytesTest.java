// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.CancelledException;

/** Bytes are read by position, and a thread that is interrupted disturbs no other. */
class ChannelBytesTest {
	private static final int LENGTH = 3_000_000;
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void write() throws IOException {
		file = directory.resolve("bytes");
		byte[] content = new byte[LENGTH];
		for (int k = 0; k < LENGTH; k++)
			content[k] = value(k);
		Files.write(file, content);
	}

	private static byte value(long position) {
		return (byte) (position * 31 >> 5);
	}

	private static void assertRead(FileBytes bytes, long position, ByteBuffer target) throws IOException {
		int start = target.position();
		int limit = target.limit();
		bytes.read(position, target);
		assertEquals(limit, target.position());
		assertEquals(limit, target.limit());
		for (int k = start; k < limit; k += 997)
			assertEquals(value(position + k - start), target.get(k));
	}

	@Test
	void anyPosition() throws IOException {
		try (FileBytes bytes = new ChannelBytes(file)) {
			assertEquals(LENGTH, bytes.length());
			assertRead(bytes, 0, ByteBuffer.allocate(10));
			assertRead(bytes, 77, ByteBuffer.allocate(LENGTH - 77));
			assertRead(bytes, 77, ByteBuffer.allocateDirect(LENGTH - 77));
			assertRead(bytes, 500_000, ByteBuffer.allocate(100).position(20).limit(60));
			assertRead(bytes, LENGTH, ByteBuffer.allocate(0));
		}
	}

	@Test
	void theFileEnds() throws IOException {
		try (FileBytes bytes = new ChannelBytes(file)) {
			ByteBuffer target = ByteBuffer.allocate(11);
			assertThrows(EOFException.class, () -> bytes.read(LENGTH - 10, target));
			assertEquals(11, target.limit());
			assertThrows(EOFException.class, () -> bytes.read(Long.MAX_VALUE / 2, ByteBuffer.allocate(1)));
		}
	}

	@Test
	void closed() throws IOException {
		FileBytes bytes = new ChannelBytes(file);
		bytes.close();
		bytes.close();
		assertThrows(ClosedChannelException.class, () -> bytes.read(0, ByteBuffer.allocate(1)));
		assertThrows(ClosedChannelException.class, bytes::length);
	}

	@Test
	void anInterruptedThreadStopsAndNoOther() throws Exception {
		try (FileBytes bytes = new ChannelBytes(file)) {
			AtomicReference<Throwable> wrong = new AtomicReference<>();
			AtomicInteger cancelled = new AtomicInteger();
			AtomicInteger reads = new AtomicInteger();
			Thread steady = new Thread(() -> {
				try {
					while (cancelled.get() < 20) {
						assertRead(bytes, 1234, ByteBuffer.allocate(2_000_000));
						reads.incrementAndGet();
					}
				} catch (Throwable e) {
					wrong.set(e);
				}
			});
			steady.start();
			for (int k = 0; k < 20; k++) {
				int before = reads.get();
				AtomicInteger begun = new AtomicInteger();
				Thread interrupted = new Thread(() -> {
					try {
						while (true) {
							assertRead(bytes, 1234, ByteBuffer.allocate(2_000_000));
							begun.incrementAndGet();
						}
					} catch (CancelledException e) {
						cancelled.incrementAndGet();
						if (!Thread.currentThread().isInterrupted())
							wrong.set(e);
					} catch (Throwable e) {
						wrong.set(e);
						cancelled.incrementAndGet();
					}
				});
				interrupted.start();
				while ((begun.get() == 0 || reads.get() == before) && wrong.get() == null)
					Thread.onSpinWait();
				interrupted.interrupt();
				interrupted.join();
			}
			steady.join();
			if (wrong.get() != null)
				throw new AssertionError(wrong.get());
			assertEquals(20, cancelled.get());
			assertRead(bytes, 5, ByteBuffer.allocate(10));
		}
	}

	/** After an interrupt the file is opened again; another one under the same name is not taken for it. */
	@Test
	void anotherFileTakesTheName() throws Exception {
		assumeTrue(Files.readAttributes(file, BasicFileAttributes.class).fileKey() != null,
				"the system does not tell files apart");
		try (FileBytes bytes = new ChannelBytes(file)) {
			Path other = directory.resolve("other");
			Files.write(other, new byte[LENGTH]);
			Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
			assertRead(bytes, 5, ByteBuffer.allocate(10));
			String reason = null;
			// an interrupt closes the channel only when it comes during a read
			for (int trial = 0; trial < 1000 && reason == null; trial++) {
				interruptAReader(bytes);
				try {
					assertRead(bytes, 5, ByteBuffer.allocate(10));
				} catch (IOException e) {
					reason = e.getMessage();
				}
			}
			assertTrue(reason != null && reason.contains("replaced"), reason);
		}
	}

	private static void interruptAReader(FileBytes bytes) throws InterruptedException {
		AtomicInteger reads = new AtomicInteger();
		Thread reader = new Thread(() -> {
			ByteBuffer target = ByteBuffer.allocateDirect(LENGTH);
			try {
				while (true) {
					bytes.read(0, target.clear());
					reads.incrementAndGet();
				}
			} catch (IOException | CancelledException e) {
				reads.incrementAndGet();
			}
		});
		reader.start();
		while (reads.get() < 3)
			Thread.onSpinWait();
		reader.interrupt();
		reader.join();
	}
}
