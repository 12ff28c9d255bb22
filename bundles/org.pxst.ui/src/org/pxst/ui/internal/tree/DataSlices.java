// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.Arrays;

import org.eclipse.january.DatasetException;
import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.january.dataset.FloatDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.eclipse.january.dataset.SliceND;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;

/** Reads parts of a data set, never more than what is asked for. */
final class DataSlices {
	/** Most elements that are read in one piece. */
	static final long MOST = 1L << 25;

	private final ILazyDataset values;
	private final String where;
	private final IMonitor monitor;

	/**
	 * @param values  the data set
	 * @param where   file and path, for messages
	 * @param monitor to stop it
	 */
	DataSlices(ILazyDataset values, String where, IMonitor monitor) {
		this.values = values;
		this.where = where;
		this.monitor = monitor;
	}

	/**
	 * Reads a box.
	 *
	 * @param start first element along each axis
	 * @param count extents of the box
	 */
	Dataset box(long[] start, long[] count) {
		if (monitor.isCancelled())
			throw new CancelledException("reading " + where);
		int rank = start.length;
		if (rank == 0)
			return whole();
		int[] from = new int[rank];
		int[] to = new int[rank];
		long size = 1;
		for (int axis = 0; axis < rank; axis++) {
			from[axis] = Math.toIntExact(start[axis]);
			to[axis] = Math.toIntExact(start[axis] + count[axis]);
			size = Math.multiplyExact(size, count[axis]);
		}
		if (size > MOST)
			throw new InvalidDataException(where + ": a part of " + size + " elements is too large to be shown");
		int[] step = new int[rank];
		Arrays.fill(step, 1);
		try {
			return DatasetUtils.convertToDataset(values.getSlice(monitor, new SliceND(values.getShape(), from, to, step)));
		} catch (DatasetException e) {
			throw new InvalidDataException(where + ": cannot be read: " + e.getMessage(), e);
		}
	}

	private Dataset whole() {
		try {
			return DatasetUtils.convertToDataset(values.getSlice());
		} catch (DatasetException e) {
			throw new InvalidDataException(where + ": cannot be read: " + e.getMessage(), e);
		}
	}

	/**
	 * Reads a plane, every n-th row and column of it when it is very large.
	 *
	 * @param start  a place in the plane
	 * @param row    axis of the rows
	 * @param column axis of the columns
	 * @param step   n
	 * @param part   of complex numbers
	 * @return values, flat row-major; rows and columns are the extents divided by n, rounded up
	 */
	float[] plane(long[] start, int row, int column, int step, ComplexPart part) {
		long[] from = start.clone();
		from[row] = 0;
		from[column] = 0;
		long[] count = new long[start.length];
		Arrays.fill(count, 1);
		int rows = values.getShape()[row];
		int columns = values.getShape()[column];
		count[column] = columns;
		if (step == 1) {
			count[row] = rows;
			return floats(part.of(box(from, count)));
		}
		int kept = (columns + step - 1) / step;
		float[] plane = new float[(rows + step - 1) / step * kept];
		for (int i = 0; i < rows; i += step) {
			from[row] = i;
			float[] line = floats(part.of(box(from, count)));
			for (int j = 0; j < kept; j++)
				plane[i / step * kept + j] = line[j * step];
		}
		return plane;
	}

	/** Values as single precision, flat; true is 1. */
	static float[] floats(Dataset values) {
		return DatasetUtils.cast(FloatDataset.class, values).getData();
	}

	/** Values as double precision, flat; true is 1. */
	static double[] doubles(Dataset values) {
		return DatasetUtils.cast(DoubleDataset.class, values).getData();
	}
}
