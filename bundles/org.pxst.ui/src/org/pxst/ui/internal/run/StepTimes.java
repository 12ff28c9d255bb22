// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;

import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.pxst.compute.ComputeRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long steps take, learned from how long they took: seconds per sample, for each step, device and order of magnitude of the
 * scan, as the fixed part of a step's time would mislead for scans of another size. Newer times count more. Callable from any
 * thread.
 */
final class StepTimes {
	private static final Logger LOG = LoggerFactory.getLogger(StepTimes.class);
	/** What a new time counts against all before. */
	private static final double WEIGHT = 0.4;
	private static final double UNKNOWN = 0;

	private final Supplier<Preferences> kept;

	/** @param kept where they are kept; asked for at the first use */
	StepTimes(Supplier<Preferences> kept) {
		this.kept = kept;
	}

	/**
	 * How long a step will take.
	 *
	 * @param step    its name
	 * @param device  that was asked for
	 * @param samples frames times pixels; NaN when nobody knows
	 * @return s; empty when it has not run yet on a scan like this
	 */
	synchronized OptionalDouble expected(String step, ComputeRequest device, double samples) {
		if (!(samples >= 1))
			return OptionalDouble.empty();
		double each = kept.get().getDouble(key(step, device, samples), UNKNOWN);
		return each > 0 ? OptionalDouble.of(each * samples) : OptionalDouble.empty();
	}

	/**
	 * Learns.
	 *
	 * @param seconds that the step took
	 */
	synchronized void learn(String step, ComputeRequest device, double samples, double seconds) {
		if (!(samples >= 1) || !(seconds > 0))
			return;
		String key = key(step, device, samples);
		double before = kept.get().getDouble(key, UNKNOWN);
		double now = seconds / samples;
		kept.get().putDouble(key, before > 0 ? before + WEIGHT * (now - before) : now);
		try {
			kept.get().flush();
		} catch (BackingStoreException e) {
			LOG.warn("the time of {} cannot be stored", step, e);
		}
	}

	private static String key(String step, ComputeRequest device, double samples) {
		return step + '@' + device.backEnd().toLowerCase(Locale.ROOT) + "@1e" + (int) Math.log10(samples);
	}
}
