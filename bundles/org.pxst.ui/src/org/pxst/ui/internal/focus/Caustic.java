// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import java.util.stream.IntStream;

/**
 * The beam along one axis of the detector, summed over the other one, plane by plane. Sample x is at
 * {@code (x - samples / 2) voxel} from the optical axis (integer division).
 *
 * @param axis    "ss" or "fs"
 * @param samples samples of a plane
 * @param voxel   distance of the samples, m, &gt; 0
 * @param light   flat (plane, sample), the largest is 1; NaN in planes for which the detector's pixels are too coarse
 * @param fwhm    full width at half maximum in each plane, m, as focus_profile found it; NaN as above
 * @param best    plane with the highest peak, m from the nominal focus; NaN when the file does not say
 */
record Caustic(String axis, int samples, double voxel, float[] light, double[] fwhm, double best) {
	/** Number of planes. */
	int planes() {
		return fwhm.length;
	}

	/** Position of a sample, m. */
	double position(double sample) {
		return (sample - samples / 2) * voxel;
	}

	/** The profile in a plane. */
	double[] profile(int plane) {
		return IntStream.range(0, samples).mapToDouble(x -> light[plane * samples + x]).toArray();
	}
}
