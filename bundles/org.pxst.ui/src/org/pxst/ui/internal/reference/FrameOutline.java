// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import java.util.ArrayList;
import java.util.List;

import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.PixelTranslations;

/**
 * Where the frames lie on the reference image: the rim of the pixels in use, mapped by {@code u - d[n] + (n0, m0)}. A closed
 * line, and for each frame how far it is shifted.
 *
 * @param ss       rim for d = 0, row of the reference image
 * @param fs       rim for d = 0, column of the reference image
 * @param shiftsSs d of each frame, NaN for frames that are not used
 * @param shiftsFs d of each frame
 */
public record FrameOutline(double[] ss, double[] fs, double[] shiftsSs, double[] shiftsFs) {
	/** As many points draw a smooth line. */
	private static final int POINTS_PER_SIDE = 64;

	/**
	 * @param map          pixel map
	 * @param inUse        pixels of it that are in use, flat (ss, fs)
	 * @param translations d
	 * @param n0           origin of the reference image along the slow scan axis
	 * @param m0           origin along the fast scan axis
	 */
	public static FrameOutline of(PixelMap map, boolean[] inUse, PixelTranslations translations, double n0, double m0) {
		List<Integer> top = new ArrayList<>();
		List<Integer> bottom = new ArrayList<>();
		List<Integer> left = new ArrayList<>();
		List<Integer> right = new ArrayList<>();
		for (int j = 0; j < map.columns(); j++)
			ends(inUse, j, map.columns(), map.rows(), top, bottom);
		for (int i = 0; i < map.rows(); i++)
			ends(inUse, i * map.columns(), 1, map.columns(), left, right);
		List<Integer> rim = new ArrayList<>(thinned(top));
		rim.addAll(thinned(right));
		addBackwards(rim, thinned(bottom));
		addBackwards(rim, thinned(left));
		return new FrameOutline(rim.stream().mapToDouble(p -> map.ss()[p] + n0).toArray(),
				rim.stream().mapToDouble(p -> map.fs()[p] + m0).toArray(), translations.ss(), translations.fs());
	}

	/** First and last pixel in use of a row or column. */
	private static void ends(boolean[] inUse, int start, int step, int count, List<Integer> first, List<Integer> last) {
		int from = 0;
		while (from < count && !inUse[start + from * step])
			from++;
		int to = count - 1;
		while (to > from && !inUse[start + to * step])
			to--;
		if (from < count) {
			first.add(start + from * step);
			last.add(start + to * step);
		}
	}

	private static List<Integer> thinned(List<Integer> side) {
		if (side.size() <= POINTS_PER_SIDE)
			return side;
		List<Integer> kept = new ArrayList<>();
		for (int k = 0; k < POINTS_PER_SIDE; k++)
			kept.add(side.get((int) Math.round(k * (side.size() - 1.0) / (POINTS_PER_SIDE - 1))));
		return kept;
	}

	private static void addBackwards(List<Integer> rim, List<Integer> side) {
		for (int k = side.size() - 1; k >= 0; k--)
			rim.add(side.get(k));
	}

	/** Whether the place of a frame is known. */
	public boolean knows(int frame) {
		return frame >= 0 && frame < shiftsSs.length && ss.length > 0 && Double.isFinite(shiftsSs[frame] + shiftsFs[frame]);
	}

	/** Row of a point of the rim in a frame. */
	public double ss(int point, int frame) {
		return ss[point] - shiftsSs[frame];
	}

	/** Column of a point of the rim in a frame. */
	public double fs(int point, int frame) {
		return fs[point] - shiftsFs[frame];
	}
}
