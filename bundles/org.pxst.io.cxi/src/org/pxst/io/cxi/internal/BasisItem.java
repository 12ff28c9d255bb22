// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.Optional;

import org.pxst.io.cxi.CxiItem;

/**
 * Finds the basis vectors: the steps from one pixel to the next along the slow and the fast scan axis, in m. Files have
 * them as rows, (2, 3) or one pair a frame (N, 2, 3), or as columns, (3, 2) or (N, 3, 2).
 */
final class BasisItem {
	private static final CxiItem ITEM = CxiItem.BASIS_VECTORS;

	private BasisItem() {
	}

	/**
	 * Basis vectors.
	 *
	 * @param vectors (frame, axis, xyz) flat, or (axis, xyz) when they are the same for all frames; axis 0 = slow scan
	 */
	record Basis(double[] vectors) {
		/** Length of the first frame's vector along an axis (0 = slow scan). */
		double length(int axis) {
			return BasisItem.length(vectors, 3 * axis);
		}

		/** Whether they are directions of length 1 and say nothing about the pixel size. */
		boolean isDirections() {
			return Math.abs(length(0) - 1) < ItemReader.SAME && Math.abs(length(1) - 1) < ItemReader.SAME;
		}
	}

	/**
	 * Looks for the basis vectors and reads them.
	 *
	 * @param reader the file's reader
	 * @param frames the frames, if they were found
	 */
	static Found<Basis> find(ItemReader reader, Optional<StoredDataset> frames) {
		return reader.find(ITEM, frames.map(StoredDataset::path), place -> read(place, frames))
				.orElseGet(() -> reader.missing(ITEM, "basis vectors"));
	}

	private static Found<Basis> read(StoredDataset place, Optional<StoredDataset> frames) {
		String text = ItemReader.describe(place);
		String name = place.path() + " " + place.shapeText();
		int rank = place.rank();
		boolean rows = rank >= 2 && place.extent(rank - 2) == 2 && place.extent(rank - 1) == 3;
		boolean columns = rank >= 2 && place.extent(rank - 2) == 3 && place.extent(rank - 1) == 2;
		if (rank > 3 || !(rows || columns))
			return Found.wrong(ITEM, place.path(), text,
					name + " should be (N, 2, 3), (2, 3) or (3, 2); " + ItemReader.remedy(ITEM));
		long pairs = rank == 3 ? place.extent(0) : 1;
		if (pairs != 1 && frames.isPresent() && pairs != frames.get().extent(0))
			return Found.wrong(ITEM, place.path(), text, name + " does not go with the " + frames.get().extent(0)
					+ " frames of " + frames.get().path() + "; " + ItemReader.remedy(ITEM));
		double[] vectors = place.doubles();
		if (vectors.length == 0)
			return Found.wrong(ITEM, place.path(), text, name + " is empty; " + ItemReader.remedy(ITEM));
		if (columns)
			transpose(vectors);
		for (int v = 0; v < vectors.length; v += 3) {
			double length = length(vectors, v);
			if (!(length > 0) || Double.isInfinite(length))
				return Found.wrong(ITEM, place.path(), text, name + " has a vector of length "
						+ NumberText.of(length) + " m; " + ItemReader.remedy(ITEM));
		}
		for (int v = 0; v < vectors.length; v += 6)
			if (areParallel(vectors, v))
				return Found.wrong(ITEM, place.path(), text,
						name + " has slow and fast axis in the same direction; " + ItemReader.remedy(ITEM));
		Basis basis = new Basis(vectors);
		return Found.of(ITEM, place.path(), text + ", slow " + vector(vectors, 0) + ", fast " + vector(vectors, 3)
				+ (basis.isDirections() ? " (directions)" : " m"), basis);
	}

	/** From (xyz, axis) to (axis, xyz), pair by pair. */
	private static void transpose(double[] v) {
		for (int p = 0; p < v.length; p += 6) {
			double[] pair = { v[p], v[p + 2], v[p + 4], v[p + 1], v[p + 3], v[p + 5] };
			System.arraycopy(pair, 0, v, p, 6);
		}
	}

	private static double length(double[] v, int at) {
		return Math.sqrt(v[at] * v[at] + v[at + 1] * v[at + 1] + v[at + 2] * v[at + 2]);
	}

	private static boolean areParallel(double[] v, int at) {
		double dot = v[at] * v[at + 3] + v[at + 1] * v[at + 4] + v[at + 2] * v[at + 5];
		return Math.abs(dot) > (1 - ItemReader.SAME) * length(v, at) * length(v, at + 3);
	}

	private static String vector(double[] v, int at) {
		return "(" + NumberText.of(v[at]) + ", " + NumberText.of(v[at + 1]) + ", "
				+ NumberText.of(v[at + 2]) + ")";
	}
}
