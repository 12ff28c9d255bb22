// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Decodes the chunks of one data set. No memory is asked for beyond a few times the size of a chunk, whatever the
 * chunks say about themselves. Callable from several threads.
 */
public final class ChunkDecoder {
	/** What a step that did not help may add: 1/8 and this. */
	private static final int LARGEST_OVERHEAD = 1 << 16;

	private final List<Filter> filters;
	private final int chunkBytes;
	/** Not bound to threads, so that threads that end leave nothing behind. */
	private final Queue<Workspace> idle = new ConcurrentLinkedQueue<>();

	private ChunkDecoder(List<Filter> filters, int chunkBytes) {
		this.filters = List.copyOf(filters);
		this.chunkBytes = chunkBytes;
	}

	/**
	 * Makes a decoder.
	 *
	 * @param steps       the filters in the order in which they were applied; may be empty
	 * @param elementSize bytes an element
	 * @param chunkBytes  bytes of a decoded chunk
	 * @throws IOException when a filter is not known, or its parameters make no sense; says which and what to do
	 */
	public static ChunkDecoder of(List<FilterStep> steps, int elementSize, int chunkBytes) throws IOException {
		if (elementSize < 1 || chunkBytes < 1)
			throw new IOException("chunks of " + chunkBytes + " bytes with elements of " + elementSize + " bytes");
		List<Filter> filters = new ArrayList<>();
		for (FilterStep step : steps)
			filters.add(KnownFilters.of(step, elementSize));
		return new ChunkDecoder(filters, chunkBytes);
	}

	/**
	 * Decodes a chunk.
	 *
	 * @param stored     the chunk as it is in the file
	 * @param length     its number of bytes, from index 0 on
	 * @param filterMask steps whose bit is set (bit 0 for the first) were not applied to this chunk
	 * @param target     receives exactly as many bytes as a chunk has; may not be {@code stored}
	 * @param offset     index of the first
	 * @throws IOException when the chunk is damaged; {@code target} may hold anything then
	 */
	public void decode(byte[] stored, int length, int filterMask, byte[] target, int offset) throws IOException {
		Workspace workspace = idle.poll();
		if (workspace == null)
			workspace = new Workspace();
		try {
			decode(stored, length, filterMask, target, offset, workspace);
		} finally {
			idle.add(workspace);
		}
	}

	/**
	 * Decodes a chunk between buffers, without copies where the filter allows.
	 *
	 * @param stored     the chunk as it is in the file, from the position to the limit, direct or not
	 * @param filterMask steps whose bit is set (bit 0 for the first) were not applied to this chunk
	 * @param target     receives exactly as many bytes as a chunk has, from its position on, direct or not; the position
	 *                   stays
	 * @throws IOException when the chunk is damaged; {@code target} may hold anything then
	 */
	public void decode(ByteBuffer stored, int filterMask, ByteBuffer target) throws IOException {
		Workspace workspace = idle.poll();
		if (workspace == null)
			workspace = new Workspace();
		try {
			ByteBuffer to = target.slice(target.position(), chunkBytes);
			int length = stored.remaining();
			if (filters.size() == 1 && isApplied(0, filterMask)) {
				checkLength(filters.get(0).encodedLength(chunkBytes), length);
				int written = filters.get(0).decode(stored.slice(), to, workspace);
				if (written != chunkBytes)
					throw new IOException("a chunk holds " + written + " bytes instead of " + chunkBytes);
				return;
			}
			byte[] from = workspace.whole(0, length);
			stored.get(stored.position(), from, 0, length);
			if (to.hasArray()) {
				decode(from, length, filterMask, to.array(), to.arrayOffset(), workspace);
				return;
			}
			byte[] decoded = workspace.whole(1, chunkBytes);
			decode(from, length, filterMask, decoded, 0, workspace);
			to.put(0, decoded, 0, chunkBytes);
		} finally {
			idle.add(workspace);
		}
	}

	private static void checkLength(int expected, int length) throws IOException {
		if (expected != Filter.VARIES && expected != length)
			throw new IOException("a chunk has " + length + " bytes instead of " + expected);
	}

	private void decode(byte[] stored, int length, int filterMask, byte[] target, int offset, Workspace workspace)
			throws IOException {
		int steps = filters.size();
		int[] lengths = new int[steps + 1];
		lengths[0] = chunkBytes;
		int first = steps;
		for (int step = 0; step < steps; step++) {
			boolean applied = isApplied(step, filterMask);
			lengths[step + 1] = lengths[step] == Filter.VARIES || !applied ? lengths[step]
					: filters.get(step).encodedLength(lengths[step]);
			if (applied && first == steps)
				first = step;
		}
		checkLength(lengths[steps], length);
		if (first == steps)
			System.arraycopy(stored, 0, target, offset, chunkBytes);

		byte[] from = stored;
		int now = length;
		for (int step = steps - 1; step >= first; step--) {
			if (!isApplied(step, filterMask))
				continue;
			int expected = lengths[step];
			int room = expected == Filter.VARIES ? chunkBytes + chunkBytes / 8 + LARGEST_OVERHEAD : expected;
			byte[] to = step == first ? target : workspace.between(step, room);
			now = filters.get(step).decode(from, now, to, step == first ? offset : 0, room, workspace);
			if (expected != Filter.VARIES && now != expected)
				throw new IOException("a chunk holds " + now + " bytes instead of " + expected);
			from = to;
		}
	}

	private static boolean isApplied(int step, int filterMask) {
		return step >= Integer.SIZE || (filterMask >>> step & 1) == 0;
	}
}
