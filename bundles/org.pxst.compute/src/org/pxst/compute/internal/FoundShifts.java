// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.pxst.compute.PixelShifts;
import org.pxst.compute.SearchWindow;

/**
 * What a grid search has found so far.
 *
 * @param window shifts that are tried
 * @param shifts best shift and error of each pixel
 */
record FoundShifts(SearchWindow window, PixelShifts shifts) {
	static FoundShifts none(SearchWindow window, int pixels) {
		float[] error = new float[pixels];
		Arrays.fill(error, Float.NaN);
		return new FoundShifts(window, new PixelShifts(new byte[pixels], new byte[pixels], error));
	}

	/** Notes the best shift of a pixel, as its place in the window, row by row. */
	void set(int p, int shift, float error) {
		shifts.ss()[p] = (byte) (shift / window.widthFs() + window.firstSs());
		shifts.fs()[p] = (byte) (shift % window.widthFs() + window.firstFs());
		shifts.error()[p] = error;
	}

	/** All shifts from the shortest to the longest, those as long row by row: the first of equally good ones is taken. */
	static int[] shortestFirst(SearchWindow window) {
		return IntStream.range(0, window.shifts()).boxed().sorted(Comparator.comparingInt(c -> {
			int a = c / window.widthFs() + window.firstSs();
			int b = c % window.widthFs() + window.firstFs();
			return a * a + b * b;
		})).mapToInt(Integer::intValue).toArray();
	}
}
