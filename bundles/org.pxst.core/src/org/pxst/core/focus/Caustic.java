// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

/**
 * The beam along one axis of the detector, summed over the other one, plane by plane.
 * <p>
 * Sample x of a plane is at {@code (x - samples / 2) voxel} from the optical axis (integer division); exactly, in a plane
 * at zeta from the nominal focus the voxel is smaller by the factor 1 - zeta / z, which the widths take into account.
 *
 * @param planes    number of planes
 * @param samples   number of samples a plane
 * @param voxel     sample spacing lambda z / (samples p) in m, p the detector pixel
 * @param intensity light per sample, flat (plane, sample); a plane's sum is the light in the pupil. NaN in planes where the
 *                  pupil is sampled too coarsely
 * @param fwhm      full width at half maximum in each plane in m, between the outermost points that reach half the
 *                  largest value; not bound to the samples. NaN as above
 * @param bestFocus plane with the largest peak of this profile, m from the nominal focus, refined between planes
 * @param bestFwhm  full width at half maximum there, m
 */
public record Caustic(int planes, int samples, double voxel, float[] intensity, double[] fwhm, double bestFocus,
		double bestFwhm) {
	/** Light in a sample of a plane. */
	public float at(int plane, int sample) {
		return intensity[plane * samples + sample];
	}
}
