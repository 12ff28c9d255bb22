// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A range of bytes of a file.
 *
 * @param start first byte
 * @param end   behind the last byte
 */
public record Region(long start, long end) {
	/** Number of bytes. */
	public long length() {
		return end - start;
	}

	/**
	 * Whether a range lies wholly in one of several regions.
	 *
	 * @param regions in order, not touching; may be many
	 */
	public static boolean anyContains(List<Region> regions, long from, long to) {
		int low = 0;
		int high = regions.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (regions.get(middle).end < to)
				low = middle + 1;
			else
				high = middle;
		}
		return low < regions.size() && regions.get(low).start <= from;
	}

	/**
	 * Puts regions in order and joins those that touch or overlap.
	 *
	 * @param regions in any order
	 */
	public static List<Region> merged(List<Region> regions) {
		List<Region> merged = new ArrayList<>();
		for (Region region : regions.stream().sorted(Comparator.comparingLong(Region::start)).toList()) {
			int last = merged.size() - 1;
			if (last >= 0 && merged.get(last).end >= region.start)
				merged.set(last, new Region(merged.get(last).start, Math.max(merged.get(last).end, region.end)));
			else
				merged.add(region);
		}
		return merged;
	}

	/**
	 * What regions leave of a file.
	 *
	 * @param regions in order, not touching; what lies behind the length is of no account
	 * @param length  length of the file
	 */
	public static List<Region> between(List<Region> regions, long length) {
		List<Region> rest = new ArrayList<>();
		long at = 0;
		for (Region region : regions) {
			if (region.start >= length)
				break;
			if (region.start > at)
				rest.add(new Region(at, region.start));
			at = Math.max(at, region.end);
		}
		if (at < length)
			rest.add(new Region(at, length));
		return rest;
	}
}
