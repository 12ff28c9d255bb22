// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.core.scan.Mask;

/**
 * The pixels that count, as a list in row-major order.
 *
 * @param index flat detector index of each
 */
record GoodPixels(int[] index) {
	static GoodPixels of(Mask mask) {
		int[] index = new int[mask.count()];
		int k = 0;
		for (int p = 0; p < mask.good().length; p++)
			if (mask.good()[p])
				index[k++] = p;
		return new GoodPixels(index);
	}

	int count() {
		return index.length;
	}

	/** Number of pieces of about this many pixels. */
	int pieces(int size) {
		return (index.length + size - 1) / size;
	}
}
