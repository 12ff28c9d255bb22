// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopwatchTest {
	private final AtomicInteger runs = new AtomicInteger();

	/** The n-th run takes n squared seconds of the device's clock, the first one does not count. */
	@ParameterizedTest
	@CsvSource({ "1, 4", "2, 6.5", "3, 9", "4, 12.5" })
	void takesTheMedianAfterOneRunThatDoesNotCount(int repeats, double median) {
		double[] clock = { 100 };
		Stopwatch.Time time = new Stopwatch(repeats, () -> OptionalDouble.of(clock[0])).time(() -> {
			int run = runs.incrementAndGet();
			clock[0] += run * run;
		});
		assertEquals(repeats + 1, runs.get());
		assertEquals(median, time.deviceSeconds().orElseThrow(), 1e-9);
		assertTrue(time.seconds() >= 0);
	}

	@Test
	void doesWithoutAClockOfTheDevice() {
		assertTrue(new Stopwatch(2, OptionalDouble::empty).time(runs::incrementAndGet).deviceSeconds().isEmpty());
		assertEquals(3, runs.get());
	}
}
