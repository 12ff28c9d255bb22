// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;

/** Order, memory, failure and cancelling of reading ahead. */
@Timeout(60)
class FrameReadAheadTest {
	private static final IMonitor NOBODY_CANCELS = new IMonitor.Stub();

	private static int[] upTo(int count) {
		return IntStream.range(0, count).toArray();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Takes all. */
	private static <T> List<T> all(FrameReadAhead<T> ahead) {
		List<T> taken = new ArrayList<>();
		while (ahead.hasNext())
			taken.add(ahead.next());
		return taken;
	}

	@Test
	void framesComeInTheOrderOfTheIndices() {
		int[] frames = new Random(1).ints(500, 0, 1000).toArray();
		Random delays = new Random(2);
		int[] spins = delays.ints(1000, 0, 20_000).toArray();
		IntFunction<Integer> reader = n -> {
			for (int k = 0; k < spins[n]; k++)
				Thread.onSpinWait();
			return n;
		};
		for (int threads : new int[] { 1, 2, 7 })
			try (FrameReadAhead<Integer> ahead = new FrameReadAhead<>(frames, reader, threads, NOBODY_CANCELS)) {
				assertEquals(IntStream.of(frames).boxed().toList(), all(ahead));
				assertFalse(ahead.hasNext());
				assertThrows(NoSuchElementException.class, ahead::next);
			}
	}

	@Test
	void noFramesAtAll() {
		try (FrameReadAhead<Integer> ahead = new FrameReadAhead<>(new int[0], n -> n, 2, NOBODY_CANCELS)) {
			assertFalse(ahead.hasNext());
		}
		assertThrows(IllegalArgumentException.class,
				() -> new FrameReadAhead<>(new int[0], n -> n, 0, NOBODY_CANCELS));
	}

	@Test
	void nothingIsReadBeforeTheFirstIsAskedForAndNoMoreThanTwoAThread() {
		AtomicInteger begun = new AtomicInteger();
		int processors = Runtime.getRuntime().availableProcessors();
		try (FrameReadAhead<Integer> ahead = new FrameReadAhead<>(upTo(100), n -> {
			begun.incrementAndGet();
			return n;
		}, 2, NOBODY_CANCELS)) {
			assertEquals(0, begun.get());
			for (int taken = 1; taken <= 100; taken++) {
				ahead.next();
				int most = Math.min(100, taken + 2 * Math.min(2, processors));
				assertTrue(begun.get() <= most, begun + " read when " + taken + " were taken");
			}
		}
		assertEquals(100, begun.get());
	}

	@Test
	void severalAreReadAtOnceButNoMoreThanThereAreProcessors() {
		Set<Thread> seen = ConcurrentHashMap.newKeySet();
		int processors = Runtime.getRuntime().availableProcessors();
		int threads = Math.min(3, processors);
		CountDownLatch together = new CountDownLatch(threads);
		try (FrameReadAhead<Integer> ahead = new FrameReadAhead<>(upTo(50), n -> {
			seen.add(Thread.currentThread());
			together.countDown();
			// goes on only when all threads are at work
			await(together);
			return n;
		}, 3, NOBODY_CANCELS)) {
			assertEquals(50, all(ahead).size());
		}
		assertEquals(threads, seen.size());
		seen.forEach(thread -> assertTrue(thread.isDaemon()));
	}

	@Test
	void failureOfTheReaderReachesTheTakerAtItsFrame() {
		for (Throwable thrown : List.of(new InvalidDataException("frame 7 of scan.cxi cannot be read"),
				new OutOfMemoryError("frames"))) {
			try (FrameReadAhead<Integer> ahead = new FrameReadAhead<>(upTo(40), n -> {
				if (n == 7 && thrown instanceof RuntimeException e)
					throw e;
				if (n == 7)
					throw (Error) thrown;
				return n;
			}, 2, NOBODY_CANCELS)) {
				for (int n = 0; n < 7; n++)
					assertEquals(n, ahead.next());
				assertSame(thrown, assertThrows(Throwable.class, ahead::next));
				assertFalse(ahead.hasNext());
				assertThrows(NoSuchElementException.class, ahead::next);
			}
		}
	}

	@Test
	void cancelledBeforeTheFirst() {
		AtomicInteger begun = new AtomicInteger();
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		try (FrameReadAhead<Integer> ahead = new FrameReadAhead<>(upTo(9), n -> begun.incrementAndGet(), 2, cancelled)) {
			assertThrows(CancelledException.class, ahead::next);
		}
		assertEquals(0, begun.get());
	}

	@Test
	void cancelledWhileTheReaderHangs() throws InterruptedException {
		CountDownLatch hanging = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		Set<Thread> readers = ConcurrentHashMap.newKeySet();
		Set<Integer> read = ConcurrentHashMap.newKeySet();
		IMonitor monitor = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return hanging.getCount() == 0;
			}
		};
		try (FrameReadAhead<Integer> ahead = new FrameReadAhead<>(upTo(100), n -> {
			readers.add(Thread.currentThread());
			read.add(n);
			if (n >= 3) {
				hanging.countDown();
				await(release);
			}
			return n;
		}, 2, monitor)) {
			assertThrows(CancelledException.class, () -> all(ahead));
		}
		release.countDown();
		// the readers end with the frame that they are at, and no other is begun
		for (Thread thread : readers)
			thread.join();
		assertTrue(read.size() <= 3 + readers.size(), read + " were read");
	}

	@Test
	void interruptingTheTakerCancels() {
		CountDownLatch release = new CountDownLatch(1);
		try (FrameReadAhead<Integer> ahead = new FrameReadAhead<>(upTo(4), n -> {
			await(release);
			return n;
		}, 1, NOBODY_CANCELS)) {
			Thread.currentThread().interrupt();
			assertThrows(CancelledException.class, ahead::next);
			assertTrue(Thread.interrupted());
			release.countDown();
		}
	}

	@Test
	void closingEndsTheThreads() throws InterruptedException {
		Set<Thread> readers = ConcurrentHashMap.newKeySet();
		try (FrameReadAhead<Integer> ahead = new FrameReadAhead<>(upTo(100), n -> {
			readers.add(Thread.currentThread());
			return n;
		}, 2, NOBODY_CANCELS)) {
			ahead.next();
		}
		assertFalse(readers.isEmpty());
		for (Thread thread : readers)
			thread.join();
	}
}
