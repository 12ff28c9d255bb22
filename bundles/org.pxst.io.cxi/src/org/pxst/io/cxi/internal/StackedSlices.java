// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Data sets one behind the other along the first axis.
 *
 * @param parts  at least one
 * @param starts first index of each along the first axis, and behind the last one
 */
record StackedSlices(List<SliceReader> parts, long[] starts) implements SliceReader {
	@Override
	public void read(long[] offset, int[] box, ByteBuffer target) throws IOException {
		long at = offset[0];
		long end = offset[0] + box[0];
		for (int part = 0; part < parts.size(); part++) {
			long to = Math.min(end, starts[part + 1]);
			if (at < to && at >= starts[part]) {
				long[] inPart = offset.clone();
				int[] some = box.clone();
				inPart[0] = at - starts[part];
				some[0] = (int) (to - at);
				parts.get(part).read(inPart, some, target);
				at = to;
			}
		}
	}

	@Override
	public Gaps gaps() throws IOException {
		Gaps all = Gaps.none();
		for (int part = 0; part < parts.size(); part++) {
			int start = (int) starts[part];
			Gaps gaps = parts.get(part).gaps();
			gaps.whole().stream().forEach(n -> all.whole().set(start + n));
			gaps.partly().stream().forEach(n -> all.partly().set(start + n));
		}
		return all;
	}
}
