// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The groups of frames that were used last, as long as memory allows. Threads that want the same group wait for the one
 * that reads it.
 */
final class KeptFrames {
	/** As many as threads that read ahead may be in at a time. */
	private static final int GROUPS = 4;

	private final int depth;
	private final Map<Integer, Group> groups = new LinkedHashMap<>(GROUPS, 0.75f, true) {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Integer, Group> eldest) {
			return size() > GROUPS;
		}
	};

	private static final class Group {
		private SoftReference<ByteBuffer> pixels = new SoftReference<>(null);

		synchronized ByteBuffer get(Supplier<ByteBuffer> reader) {
			ByteBuffer there = pixels.get();
			if (there == null) {
				there = reader.get();
				pixels = new SoftReference<>(there);
			}
			return there;
		}
	}

	/** @param depth frames a group; 1 when nothing is to be kept */
	KeptFrames(int depth) {
		this.depth = depth;
	}

	/** Frames a group. */
	int depth() {
		return depth;
	}

	/**
	 * A group.
	 *
	 * @param first  index of its first frame
	 * @param reader reads it when it is not there
	 */
	ByteBuffer group(int first, Supplier<ByteBuffer> reader) {
		Group group;
		synchronized (groups) {
			group = groups.computeIfAbsent(first, any -> new Group());
		}
		return group.get(reader);
	}
}
