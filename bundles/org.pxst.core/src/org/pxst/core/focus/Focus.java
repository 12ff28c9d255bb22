// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

/**
 * Result of focus_profile.
 *
 * @param planes  where the planes are
 * @param ss      profile along the slow scan axis
 * @param fs      profile along the fast scan axis
 * @param aliased for each plane, the part of the light, 0 .. 1, at pupil pixels whose phase differs by more than half a
 *                turn from a neighbour's: it comes out in the wrong place. Planes with more than
 *                {@link FocusProfile#MOST_ALIASED} hold NaN; not copied, must not be changed afterwards
 * @param best    plane with the largest peak intensity
 */
public record Focus(FocusPlanes planes, Caustic ss, Caustic fs, double[] aliased, BestFocus best) {
	/** Best focus along ss less best focus along fs, m. */
	public double astigmatism() {
		return ss.bestFocus() - fs.bestFocus();
	}

	/** Number of planes for which the detector's pixels are too coarse. */
	public int aliasedPlanes() {
		int count = 0;
		for (double part : aliased)
			if (part > FocusProfile.MOST_ALIASED)
				count++;
		return count;
	}
}
