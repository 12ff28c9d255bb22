// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import sun.misc.Signal;

class InterruptionTest {
	// TERM alone: a shell makes the INT and HUP of what it runs in the background ignored, which is to stay so
	@Test
	void aSignalCancelsAndIsAnnounced() throws InterruptedException {
		CountDownLatch announced = new CountDownLatch(1);
		try (Interruption interruption = new Interruption(announced::countDown, name -> {
		})) {
			assertFalse(interruption.isCancelled());
			Signal.raise(new Signal("TERM"));
			assertTrue(announced.await(30, TimeUnit.SECONDS));
			assertTrue(interruption.isCancelled());
		}
	}

	@Test
	void closingGivesTheSignalBack() throws InterruptedException {
		CountDownLatch outer = new CountDownLatch(1);
		CountDownLatch inner = new CountDownLatch(1);
		try (Interruption first = new Interruption(outer::countDown, name -> {
		})) {
			new Interruption(inner::countDown, name -> {
			}).close();
			Signal.raise(new Signal("TERM"));
			assertTrue(outer.await(30, TimeUnit.SECONDS));
			assertTrue(first.isCancelled());
			assertEquals(1, inner.getCount());
		}
	}

	@Test
	void subTasksAreHeard() {
		List<String> heard = new ArrayList<>();
		try (Interruption interruption = new Interruption(() -> {
		}, heard::add)) {
			interruption.subTask("make_mask");
		}
		assertEquals(List.of("make_mask"), heard);
	}
}
