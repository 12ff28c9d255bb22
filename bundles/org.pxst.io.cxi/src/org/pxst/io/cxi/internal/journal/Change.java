// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a changed file differs from the original: which bytes, and the lengths.
 *
 * @param lengthBefore length of the original
 * @param lengthAfter  length of the changed file
 * @param patches      the bytes that differ, in order, not overlapping, behind each other; none reaches across the end of
 *                     the original
 */
record Change(long lengthBefore, long lengthAfter, List<Patch> patches) {
	/** Differences closer together than this are one. */
	private static final int GAP = 64;
	/** Longest patch, so that it can be handled in memory. */
	static final int LONGEST = 1 << 20;
	private static final int BLOCK = 1 << 16;

	/**
	 * A range of bytes that are different.
	 *
	 * @param offset  first byte
	 * @param length  1 .. {@link #LONGEST}
	 * @param guarded whether the old bytes are kept, to tell whether somebody else changed them
	 */
	record Patch(long offset, int length, boolean guarded) {
		long end() {
			return offset + length;
		}
	}

	/**
	 * Compares a file with its changed copy.
	 *
	 * @param original the file
	 * @param changed  the copy; may be shorter or longer
	 * @param kept     regions that are the same by construction and are not looked at; in order, not touching
	 * @param free     regions whose old content is worthless afterwards and need not be guarded; in order
	 * @param header   the region that is always guarded, changed or not
	 */
	static Change between(DiskFile original, DiskFile changed, List<Region> kept, List<Region> free, Region header)
			throws IOException {
		long before = original.length();
		long after = changed.length();
		List<Patch> patches = new ArrayList<>();
		add(patches, header.start(), Math.min(header.end(), Math.min(before, after)), true);
		long common = Math.min(before, after);
		for (Region region : Region.between(kept, common))
			// what is before the superblock is not the library's, and the superblock is there already
			compare(original, changed, new Region(Math.max(region.start(), header.end()), region.end()), free, patches);
		add(patches, common, after, false);
		return new Change(before, after, List.copyOf(patches));
	}

	private static void compare(DiskFile original, DiskFile changed, Region region, List<Region> free,
			List<Patch> patches) throws IOException {
		byte[] a = new byte[BLOCK];
		byte[] b = new byte[BLOCK];
		long from = -1;
		long to = -1;
		for (long at = region.start(); at < region.end(); at += BLOCK) {
			int n = (int) Math.min(BLOCK, region.end() - at);
			original.read(at, a, 0, n);
			changed.read(at, b, 0, n);
			for (int k = 0; k < n; k++)
				if (a[k] != b[k]) {
					long here = at + k;
					if (from < 0) {
						from = here;
					} else if (here - to > GAP) {
						add(patches, from, to, !Region.anyContains(free, from, to));
						from = here;
					}
					to = here + 1;
				}
		}
		if (from >= 0)
			add(patches, from, to, !Region.anyContains(free, from, to));
	}

	private static void add(List<Patch> patches, long from, long to, boolean guarded) {
		for (long at = from; at < to; at += LONGEST)
			patches.add(new Patch(at, (int) Math.min(LONGEST, to - at), guarded));
	}
}
