// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.jhdf.exceptions.HdfException;

/** Selected elements as runs of neighbours along the last axis, in the order in which the data set counts them. */
public final class Runs {
	private static final int MOST = 1 << 22;

	private final long[] first;
	/** Selected elements in front of each run, and in all. */
	private final long[] before;

	private Runs(long[] first, long[] before) {
		this.first = first;
		this.before = before;
	}

	/** The elements of a grid. */
	public static Runs of(Grid grid, long[] dims) {
		Builder builder = new Builder();
		builder.add(grid, dims);
		return builder.build();
	}

	/** Number of selected elements. */
	public long count() {
		return before[first.length];
	}

	/** Number of runs. */
	public int runs() {
		return first.length;
	}

	/** First element of a run, counted through the data set. */
	public long first(int run) {
		return first[run];
	}

	/** Elements of a run. */
	public long length(int run) {
		return before[run + 1] - before[run];
	}

	/** Selected elements in front of a run. */
	public long before(int run) {
		return before[run];
	}

	/** The run that has the k-th selected element. */
	public int runOf(long k) {
		return search(before, first.length, k);
	}

	/** The last run that does not begin behind an element of the data set, or 0. */
	public int runAt(long element) {
		return Math.max(0, search(first, first.length, element));
	}

	/** Index of the last value that is not larger, -1 when there is none. */
	private static int search(long[] values, int count, long wanted) {
		int low = 0;
		int high = count;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (values[middle] <= wanted)
				low = middle + 1;
			else
				high = middle;
		}
		return low - 1;
	}

	/** Collects runs. */
	static final class Builder {
		private final List<long[]> runs = new ArrayList<>();

		/** Adds the elements of a grid; no two grids may share one. */
		void add(Grid grid, long[] dims) {
			if (grid.count() == 0)
				return;
			int last = dims.length - 1;
			long[] index = new long[dims.length];
			while (true) {
				long element = 0;
				for (int axis = 0; axis <= last; axis++)
					element = Math.addExact(Math.multiplyExact(element, dims[axis]), grid.at(axis, index[axis]));
				long length = last < 0 ? 1 : grid.neighbours(last, index[last]);
				if (runs.size() >= MOST)
					throw new HdfException("a selection of more than " + MOST + " pieces");
				runs.add(new long[] { element, length });
				int axis = last;
				if (axis >= 0)
					index[axis] += length;
				while (axis >= 0 && index[axis] >= grid.size()[axis]) {
					index[axis] = 0;
					if (--axis >= 0)
						index[axis]++;
				}
				if (axis < 0)
					return;
			}
		}

		Runs build() {
			runs.sort(Comparator.comparingLong(run -> run[0]));
			long[] first = new long[runs.size()];
			long[] before = new long[runs.size() + 1];
			for (int run = 0; run < first.length; run++) {
				first[run] = runs.get(run)[0];
				before[run + 1] = before[run] + runs.get(run)[1];
			}
			return new Runs(first, before);
		}
	}
}
