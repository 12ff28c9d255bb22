// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;

/**
 * A data set that was created and never written: the fill value everywhere.
 *
 * @param dims extents of the data set
 * @param fill bytes of one element
 */
record UnwrittenSlices(long[] dims, byte[] fill) implements SliceReader {
	@Override
	public void read(long[] offset, int[] box, ByteBuffer target) {
		long elements = new BoxWalk(box, box.length).positions();
		Boxes.fill(target, target.position(), Math.toIntExact(elements), fill);
		target.position(target.position() + (int) elements * fill.length);
	}

	@Override
	public Gaps gaps() {
		return Gaps.all(dims);
	}
}
