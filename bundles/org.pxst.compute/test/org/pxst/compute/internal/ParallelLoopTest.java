// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.WatchedMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;

class ParallelLoopTest {
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 1000 })
	void runsEachPieceOnce(int count) {
		AtomicIntegerArray runs = new AtomicIntegerArray(count);
		new ParallelLoop("counting", new IMonitor.Stub()).run(count, runs::incrementAndGet);
		for (int k = 0; k < count; k++)
			assertEquals(1, runs.get(k), "piece " + k);
	}

	@Test
	void cancelledLoopRunsNothingAndSaysWhatWasCancelled() {
		AtomicInteger runs = new AtomicInteger();
		CancelledException e = assertThrows(CancelledException.class,
				() -> new ParallelLoop("counting", new WatchedMonitor(1)).run(100, k -> runs.incrementAndGet()));
		assertEquals("counting was cancelled", e.getMessage());
		assertEquals(0, runs.get());
	}

	@Test
	void cancelledLoopStopsBeforeTheEnd() {
		AtomicInteger runs = new AtomicInteger();
		assertThrows(CancelledException.class,
				() -> new ParallelLoop("counting", new WatchedMonitor(51)).run(100, k -> runs.incrementAndGet()));
		assertTrue(runs.get() <= 50, runs.get() + " pieces");
	}

	@Test
	void cancelledInTheLastPieceIsNotDone() {
		AtomicInteger runs = new AtomicInteger();
		assertThrows(CancelledException.class,
				() -> new ParallelLoop("counting", new WatchedMonitor(101)).run(100, k -> runs.incrementAndGet()));
		assertEquals(100, runs.get());
	}

	@Test
	void emptyLoopCanBeCancelled() {
		ParallelLoop loop = new ParallelLoop("nothing", new WatchedMonitor(1));
		assertThrows(CancelledException.class, () -> loop.run(0, k -> {
		}));
	}

	@Test
	void errorOfAPieceIsPassedOn() {
		InvalidDataException error = new InvalidDataException("piece 700 is broken");
		ParallelLoop loop = new ParallelLoop("breaking", new IMonitor.Stub());
		assertSame(error, assertThrows(InvalidDataException.class, () -> loop.run(1000, k -> {
			if (k == 700)
				throw error;
		})));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 100 })
	void noMoreScratchIsMadeThanAllowedAndPiecesGetOneEach(int most) {
		AtomicInteger made = new AtomicInteger();
		AtomicIntegerArray runs = new AtomicIntegerArray(500);
		new ParallelLoop("counting", new IMonitor.Stub()).run(500, most, made::incrementAndGet, (scratch, k) -> {
			assertTrue(scratch >= 1 && scratch <= most);
			runs.incrementAndGet(k);
		});
		assertTrue(made.get() >= 1 && made.get() <= Math.min(most, Runtime.getRuntime().availableProcessors()));
		for (int k = 0; k < 500; k++)
			assertEquals(1, runs.get(k), "piece " + k);
	}

	@Test
	void loopWithoutPiecesNeedsNoScratch() {
		AtomicInteger made = new AtomicInteger();
		new ParallelLoop("nothing", new IMonitor.Stub()).run(0, made::incrementAndGet, (scratch, k) -> {
		});
		assertEquals(0, made.get());
	}

	@Test
	void afterAnErrorNoOtherPieceIsBegun() {
		AtomicInteger begun = new AtomicInteger();
		assertThrows(InvalidDataException.class, () -> new ParallelLoop("breaking", new IMonitor.Stub()).run(100_000, k -> {
			begun.incrementAndGet();
			throw new InvalidDataException("piece " + k);
		}));
		assertTrue(begun.get() <= Runtime.getRuntime().availableProcessors(), begun.get() + " pieces");
	}

	@Test
	void pieceIsNotBegunAfterItsMonitorWasCancelled() {
		AtomicInteger begun = new AtomicInteger();
		IMonitor monitor = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return begun.get() > 0;
			}
		};
		assertThrows(CancelledException.class,
				() -> new ParallelLoop("counting", monitor).run(100_000, k -> begun.incrementAndGet()));
		assertTrue(begun.get() <= Runtime.getRuntime().availableProcessors() + 1, begun.get() + " pieces");
	}
}
