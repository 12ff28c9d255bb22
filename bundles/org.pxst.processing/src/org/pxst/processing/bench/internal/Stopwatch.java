// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench.internal;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Takes the time that work takes, after it was done once without: compilers and caches are warm then.
 *
 * @param repeats how often it is timed
 * @param device  seconds that the device has been computing so far, by its own clock; empty where there is no such clock
 */
record Stopwatch(int repeats, Supplier<OptionalDouble> device) {
	/**
	 * Medians over the repeats.
	 *
	 * @param seconds       by the machine's clock
	 * @param deviceSeconds by the device's; empty where there is none
	 */
	record Time(double seconds, OptionalDouble deviceSeconds) {
	}

	Time time(Runnable work) {
		work.run();
		double[] seconds = new double[repeats];
		double[] deviceSeconds = new double[repeats];
		boolean hasClock = device.get().isPresent();
		for (int k = 0; k < repeats; k++) {
			double before = device.get().orElse(0);
			long start = System.nanoTime();
			work.run();
			seconds[k] = (System.nanoTime() - start) * 1e-9;
			deviceSeconds[k] = device.get().orElse(0) - before;
		}
		return new Time(median(seconds), hasClock ? OptionalDouble.of(median(deviceSeconds)) : OptionalDouble.empty());
	}

	private static double median(double[] values) {
		Arrays.sort(values);
		return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
	}
}
