// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A data set that is stored in its own header (less than 64 KiB).
 *
 * @param data        all elements
 * @param dims        extents of the data set
 * @param elementSize bytes an element
 */
record CompactSlices(ByteBuffer data, long[] dims, int elementSize) implements SliceReader {
	@Override
	public void read(long[] offset, int[] box, ByteBuffer target) throws IOException {
		BoxWalk walk = new BoxWalk(box, box.length);
		do {
			long element = 0;
			for (int axis = 0; axis < dims.length; axis++)
				element = element * dims[axis] + offset[axis] + walk.index(axis);
			if ((element + 1) * elementSize > data.limit())
				throw new EOFException("its header holds " + data.limit() + " bytes, less than its shape needs");
			target.put(target.position(), data, (int) element * elementSize, elementSize);
			target.position(target.position() + elementSize);
		} while (walk.next());
	}

	@Override
	public Gaps gaps() {
		return Gaps.none();
	}
}
