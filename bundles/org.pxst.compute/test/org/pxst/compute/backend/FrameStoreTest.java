// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.pxst.core.PxstException;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class FrameStoreTest {
	private static final String PLACE = "java.io.tmpdir";
	private static final int FRAMES = 7;
	private static final int ROWS = 5;
	private static final int ROW_BYTES = 6;

	@TempDir
	Path directory;
	private String before;

	@BeforeEach
	void moveTemporaryFiles() {
		before = System.setProperty(PLACE, directory.toString());
	}

	@AfterEach
	void moveBack() {
		System.setProperty(PLACE, before);
	}

	private static byte[] frame(int k) {
		byte[] bytes = new byte[ROWS * ROW_BYTES];
		new Random(k).nextBytes(bytes);
		return bytes;
	}

	private long files() throws IOException {
		try (Stream<Path> list = Files.list(directory)) {
			return list.count();
		}
	}

	private static byte[] rows(FrameStore store, int k, int row, int count) {
		ByteBuffer target = ByteBuffer.allocate(3 + count * ROW_BYTES);
		target.position(3);
		store.read(k, row, count, target);
		assertEquals(target.limit(), target.position());
		byte[] bytes = new byte[count * ROW_BYTES];
		target.get(3, bytes);
		return bytes;
	}

	private static byte[] part(byte[] frame, int row, int count) {
		return Arrays.copyOfRange(frame, row * ROW_BYTES, (row + count) * ROW_BYTES);
	}

	@Test
	void rowsComeBackAsTheyWerePut() {
		try (FrameStore store = FrameStore.create(FRAMES, ROWS, ROW_BYTES)) {
			for (int k = FRAMES - 1; k >= 0; k--) {
				ByteBuffer frame = k % 2 == 0 ? ByteBuffer.wrap(frame(k))
						: ByteBuffer.allocateDirect(ROWS * ROW_BYTES).put(frame(k)).flip();
				store.put(k, frame);
				assertEquals(0, frame.position());
				assertEquals(ROWS * ROW_BYTES, frame.limit());
			}
			for (int k = 0; k < FRAMES; k++)
				for (int row = 0; row < ROWS; row++)
					for (int count = 0; count <= ROWS - row; count++)
						assertArrayEquals(part(frame(k), row, count), rows(store, k, row, count));
		}
	}

	@Test
	void severalThreadsMayPutAndRead() {
		try (FrameStore store = FrameStore.create(200, ROWS, ROW_BYTES)) {
			IntStream.range(0, 200).parallel().forEach(k -> store.put(k, ByteBuffer.wrap(frame(k))));
			assertTrue(IntStream.range(0, 200).parallel()
					.allMatch(k -> Arrays.equals(part(frame(k), 1, 3), rows(store, k, 1, 3))));
		}
	}

	@Test
	void fileIsGoneWhenTheStoreIsClosed() throws IOException {
		FrameStore store = FrameStore.create(FRAMES, ROWS, ROW_BYTES);
		store.put(0, ByteBuffer.wrap(frame(0)));
		store.close();
		assertEquals(0, files());
		assertThrows(PxstException.class, () -> store.put(1, ByteBuffer.wrap(frame(1))));
	}

	@Test
	void tooLittleRoomIsSaidBeforeAnythingIsWritten() throws IOException {
		PxstException e = assertThrows(PxstException.class,
				() -> FrameStore.create(1 << 30, 1 << 20, 1 << 12));
		assertTrue(e.getMessage().contains(directory.toString()), e.getMessage());
		assertTrue(e.getMessage().contains("TMPDIR"), e.getMessage());
		assertEquals(1, e.getMessage().lines().count());
		assertEquals(0, files());
	}

	@Test
	void directoryThatIsNotThereIsNamed() {
		System.setProperty(PLACE, directory.resolve("missing").toString());
		PxstException e = assertThrows(PxstException.class, () -> FrameStore.create(1, 1, 1));
		assertTrue(e.getMessage().contains("missing"), e.getMessage());
	}

	@Test
	void readingWhatWasNotPutIsAnError() {
		try (FrameStore store = FrameStore.create(FRAMES, ROWS, ROW_BYTES)) {
			store.put(0, ByteBuffer.wrap(frame(0)));
			PxstException e = assertThrows(PxstException.class, () -> rows(store, 3, 0, 1));
			assertTrue(e.getMessage().contains("shorter"), e.getMessage());
		}
	}
}
