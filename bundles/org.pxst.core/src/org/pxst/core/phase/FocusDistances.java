// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import org.pxst.core.initial.Defocus;

/**
 * Where the foci of the two axes lie, from {@link GetDefocus}. SI units.
 *
 * @param defocus          focus to sample of each axis
 * @param sampleToDetector sample to detector, m
 */
public record FocusDistances(Defocus defocus, double sampleToDetector) {
	/** Half the difference of the focus-to-sample distances in m, positive when the slow scan focus is further upstream. */
	public double astigmatism() {
		return (defocus.ss() - defocus.fs()) / 2;
	}

	/** Focus to detector along the slow scan axis, m. */
	public double focusToDetectorSs() {
		return defocus.ss() + sampleToDetector;
	}

	/** Focus to detector along the fast scan axis, m. */
	public double focusToDetectorFs() {
		return defocus.fs() + sampleToDetector;
	}
}
