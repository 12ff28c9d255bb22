// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.BitSet;

import io.jhdf.exceptions.HdfException;

/**
 * Parts of a data set that were never written, or whose source is missing, by index along the first axis.
 *
 * @param whole  indices of which there is nothing
 * @param partly indices of which something is missing
 */
record Gaps(BitSet whole, BitSet partly) {
	/** Everything is there. */
	static Gaps none() {
		return new Gaps(new BitSet(), new BitSet());
	}

	/** Nothing is there. */
	static Gaps all(long[] dims) {
		Gaps gaps = none();
		gaps.whole.set(0, indices(dims));
		return gaps;
	}

	/**
	 * Number of indices along the first axis.
	 *
	 * @throws HdfException when there are more than can be counted
	 */
	static int indices(long[] dims) {
		long indices = dims.length == 0 ? 1 : dims[0];
		if (indices > Integer.MAX_VALUE)
			throw new HdfException("more than " + Integer.MAX_VALUE + " along the first axis");
		return (int) indices;
	}

	/** Whether everything is there. */
	boolean isEmpty() {
		return whole.isEmpty() && partly.isEmpty();
	}

	/** Indices for a reader: "5, 9-10". A long list is cut short. */
	static String text(BitSet indices) {
		StringBuilder text = new StringBuilder();
		int from = indices.nextSetBit(0);
		for (int ranges = 0; from >= 0; ranges++) {
			if (ranges == 8)
				return text.append(", ...").toString();
			int to = indices.nextClearBit(from) - 1;
			text.append(ranges == 0 ? "" : ", ").append(from).append(to > from ? "-" + to : "");
			from = indices.nextSetBit(to + 1);
		}
		return text.toString();
	}
}
