// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A data set that is stored in its own header (less than 64 KiB).
 *
 * @param data        all elements
 * @param dims        extents of the data set
 * @param elementSize bytes an element
 * @param order       byte order of the elements
 */
record CompactSlices(ByteBuffer data, long[] dims, int elementSize, ByteOrder order) implements SliceReader {
	@Override
	public ByteBuffer read(long[] offset, int[] shape) {
		BoxWalk box = new BoxWalk(shape, shape.length);
		ByteBuffer target = ByteBuffer.allocate(Math.toIntExact(box.positions() * elementSize)).order(order);
		do {
			int element = 0;
			for (int axis = 0; axis < dims.length; axis++)
				element = Math.toIntExact(element * dims[axis] + offset[axis] + box.index(axis));
			target.put(target.position(), data, element * elementSize, elementSize);
			target.position(target.position() + elementSize);
		} while (box.next());
		return target.rewind();
	}
}
