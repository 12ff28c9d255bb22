// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.SliceND;
import org.eclipse.january.io.ILazyLoader;
import org.pxst.core.CancelledException;

/** Reads slices of a data set for a January lazy data set, and no more than the box around each slice. */
final class FrameLoader implements ILazyLoader {
	private static final long serialVersionUID = 1L;

	private final transient StoredDataset stored;

	/** @param stored a data set of numbers, complex ones included */
	FrameLoader(StoredDataset stored) {
		this.stored = stored;
	}

	/** True even for a closed file: January would hand out null instead of the reason. */
	@Override
	public boolean isFileReadable() {
		return stored != null;
	}

	@Override
	public Dataset getDataset(IMonitor monitor, SliceND slice) {
		if (monitor != null && monitor.isCancelled())
			throw new CancelledException("reading " + stored.path());
		int[] extents = slice.getShape();
		int[] start = slice.getStart();
		int[] step = slice.getStep();
		int rank = extents.length;
		long[] offset = new long[rank];
		int[] box = new int[rank];
		int count = 1;
		for (int axis = 0; axis < rank; axis++) {
			if (extents[axis] == 0)
				return stored.dataset(ByteBuffer.allocate(0), 0, extents);
			int span = (extents[axis] - 1) * step[axis];
			offset[axis] = Math.min(start[axis], start[axis] + span);
			box[axis] = Math.abs(span) + 1;
			count = Math.multiplyExact(count, box[axis]);
		}
		Dataset read = stored.dataset(stored.read(offset, box), count, box);
		int[] from = new int[rank];
		int[] to = new int[rank];
		boolean all = true;
		for (int axis = 0; axis < rank; axis++) {
			all &= step[axis] == 1;
			from[axis] = step[axis] > 0 ? 0 : box[axis] - 1;
			to[axis] = step[axis] > 0 ? box[axis] : -1;
		}
		return all ? read : read.getSlice(new SliceND(box, from, to, step));
	}
}
