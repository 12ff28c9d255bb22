// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

import org.pxst.io.cxi.internal.hdf5.FileBytes;
import org.pxst.io.cxi.internal.journal.Change.Patch;

/**
 * A data file as it will be when its journal has been carried out, for those who may not do that, or come while somebody
 * else is doing it. Right at every stage of that, and after.
 */
final class JournalledBytes implements FileBytes {
	private final FileBytes file;
	private final Journal journal;
	private final long common;
	private final byte[] bytes = new byte[Change.LONGEST];
	/** The patch that {@link #bytes} has. */
	private int loaded = -1;

	/**
	 * @param file    the data file, closed with this
	 * @param journal its journal, closed with this
	 */
	JournalledBytes(FileBytes file, Journal journal) {
		this.file = file;
		this.journal = journal;
		common = Math.min(journal.change().lengthBefore(), journal.change().lengthAfter());
	}

	@Override
	public long length() {
		return journal.change().lengthAfter();
	}

	@Override
	public void read(long position, ByteBuffer target) throws IOException {
		int start = target.position();
		int end = target.limit();
		long to = position + end - start;
		if (to > length())
			throw new EOFException("the file ends at byte " + length() + ", before the data does");
		if (position < common) {
			target.limit(start + (int) (Math.min(to, common) - position));
			file.read(position, target);
		}
		target.limit(end).position(end);
		List<Patch> patches = journal.change().patches();
		for (int k = firstEndingBehind(position); k < patches.size() && patches.get(k).offset() < to; k++)
			copy(k, position, target, start, to);
	}

	private int firstEndingBehind(long position) {
		List<Patch> patches = journal.change().patches();
		int low = 0;
		int high = patches.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (patches.get(middle).end() > position)
				high = middle;
			else
				low = middle + 1;
		}
		return low;
	}

	private synchronized void copy(int k, long position, ByteBuffer target, int start, long to) throws IOException {
		if (loaded != k) {
			loaded = -1;
			journal.readNew(k, bytes);
			loaded = k;
		}
		Patch patch = journal.change().patches().get(k);
		long from = Math.max(position, patch.offset());
		int count = (int) (Math.min(to, patch.end()) - from);
		target.put(start + (int) (from - position), bytes, (int) (from - patch.offset()), count);
	}

	@Override
	public void close() throws IOException {
		try {
			file.close();
		} finally {
			journal.close();
		}
	}
}
