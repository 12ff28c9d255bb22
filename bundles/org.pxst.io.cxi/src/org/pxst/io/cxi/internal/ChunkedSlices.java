// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;

/**
 * A data set that is stored in chunks, compressed or not. jhdf decodes single chunks, from several threads if need be;
 * they are put together here, because jhdf 0.13 reads a chunk that was never written as 0 (or fails on it) where the
 * fill value is meant.
 */
final class ChunkedSlices implements SliceReader {
	private final ChunkedDataset dataset;
	private final long[] dims;
	private final int[] chunk;
	private final ByteOrder order;
	private final byte[] fill;

	/**
	 * @param dataset the data set
	 * @param order   byte order of the elements
	 * @param fill    bytes of one element where nothing was written
	 */
	ChunkedSlices(ChunkedDataset dataset, ByteOrder order, byte[] fill) {
		this.dataset = dataset;
		this.order = order;
		this.fill = fill;
		dims = dataset.getDimensionsAsLong();
		chunk = dataset.getChunkDimensions();
	}

	@Override
	public ByteBuffer read(long[] offset, int[] shape) throws IOException {
		int rank = dims.length;
		long bytes = fill.length;
		int[] chunks = new int[rank];
		for (int axis = 0; axis < rank; axis++) {
			bytes = Math.multiplyExact(bytes, shape[axis]);
			chunks[axis] = (int) ((offset[axis] + shape[axis] - 1) / chunk[axis] - offset[axis] / chunk[axis] + 1);
		}
		ByteBuffer target = ByteBuffer.allocate(Math.toIntExact(bytes)).order(order);
		BoxWalk walk = new BoxWalk(chunks, rank);
		do {
			int[] corner = new int[rank];
			for (int axis = 0; axis < rank; axis++)
				corner[axis] = Math.toIntExact((offset[axis] / chunk[axis] + walk.index(axis)) * chunk[axis]);
			copy(corner, offset, shape, target.array());
		} while (walk.next());
		return target;
	}

	/** Copies what the chunk at this corner and the box have in common. */
	private void copy(int[] corner, long[] offset, int[] shape, byte[] target) throws IOException {
		int rank = dims.length;
		int[] common = new int[rank];
		int[] inChunk = new int[rank];
		int[] inBox = new int[rank];
		for (int axis = 0; axis < rank; axis++) {
			long from = Math.max(offset[axis], corner[axis]);
			long to = Math.min(offset[axis] + shape[axis], (long) corner[axis] + chunk[axis]);
			common[axis] = (int) (to - from);
			inChunk[axis] = (int) (from - corner[axis]);
			inBox[axis] = (int) (from - offset[axis]);
		}
		ByteBuffer stored = chunkAt(corner);
		int last = rank - 1;
		int bytes = common[last] * fill.length;
		BoxWalk rows = new BoxWalk(common, last);
		do {
			int from = 0;
			int to = 0;
			for (int axis = 0; axis < rank; axis++) {
				from = from * chunk[axis] + inChunk[axis] + rows.index(axis);
				to = to * shape[axis] + inBox[axis] + rows.index(axis);
			}
			stored.get(from * fill.length, target, to * fill.length, bytes);
		} while (rows.next());
	}

	private ByteBuffer chunkAt(int[] corner) throws IOException {
		int bytes = fill.length;
		for (int extent : chunk)
			bytes = Math.multiplyExact(bytes, extent);
		ByteBuffer stored;
		try {
			stored = dataset.getFilters().isEmpty() ? dataset.getRawChunkBuffer(corner)
					: ByteBuffer.wrap(dataset.getDecompressedChunk(corner));
		} catch (HdfException e) {
			if (!wasNeverWritten(e))
				throw e;
			return filled(bytes);
		}
		if (stored.remaining() < bytes)
			throw new EOFException("a chunk has " + stored.remaining() + " bytes instead of " + bytes);
		return stored;
	}

	/** jhdf tells a chunk that does not exist only in the text of its exception; the tests watch over that text. */
	private static boolean wasNeverWritten(HdfException e) {
		String message = e.getMessage();
		return message != null && (message.startsWith("No chunk with offset") || message.endsWith("at address -1"));
	}

	private ByteBuffer filled(int bytes) {
		ByteBuffer buffer = ByteBuffer.allocate(bytes);
		while (buffer.hasRemaining())
			buffer.put(fill);
		return buffer.rewind();
	}
}
