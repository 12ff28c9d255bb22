// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

/** Counts through the positions of a box along its leading axes, the last of them fastest. */
final class BoxWalk {
	private final int[] shape;
	private final int axes;
	private final int[] index;

	/**
	 * @param shape extents, at least 1 each
	 * @param axes  number of leading axes to count through; the others stay at 0
	 */
	BoxWalk(int[] shape, int axes) {
		this.shape = shape;
		this.axes = axes;
		index = new int[shape.length];
	}

	/** Number of positions. */
	long positions() {
		long n = 1;
		for (int axis = 0; axis < axes; axis++)
			n = Math.multiplyExact(n, shape[axis]);
		return n;
	}

	/** The present position along an axis. */
	int index(int axis) {
		return index[axis];
	}

	/** Goes to the next position; false when there is none. */
	boolean next() {
		for (int axis = axes - 1; axis >= 0; axis--) {
			if (++index[axis] < shape[axis])
				return true;
			index[axis] = 0;
		}
		return false;
	}
}
