// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A data set that was created and never written: the fill value everywhere. */
record UnwrittenSlices(ByteOrder order, byte[] fill) implements SliceReader {
	@Override
	public ByteBuffer read(long[] offset, int[] shape) {
		int bytes = fill.length;
		for (int extent : shape)
			bytes = Math.multiplyExact(bytes, extent);
		ByteBuffer buffer = ByteBuffer.allocate(bytes).order(order);
		while (buffer.hasRemaining())
			buffer.put(fill);
		return buffer.rewind();
	}
}
