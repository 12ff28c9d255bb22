// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.ForkJoinPool;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same results on every run, down to the last bit, whatever the number of threads. */
interface RepeatabilityContract extends BackEndContract {
	private static RandomCase random() {
		return RandomCase.of(77, 37, 61, 23);
	}

	@ParameterizedTest
	@EnumSource
	default void secondRunGivesTheSameBits(Operation operation) throws ReflectiveOperationException {
		RandomCase random = random();
		try (ComputeScan scan = open(random); ComputeScan again = open(random)) {
			Bits first = Bits.of(operation.run(scan, random, monitor()));
			assertEquals(first, Bits.of(operation.run(scan, random, monitor())));
			assertEquals(first, Bits.of(operation.run(again, random, monitor())));
		}
	}

	@ParameterizedTest
	@EnumSource
	default void numberOfThreadsDoesNotMatter(Operation operation) throws Exception {
		RandomCase random = random();
		try (ComputeScan scan = open(random)) {
			Bits expected = Bits.of(operation.run(scan, random, monitor()));
			for (int threads : new int[] { 1, 2, 4 }) {
				ForkJoinPool pool = new ForkJoinPool(threads);
				try {
					assertEquals(expected,
							pool.submit(() -> Bits.of(operation.run(scan, random, monitor()))).get(),
							threads + " threads");
				} finally {
					pool.shutdown();
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	default void otherOperationsLeaveNoTrace(Operation operation) throws ReflectiveOperationException {
		RandomCase random = RandomCase.of(78, 11, 13, 9);
		try (ComputeScan scan = open(random)) {
			Bits expected = Bits.of(operation.run(scan, random, monitor()));
			for (Operation other : Operation.values())
				other.run(scan, random, monitor());
			assertEquals(expected, Bits.of(operation.run(scan, random, monitor())));
		}
	}
}
