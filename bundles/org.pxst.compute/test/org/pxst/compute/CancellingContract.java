// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pxst.core.CancelledException;

/** Stopping early. */
interface CancellingContract extends BackEndContract {
	/** The first look at this monitor waits until another thread has cancelled it, and still finds it not cancelled. */
	final class CancelledElsewhere extends IMonitor.Stub {
		private final CountDownLatch looked = new CountDownLatch(1);
		private final CountDownLatch cancelled = new CountDownLatch(1);
		private boolean first = true;

		private synchronized boolean isFirst() {
			boolean was = first;
			first = false;
			return was;
		}

		@Override
		public boolean isCancelled() {
			if (!isFirst())
				return cancelled.getCount() == 0;
			looked.countDown();
			try {
				cancelled.await();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			return false;
		}

		/** Cancels as soon as the work has begun. */
		void cancelInTheMiddle() throws InterruptedException {
			looked.await();
			cancelled.countDown();
		}
	}

	@ParameterizedTest
	@EnumSource
	default void cancelledBeforehandIsNotDone(Operation operation) {
		RandomCase random = RandomCase.of(1, 9, 8, 6);
		try (ComputeScan scan = open(random)) {
			CancelledException e = assertThrows(CancelledException.class,
					() -> operation.run(scan, random, new WatchedMonitor(1)));
			assertTrue(e.getMessage().endsWith("was cancelled"), e.getMessage());
		}
	}

	@ParameterizedTest
	@EnumSource
	default void cancelledFromAnotherThreadEndsInTheMiddle(Operation operation) throws InterruptedException {
		RandomCase random = RandomCase.of(2, 60, 80, 20);
		try (ComputeScan scan = open(random)) {
			CancelledElsewhere monitor = new CancelledElsewhere();
			Thread canceller = new Thread(() -> {
				try {
					monitor.cancelInTheMiddle();
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
			});
			canceller.start();
			try {
				assertThrows(CancelledException.class, () -> operation.run(scan, random, monitor));
			} finally {
				canceller.interrupt();
				canceller.join();
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	default void cancellingLeavesTheScanAsItWas(Operation operation) throws ReflectiveOperationException {
		RandomCase random = RandomCase.of(3, 21, 19, 9);
		try (ComputeScan scan = open(random)) {
			Bits expected = Bits.of(operation.run(scan, random, monitor()));
			assertThrows(CancelledException.class, () -> operation.run(scan, random, new WatchedMonitor(2)));
			assertEquals(expected, Bits.of(operation.run(scan, random, monitor())));
		}
	}

	@Test
	default void monitorIsLookedAtAgainAndAgain() {
		RandomCase random = RandomCase.of(4, 40, 60, 10);
		try (ComputeScan scan = open(random)) {
			for (Operation operation : Operation.values()) {
				WatchedMonitor monitor = new WatchedMonitor(Long.MAX_VALUE);
				operation.run(scan, random, monitor);
				assertFalse(monitor.looks() < 2, operation + ": " + monitor.looks() + " looks");
			}
		}
	}
}
