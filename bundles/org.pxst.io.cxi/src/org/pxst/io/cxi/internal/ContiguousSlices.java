// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.pxst.io.cxi.internal.hdf5.FileBytes;

/**
 * A data set that lies in the file in one piece; read straight into the target.
 *
 * @param bytes       the file; stays the owner's to close
 * @param position    of the first element in the file
 * @param dims        extents of the data set
 * @param elementSize bytes an element
 */
record ContiguousSlices(FileBytes bytes, long position, long[] dims, int elementSize) implements SliceReader {
	@Override
	public void read(long[] offset, int[] box, ByteBuffer target) throws IOException {
		// axes from this one on are wanted whole, so that one read serves them
		int outer = Math.max(0, box.length - 1);
		int run = box.length == 0 ? 1 : box[outer];
		while (outer > 0 && box[outer] == dims[outer])
			run = Math.multiplyExact(run, box[--outer]);

		int limit = target.limit();
		BoxWalk walk = new BoxWalk(box, outer);
		do {
			long element = 0;
			for (int axis = 0; axis < dims.length; axis++)
				element = element * dims[axis] + offset[axis] + walk.index(axis);
			target.limit(target.position() + run * elementSize);
			bytes.read(position + element * elementSize, target);
			target.limit(limit);
		} while (walk.next());
	}

	@Override
	public Gaps gaps() {
		return Gaps.none();
	}
}
