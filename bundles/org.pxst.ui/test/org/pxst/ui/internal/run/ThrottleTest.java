// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Few deliveries, and always the last. */
class ThrottleTest {
	private record Planned(Runnable task, long at) {
	}

	private final List<Planned> planned = new ArrayList<>();
	private final List<Long> delivered = new ArrayList<>();
	private long now;
	private final Throttle throttle = new Throttle(Duration.ofNanos(100), (task, nanos) -> planned.add(new Planned(task, now + nanos)),
			() -> now, () -> delivered.add(now));

	private void runUntil(long end) {
		while (!planned.isEmpty() && planned.get(0).at() <= end) {
			Planned next = planned.remove(0);
			now = next.at();
			next.task().run();
		}
		now = end;
	}

	@Test
	void theFirstIsDeliveredAtOnce() {
		throttle.request();
		runUntil(0);
		assertEquals(List.of(0L), delivered);
	}

	@Test
	void manyRequestsMakeOneDeliveryAPeriodAndTheLastIsDelivered() {
		for (int k = 0; k < 1000; k++) {
			throttle.request();
			runUntil(k);
		}
		runUntil(5000);
		assertEquals(List.of(0L, 100L, 200L, 300L, 400L, 500L, 600L, 700L, 800L, 900L, 1000L), delivered);
		assertEquals(List.of(), planned);
	}

	@Test
	void aRequestAfterAPauseIsDeliveredAtOnce() {
		throttle.request();
		runUntil(500);
		throttle.request();
		runUntil(500);
		assertEquals(List.of(0L, 500L), delivered);
	}

	@Test
	void aSlowReceiverIsNotFlooded() {
		throttle.request();
		throttle.request();
		assertEquals(1, planned.size());
		now = 250;
		planned.remove(0).task().run();
		throttle.request();
		assertEquals(350, planned.get(0).at());
	}
}
