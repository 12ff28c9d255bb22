// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.Arrays;

/**
 * The parts of an image that pairs of neighbouring pixels hold together. Pixels without a pair belong to no part. Immutable.
 */
final class ConnectedParts {
	private static final int NONE = -1;

	private final PixelPairs pairs;
	/** Number of each pixel's part. */
	private final int[] part;
	/** Pixels of each part. */
	private final int[] size;

	ConnectedParts(PixelPairs pairs) {
		this.pairs = pairs;
		part = new int[pairs.diagonal().length];
		Arrays.fill(part, NONE);
		int[] list = new int[part.length];
		int[] sizes = new int[8];
		int parts = 0;
		for (int start = 0; start < part.length; start++) {
			if (part[start] != NONE || !(pairs.diagonal()[start] > 0))
				continue;
			if (parts == sizes.length)
				sizes = Arrays.copyOf(sizes, 2 * parts);
			sizes[parts] = collect(start, parts, list);
			parts++;
		}
		size = Arrays.copyOf(sizes, parts);
	}

	/** Numbers all pixels connected to the first; returns how many they are. */
	private int collect(int start, int number, int[] list) {
		int columns = pairs.columns();
		int count = add(start, number, list, 0);
		for (int k = 0; k < count; k++) {
			int p = list[k];
			if (pairs.ss()[p] > 0)
				count = add(p + columns, number, list, count);
			if (pairs.fs()[p] > 0)
				count = add(p + 1, number, list, count);
			if (p >= columns && pairs.ss()[p - columns] > 0)
				count = add(p - columns, number, list, count);
			if (p > 0 && pairs.fs()[p - 1] > 0)
				count = add(p - 1, number, list, count);
		}
		return count;
	}

	private int add(int p, int number, int[] list, int count) {
		if (part[p] != NONE)
			return count;
		part[p] = number;
		list[count] = p;
		return count + 1;
	}

	/** Whether a pixel belongs to a part. */
	boolean contain(int p) {
		return part[p] != NONE;
	}

	/** Number of a pixel's part, from 0; only for pixels that belong to one. */
	int of(int p) {
		return part[p];
	}

	/** How many parts there are. */
	int count() {
		return size.length;
	}

	/** Takes the mean off the values of each part. */
	void removeMeans(double[] values) {
		double[] mean = new double[size.length];
		for (int p = 0; p < values.length; p++)
			if (part[p] != NONE)
				mean[part[p]] += values[p];
		for (int k = 0; k < mean.length; k++)
			mean[k] /= size[k];
		pairs.eachRow().forEach(i -> {
			for (int p = i * pairs.columns(); p < (i + 1) * pairs.columns(); p++)
				if (part[p] != NONE)
					values[p] -= mean[part[p]];
		});
	}
}
