// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.BitSet;

/**
 * Pixels of a mask that change from good to bad or back: taking it back is doing it again. Holds one bit for each pixel
 * between the first and the last one that change.
 *
 * @param first flat index of the first one
 * @param flips those that change, counted from the first one; not changed afterwards
 */
public record MaskChange(int first, BitSet flips) {
	/**
	 * A change of these pixels.
	 *
	 * @param pixels flat (ss, fs); copied
	 */
	public static MaskChange of(BitSet pixels) {
		int first = Math.max(0, pixels.nextSetBit(0));
		return new MaskChange(first, pixels.get(first, pixels.length()));
	}

	/** Whether no pixel changes. */
	public boolean isEmpty() {
		return flips.isEmpty();
	}

	/** Does it, or takes it back. */
	public void apply(MaskPixels pixels) {
		for (int p = flips.nextSetBit(0); p >= 0; p = flips.nextSetBit(p + 1))
			pixels.flip(first + p);
	}

	/** Both changes, one after the other. */
	public MaskChange and(MaskChange next) {
		BitSet both = new BitSet();
		addTo(both);
		next.addTo(both);
		return of(both);
	}

	private void addTo(BitSet pixels) {
		for (int p = flips.nextSetBit(0); p >= 0; p = flips.nextSetBit(p + 1))
			pixels.flip(first + p);
	}
}
