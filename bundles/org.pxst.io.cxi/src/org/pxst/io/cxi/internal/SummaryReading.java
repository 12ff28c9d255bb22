// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.io.cxi.tools.ValueSummary;

/** Goes through the values of a data set block by block, for their extremes and mean. */
final class SummaryReading {
	/** Bytes that are read at a time, unless a chunk has more. */
	private static final int BLOCK = 1 << 24;

	private final StoredDataset dataset;
	private final ElementType type;
	private long nan;
	private long infinite;
	private long finite;
	private double min = Double.POSITIVE_INFINITY;
	private double max = Double.NEGATIVE_INFINITY;
	private double sum;

	/** @param dataset numbers or booleans */
	SummaryReading(StoredDataset dataset) {
		this.dataset = dataset;
		type = dataset.type().orElseThrow();
	}

	/**
	 * Does it.
	 *
	 * @throws CancelledException  when the monitor asks for it
	 * @throws ArithmeticException when an extent is more than 2^31
	 */
	ValueSummary read(IMonitor monitor) {
		long count = dataset.size();
		if (count > 0)
			readBlocks(monitor);
		return new ValueSummary(count, nan, infinite, finite > 0 ? min : Double.NaN, finite > 0 ? max : Double.NaN,
				finite > 0 ? sum / finite : Double.NaN);
	}

	private void readBlocks(IMonitor monitor) {
		int rank = dataset.rank();
		int[] shape = new int[rank];
		long step = type.size();
		for (int axis = 0; axis < rank; axis++) {
			shape[axis] = Math.toIntExact(dataset.extent(axis));
			step *= shape[axis];
		}
		if (rank == 0) {
			add(dataset.read(new long[0], new int[0]), 1);
			return;
		}
		// the first axis along which a step is no larger than a block; the axes before it go one by one
		int axis = 0;
		step /= shape[0];
		while (axis < rank - 1 && step > BLOCK)
			step /= shape[++axis];
		int steps = (int) Math.max(1, Math.min(shape[axis], BLOCK / step));
		BoxWalk outer = new BoxWalk(shape, axis);
		do {
			long[] offset = new long[rank];
			int[] box = shape.clone();
			for (int k = 0; k < axis; k++) {
				offset[k] = outer.index(k);
				box[k] = 1;
			}
			for (int at = 0; at < shape[axis]; at += steps) {
				if (monitor.isCancelled())
					throw new CancelledException("reading " + dataset.path());
				offset[axis] = at;
				box[axis] = Math.min(steps, shape[axis] - at);
				add(dataset.read(offset, box), (int) (box[axis] * (step / type.size())));
			}
		} while (outer.next());
	}

	private void add(ByteBuffer values, int count) {
		double blockSum = 0;
		for (int k = 0; k < count; k++) {
			double value = type.get(values, k);
			if (Double.isNaN(value)) {
				nan++;
			} else if (Double.isInfinite(value)) {
				infinite++;
			} else {
				finite++;
				blockSum += value;
				min = Math.min(min, value);
				max = Math.max(max, value);
			}
		}
		sum += blockSum;
	}
}
