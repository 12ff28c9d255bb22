// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.PixelTranslations;

/**
 * How many frames see each pixel of the reference image: a frame sees a pixel when at least one of its own pixels is merged
 * into it, that is, lies less than a pixel away along both axes (bilinear merging; paper, equation 3).
 *
 * @param map          pixel map (M, L)
 * @param inUse        pixels of it that count, flat (ss, fs)
 * @param translations positions of the frames, reference pixels
 * @param frames       frames that count; their positions are finite
 */
public record Coverage(PixelMap map, boolean[] inUse, PixelTranslations translations, int[] frames) {
	/**
	 * Counts.
	 *
	 * @param rows    of the reference image
	 * @param columns of the reference image
	 * @param n0      its origin along the slow scan axis, pixels
	 * @param m0      its origin along the fast scan axis
	 * @param monitor to stop it
	 * @return number of frames, NaN where there is none
	 * @throws CancelledException when the monitor asks for it
	 */
	public Image count(int rows, int columns, double n0, double m0, IMonitor monitor) {
		int[] counts = new int[rows * columns];
		int[] lastSeen = new int[rows * columns];
		for (int k = 0; k < frames.length; k++) {
			if (monitor.isCancelled())
				throw new CancelledException("coverage");
			double offsetSs = n0 - translations.ss()[frames[k]];
			double offsetFs = m0 - translations.fs()[frames[k]];
			// a number of its own for each frame, so that no pixel counts twice
			int mark = k + 1;
			for (int p = 0; p < inUse.length; p++)
				if (inUse[p])
					see(map.ss()[p] + offsetSs, map.fs()[p] + offsetFs, rows, columns, mark, counts, lastSeen);
		}
		float[] seen = new float[counts.length];
		for (int q = 0; q < seen.length; q++)
			seen[q] = counts[q] == 0 ? Float.NaN : counts[q];
		return new Image(rows, columns, seen);
	}

	private static void see(double ss, double fs, int rows, int columns, int mark, int[] counts, int[] lastSeen) {
		int i0 = (int) Math.floor(ss);
		int j0 = (int) Math.floor(fs);
		// the neighbour after a whole number has no part in it
		int i1 = ss > i0 ? i0 + 1 : i0;
		int j1 = fs > j0 ? j0 + 1 : j0;
		for (int i = Math.max(0, i0); i <= i1 && i < rows; i++)
			for (int j = Math.max(0, j0); j <= j1 && j < columns; j++) {
				int q = i * columns + j;
				if (lastSeen[q] != mark) {
					lastSeen[q] = mark;
					counts[q]++;
				}
			}
	}
}
