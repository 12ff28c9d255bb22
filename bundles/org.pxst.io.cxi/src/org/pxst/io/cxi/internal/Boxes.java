// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A box that two larger ones have in common: a chunk and what is wanted of it, say. Knows which elements of the two are
 * neighbours in both.
 *
 * @param common extents of the box
 * @param one    extents of the first one, and where the box begins in it
 * @param oneAt  where the box begins in the first one
 * @param two    extents of the second one
 * @param twoAt  where the box begins in the second one
 */
record Boxes(int[] common, int[] one, int[] oneAt, int[] two, int[] twoAt) {
	/** Takes one run of elements from the first to the second. */
	@FunctionalInterface
	interface Run<E extends Exception> {
		/**
		 * @param from  first element, counted through the first box
		 * @param to    first element, counted through the second box
		 * @param count number of elements
		 */
		void take(long from, int to, int count) throws E;
	}

	/** The axis from which on the box is as large as both others, so that a run goes on over their rows. */
	private int runAxis() {
		int axis = common.length - 1;
		while (axis > 0 && common[axis] == one[axis] && common[axis] == two[axis])
			axis--;
		return axis;
	}

	/** Whether its elements are neighbours in both. */
	boolean isOneRun() {
		int axis = runAxis();
		for (int before = 0; before < axis; before++)
			if (common[before] != 1)
				return false;
		return true;
	}

	/** Whether it is the whole first box. */
	boolean isAllOfOne() {
		return Arrays.equals(common, one);
	}

	/** Goes through the runs. */
	<E extends Exception> void forEach(Run<E> run) throws E {
		int axis = runAxis();
		int count = 1;
		for (int inner = axis; inner < common.length; inner++)
			count *= common[inner];
		BoxWalk walk = new BoxWalk(common, axis);
		do {
			long from = 0;
			int to = 0;
			for (int k = 0; k < common.length; k++) {
				from = from * one[k] + oneAt[k] + walk.index(k);
				to = to * two[k] + twoAt[k] + walk.index(k);
			}
			run.take(from, to, count);
		} while (walk.next());
	}

	/** Fills elements with one value. */
	static void fill(ByteBuffer target, int at, int elements, byte[] value) {
		boolean zeros = true;
		for (byte b : value)
			zeros &= b == 0;
		int bytes = elements * value.length;
		byte[] block = new byte[Math.min(bytes, Math.max(value.length, 1 << 13) / value.length * value.length)];
		for (int k = 0; !zeros && k < block.length; k += value.length)
			System.arraycopy(value, 0, block, k, value.length);
		for (int done = 0; done < bytes; done += block.length)
			target.put(at + done, block, 0, Math.min(block.length, bytes - done));
	}
}
