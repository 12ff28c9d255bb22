// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import java.util.Locale;

import org.pxst.core.InvalidDataException;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/**
 * Offset and size of a reference image: what map and translations reach, such that the smallest coordinate is 0 and each
 * sample has four pixels around it.
 *
 * @param n0      offset along the slow scan axis, reference pixels
 * @param m0      offset along the fast scan axis
 * @param rows    extent along the slow scan axis
 * @param columns extent along the fast scan axis
 */
public record ReferenceExtent(double n0, double m0, int rows, int columns) {
	private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

	/** That of an image that is there already. */
	public static ReferenceExtent of(ReferenceImage reference) {
		return new ReferenceExtent(reference.n0(), reference.m0(), reference.image().rows(), reference.image().columns());
	}

	/**
	 * What the pixels that count reach in the given frames.
	 *
	 * @throws InvalidDataException when that would be absurdly large, or no pixel counts
	 */
	public static ReferenceExtent of(ForwardModel model, int[] frames) {
		double[] ss = range(model.mask().good(), model.map().ss(), frames, model.translations().ss());
		double[] fs = range(model.mask().good(), model.map().fs(), frames, model.translations().fs());
		// one row and column beyond the last, so that every sample has four corners
		double rows = Math.floor(ss[1] - ss[0]) + 2;
		double columns = Math.floor(fs[1] - fs[0]) + 2;
		ReferenceExtent extent = new ReferenceExtent(-ss[0], -fs[0], (int) rows, (int) columns);
		if (!(rows * columns <= LARGEST_ARRAY))
			throw new InvalidDataException(what(rows, columns, model, frames) + " is too large; check positions and defocus");
		return extent;
	}

	/** Names the image for a message: its shape, and what makes it so large. */
	public String describe(ForwardModel model, int[] frames) {
		return what(rows, columns, model, frames);
	}

	private static String what(double rows, double columns, ForwardModel model, int[] frames) {
		return String.format(Locale.ROOT, "the reference image of %.4g x %.4g pixels that %d pixels and %d positions reach over",
				rows, columns, model.mask().count(), frames.length);
	}

	/** Number of pixels. */
	public int size() {
		return rows * columns;
	}

	private static double[] range(boolean[] good, double[] u, int[] frames, double[] d) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int p = 0; p < good.length; p++)
			if (good[p]) {
				low = Math.min(low, u[p]);
				high = Math.max(high, u[p]);
			}
		double least = Double.POSITIVE_INFINITY;
		double most = Double.NEGATIVE_INFINITY;
		for (int n : frames) {
			least = Math.min(least, d[n]);
			most = Math.max(most, d[n]);
		}
		return new double[] { low - most, high - least };
	}
}
