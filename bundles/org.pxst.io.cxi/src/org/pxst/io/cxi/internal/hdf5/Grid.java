// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.util.Arrays;

import io.jhdf.exceptions.HdfException;

/**
 * Elements of a data set that are selected along each axis by itself: blocks at regular distances.
 *
 * @param start  first element along each axis
 * @param stride distance of the beginnings of two blocks
 * @param block  elements of a block
 * @param size   number of elements along each axis, perhaps in the middle of the last block
 */
public record Grid(long[] start, long[] stride, long[] block, long[] size) {
	/** Where there is but one block, the distance to the next one is of no account. */
	public Grid {
		stride = stride.clone();
		for (int axis = 0; axis < size.length; axis++)
			if (size[axis] <= block[axis])
				stride[axis] = block[axis];
			else if (stride[axis] < block[axis])
				throw new HdfException("a selection with blocks that overlap");
	}

	/** Everything. */
	public static Grid all(long[] dims) {
		long[] blocks = Arrays.stream(dims).map(extent -> Math.max(1, extent)).toArray();
		return new Grid(new long[dims.length], blocks, blocks, dims);
	}

	/** Element of the data set that is the k-th along an axis. */
	public long at(int axis, long k) {
		return start[axis] + k / block[axis] * stride[axis] + k % block[axis];
	}

	/** Number along an axis of the first selected element that is not in front of an element of the data set. */
	public long indexFrom(int axis, long element) {
		if (element <= start[axis])
			return 0;
		long from = element - start[axis];
		long blocks = from / stride[axis];
		if (blocks > size[axis] / block[axis])
			return size[axis];
		return Math.min(size[axis], blocks * block[axis] + Math.min(from % stride[axis], block[axis]));
	}

	/** How many elements from the k-th on along an axis are neighbours. */
	public long neighbours(int axis, long k) {
		if (stride[axis] == block[axis])
			return size[axis] - k;
		return Math.min(size[axis] - k, block[axis] - k % block[axis]);
	}

	/** Number of elements. */
	public long count() {
		long count = 1;
		for (long along : size)
			count = Math.multiplyExact(count, along);
		return count;
	}

	/** Extents without those that are 1. */
	public long[] essentialSize() {
		return Arrays.stream(size).filter(along -> along != 1).toArray();
	}
}
