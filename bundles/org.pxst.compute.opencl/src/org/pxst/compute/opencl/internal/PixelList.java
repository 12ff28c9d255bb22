// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import org.pxst.core.scan.Mask;

/**
 * The pixels that count, row by row.
 *
 * @param index     flat index (ss, fs) of each
 * @param rowStarts place in the list of the first one of each row, and at the end their number; M + 1 entries
 */
record PixelList(int[] index, int[] rowStarts) {
	static PixelList of(Mask mask) {
		int[] index = new int[mask.count()];
		int[] rowStarts = new int[mask.rows() + 1];
		int k = 0;
		for (int i = 0; i < mask.rows(); i++) {
			rowStarts[i] = k;
			for (int p = i * mask.columns(); p < (i + 1) * mask.columns(); p++)
				if (mask.good()[p])
					index[k++] = p;
		}
		rowStarts[mask.rows()] = k;
		return new PixelList(index, rowStarts);
	}

	int count() {
		return index.length;
	}
}
