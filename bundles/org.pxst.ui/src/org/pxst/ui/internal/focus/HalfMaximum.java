// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import java.util.Optional;

/**
 * Where a sampled profile has half of its largest value, between the outermost samples that reach it, as focus_profile
 * measures widths; straight lines between samples.
 *
 * @param level half of the largest value
 * @param from  where the profile first reaches it, as an index between samples
 * @param to    where it last reaches it
 */
record HalfMaximum(double level, double from, double to) {
	/**
	 * Measures a profile.
	 *
	 * @param profile values; a profile that ends above half its largest value is taken to its end
	 * @return empty when a value is NaN or none is positive
	 */
	static Optional<HalfMaximum> of(double[] profile) {
		double largest = 0;
		for (double v : profile) {
			if (Double.isNaN(v))
				return Optional.empty();
			largest = Math.max(largest, v);
		}
		if (!(largest > 0) || Double.isInfinite(largest))
			return Optional.empty();
		double half = largest / 2;
		int first = 0;
		while (profile[first] < half)
			first++;
		int last = profile.length - 1;
		while (profile[last] < half)
			last--;
		double from = first == 0 ? 0 : first - (profile[first] - half) / (profile[first] - profile[first - 1]);
		double to = last == profile.length - 1 ? last : last + (profile[last] - half) / (profile[last] - profile[last + 1]);
		return Optional.of(new HalfMaximum(half, from, to));
	}

	/** Full width, in samples. */
	double width() {
		return to - from;
	}
}
