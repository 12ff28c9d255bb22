// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.detector;

import java.util.Optional;

import org.pxst.core.scan.Mask;

/**
 * How frames are shown.
 *
 * @param division by the whitefield; empty for counts
 * @param hidden   the mask whose bad pixels are shown as no value; empty to show all
 */
public record FrameLook(Optional<FrameDivision> division, Optional<Mask> hidden) {
	/** As they are in the file. */
	public static final FrameLook RAW = new FrameLook(Optional.empty(), Optional.empty());

	/** Makes what is shown of frames, in place. */
	public void apply(float[] frames) {
		division.ifPresent(d -> d.apply(frames));
		hidden.ifPresent(mask -> hide(frames, mask.good()));
	}

	private static void hide(float[] frames, boolean[] good) {
		for (int from = 0; from < frames.length; from += good.length)
			for (int p = 0; p < good.length; p++)
				if (!good[p])
					frames[from + p] = Float.NaN;
	}
}
