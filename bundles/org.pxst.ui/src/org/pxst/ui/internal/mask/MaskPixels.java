// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.BitSet;

import org.pxst.core.scan.Mask;

/** The pixels of a mask that is edited: true = good. Not thread-safe. */
public final class MaskPixels {
	private final int rows;
	private final int columns;
	private final boolean[] good;
	private int bad;

	/** @param start what it is at first; copied */
	public MaskPixels(Mask start) {
		rows = start.rows();
		columns = start.columns();
		good = start.good().clone();
		bad = good.length - start.count();
	}

	/** Detector rows M. */
	public int rows() {
		return rows;
	}

	/** Detector columns L. */
	public int columns() {
		return columns;
	}

	/** Number of bad pixels. */
	public int badCount() {
		return bad;
	}

	/** The mask as it is now; a copy. */
	public Mask mask() {
		return new Mask(rows, columns, good.clone());
	}

	/** The bad pixels as they are now, flat (ss, fs); a copy. */
	public boolean[] bad() {
		boolean[] marked = new boolean[good.length];
		for (int p = 0; p < marked.length; p++)
			marked[p] = !good[p];
		return marked;
	}

	/** Whether it is the same as another mask. */
	public boolean equals(Mask other) {
		return differences(other) == 0;
	}

	/** Number of pixels that are not as in another mask of the same shape. */
	public int differences(Mask other) {
		boolean[] others = other.good();
		int n = 0;
		for (int p = 0; p < good.length; p++)
			if (good[p] != others[p])
				n++;
		return n;
	}

	/** What a mode changes in an area. */
	public MaskChange change(BitSet area, MaskMode mode) {
		if (mode == MaskMode.TOGGLE)
			return MaskChange.of(area);
		BitSet flips = new BitSet();
		boolean changing = mode == MaskMode.MASK;
		for (int p = area.nextSetBit(0); p >= 0; p = area.nextSetBit(p + 1))
			if (good[p] == changing)
				flips.set(p);
		return MaskChange.of(flips);
	}

	/** What makes it like another mask of the same shape. */
	public MaskChange changeTo(Mask target) {
		BitSet flips = new BitSet();
		for (int p = 0; p < good.length; p++)
			if (good[p] != target.good()[p])
				flips.set(p);
		return MaskChange.of(flips);
	}

	/** Makes a good pixel bad, or a bad one good. */
	void flip(int pixel) {
		good[pixel] = !good[pixel];
		bad += good[pixel] ? -1 : 1;
	}
}
