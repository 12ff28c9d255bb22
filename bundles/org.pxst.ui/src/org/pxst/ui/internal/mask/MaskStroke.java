// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.BitSet;

/** A stroke of the brush while it is drawn: each pixel changes once, however often the brush passes it. */
final class MaskStroke {
	private final MaskPixels pixels;
	private final MaskMode mode;
	private final BitSet passed = new BitSet();
	private MaskChange change = MaskChange.of(new BitSet());

	MaskStroke(MaskPixels pixels, MaskMode mode) {
		this.pixels = pixels;
		this.mode = mode;
	}

	/**
	 * Draws on.
	 *
	 * @param pixelsPassed flat (ss, fs)
	 * @return whether a pixel changed
	 */
	boolean extend(BitSet pixelsPassed) {
		BitSet next = (BitSet) pixelsPassed.clone();
		next.andNot(passed);
		passed.or(next);
		MaskChange step = pixels.change(next, mode);
		step.apply(pixels);
		change = change.and(step);
		return !step.isEmpty();
	}

	/** All that it changed so far; the pixels have it already. */
	MaskChange change() {
		return change;
	}
}
