// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * A data set that lies in the file in one piece. Read by position, so that several threads do not disturb each other,
 * and not mapped: a mapped file that is cut short while it is read would take the whole program down.
 */
final class ContiguousSlices implements SliceReader {
	/** Largest single read; the channel keeps a native buffer of this size for each thread. */
	private static final int READ = 1 << 20;

	private final FileChannel channel;
	private final long address;
	private final long[] dims;
	private final int elementSize;
	private final ByteOrder order;

	/**
	 * @param channel     the file; stays the owner's to close
	 * @param address     position of the first element in the file
	 * @param dims        extents of the data set
	 * @param elementSize bytes an element
	 * @param order       byte order of the elements
	 */
	ContiguousSlices(FileChannel channel, long address, long[] dims, int elementSize, ByteOrder order) {
		this.channel = channel;
		this.address = address;
		this.dims = dims;
		this.elementSize = elementSize;
		this.order = order;
	}

	@Override
	public ByteBuffer read(long[] offset, int[] shape) throws IOException {
		// axes from this one on are wanted whole, so that one read serves them
		int outer = Math.max(0, shape.length - 1);
		int run = shape.length == 0 ? 1 : shape[outer];
		while (outer > 0 && shape[outer] == dims[outer])
			run = Math.multiplyExact(run, shape[--outer]);

		BoxWalk box = new BoxWalk(shape, outer);
		ByteBuffer target = ByteBuffer.allocate(Math.toIntExact(box.positions() * run * elementSize)).order(order);
		do {
			long element = 0;
			for (int axis = 0; axis < dims.length; axis++)
				element = element * dims[axis] + offset[axis] + box.index(axis);
			fill(target, address + element * elementSize, run * elementSize);
		} while (box.next());
		return target.rewind();
	}

	private void fill(ByteBuffer target, long position, int bytes) throws IOException {
		int end = target.position() + bytes;
		long at = position;
		while (target.position() < end) {
			target.limit(Math.min(end, target.position() + READ));
			int n = channel.read(target, at);
			if (n < 0)
				throw new EOFException("the file ends at byte " + channel.size() + ", before the data does");
			at += n;
		}
		target.limit(target.capacity());
	}
}
