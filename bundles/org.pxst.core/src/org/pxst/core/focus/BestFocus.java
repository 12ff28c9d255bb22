// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

/**
 * The plane with the largest peak intensity, refined between the planes of the profile. All lengths in m.
 *
 * @param position      of the plane from the nominal focus, positive downstream
 * @param peakSs        position of the peak along the slow scan axis, from the optical axis
 * @param peakFs        position of the peak along the fast scan axis
 * @param fwhmSs        full width at half maximum of the intensity on the line through the peak along the slow scan axis
 * @param fwhmFs        the same along the fast scan axis
 * @param profileFwhmSs full width at half maximum of the intensity along the slow scan axis, summed over the other one
 * @param profileFwhmFs the same along the fast scan axis
 * @param strehl        peak intensity over that of the same amplitude without aberrations, 0 .. 1
 * @param insideRange   whether the plane lies within the planes of the profile, not at an end of those that are sampled
 *                      finely enough; if not, the focus may be elsewhere
 */
public record BestFocus(double position, double peakSs, double peakFs, double fwhmSs, double fwhmFs,
		double profileFwhmSs, double profileFwhmFs, double strehl, boolean insideRange) {
}
