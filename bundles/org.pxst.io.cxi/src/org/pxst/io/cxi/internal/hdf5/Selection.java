// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;

/**
 * Elements of a data set that were selected, as a virtual data set stores it (HDF5 File Format Specification 3.0, section
 * VIII): everything, a grid of blocks, or a list of blocks. A grid may go on without end along one axis.
 */
public final class Selection {
	/** A count or a block without end. */
	public static final long UNLIMITED = Long.MAX_VALUE;
	private static final int NONE = 0;
	private static final int HYPERSLAB = 2;
	private static final int ALL = 3;
	private static final int MOST_BLOCKS = 1 << 20;

	private final int kind;
	/** Start, stride, count and block by axis; null when there is no grid. */
	private final long[][] grid;
	/** First and last element of each block by axis; null when there is no list. */
	private final long[][] blocks;

	private Selection(int kind, long[][] grid, long[][] blocks) {
		this.kind = kind;
		this.grid = grid;
		this.blocks = blocks;
	}

	/**
	 * Reads a selection.
	 *
	 * @param from begins with it; is left behind it
	 */
	static Selection parse(ByteBuffer from) {
		int kind = FormatReader.count(from, 4);
		int version = FormatReader.count(from, 4);
		if (kind == NONE || kind == ALL) {
			from.position(from.position() + 8);
			return new Selection(kind, null, null);
		}
		if (kind != HYPERSLAB || version < 1 || version > 3)
			throw new UnsupportedHdfException("a selection of kind " + kind + ", version " + version);
		boolean regular = false;
		int bytes = 4;
		if (version == 1) {
			from.position(from.position() + 8);
		} else {
			regular = (from.get() & 1) != 0;
			bytes = version == 2 ? 8 : from.get();
			if (version == 2)
				from.position(from.position() + 4);
		}
		int rank = FormatReader.count(from, 4);
		if (rank < 1 || rank > 32)
			throw new HdfException("a selection of " + rank + " axes");
		if (regular) {
			long[][] grid = new long[rank][4];
			for (long[] axis : grid)
				for (int k = 0; k < 4; k++) {
					axis[k] = FormatReader.number(from, bytes);
					if (axis[k] == FormatReader.UNDEFINED && k >= 2)
						axis[k] = UNLIMITED;
					if (axis[k] < (k == 0 ? 0 : 1))
						throw new HdfException("a selection with a start, stride, count or block of " + axis[k]);
				}
			return new Selection(kind, grid, null);
		}
		int count = FormatReader.count(from, bytes);
		if (count > MOST_BLOCKS || (long) count * 2 * rank * bytes > from.remaining())
			throw new HdfException("a selection of " + count + " blocks");
		long[][] blocks = new long[count][2 * rank];
		for (long[] block : blocks)
			for (int k = 0; k < 2 * rank; k++) {
				block[k] = FormatReader.number(from, bytes);
				if (block[k] < 0 || k >= rank && block[k] < block[k - rank])
					throw new HdfException("a selection with a block that ends at " + block[k]);
			}
		// older versions of the library list the blocks of a grid
		long[][] grid = gridOf(blocks, rank);
		return new Selection(kind, grid, grid == null ? blocks : null);
	}

	/** Start, stride, count and block by axis when blocks make a grid, else null. */
	private static long[][] gridOf(long[][] blocks, int rank) {
		long[][] grid = new long[rank][];
		long cells = 1;
		for (int axis = 0; axis < rank; axis++) {
			TreeMap<Long, Long> sizes = new TreeMap<>();
			for (long[] block : blocks) {
				long size = block[rank + axis] - block[axis] + 1;
				Long other = sizes.put(block[axis], size);
				if (other != null && other != size)
					return null;
			}
			grid[axis] = evenly(sizes);
			cells *= sizes.size();
			if (grid[axis] == null || cells > blocks.length)
				return null;
		}
		// as many as the grid has, none of them twice
		long distinct = Arrays.stream(blocks).map(Arrays::toString).distinct().count();
		return cells == blocks.length && distinct == blocks.length ? grid : null;
	}

	/** Start, stride, count and block of intervals, sizes by start, when they are alike and at regular distances. */
	private static long[] evenly(TreeMap<Long, Long> sizes) {
		if (sizes.isEmpty())
			return null;
		long start = sizes.firstKey();
		long block = sizes.firstEntry().getValue();
		long stride = sizes.size() == 1 ? block : sizes.higherKey(start) - start;
		long expected = start;
		for (Map.Entry<Long, Long> interval : sizes.entrySet()) {
			if (interval.getKey() != expected || interval.getValue() != block)
				return null;
			expected += stride;
		}
		return stride < block ? null : new long[] { start, stride, sizes.size(), block };
	}

	/** Whether it is everything, whatever the extents are. */
	public boolean isAll() {
		return kind == ALL;
	}

	/** The axis along which it goes on without end, or a negative number. */
	public int unlimitedAxis() {
		for (int axis = 0; grid != null && axis < grid.length; axis++)
			if (grid[axis][2] == UNLIMITED || grid[axis][3] == UNLIMITED)
				return axis;
		return -1;
	}

	/** How many elements along the unlimited axis lie within an extent. */
	public long within(long extent) {
		long[] axis = grid[unlimitedAxis()];
		if (extent <= axis[0])
			return 0;
		if (axis[3] == UNLIMITED)
			return extent - axis[0];
		return (extent - axis[0]) / axis[1] * axis[3] + Math.min((extent - axis[0]) % axis[1], axis[3]);
	}

	/** Extent along the unlimited axis that this many of its elements need. */
	public long extentOf(long elements) {
		long[] axis = grid[unlimitedAxis()];
		if (elements <= 0)
			return 0;
		if (axis[3] == UNLIMITED)
			return Math.addExact(axis[0], elements);
		long before = (elements - 1) / axis[3];
		return Math.addExact(Math.addExact(axis[0], Math.multiplyExact(before, axis[1])), elements - before * axis[3]);
	}

	/** Elements of one block along the unlimited axis. */
	public long block() {
		return grid[unlimitedAxis()][3];
	}

	/**
	 * The grid of a selection.
	 *
	 * @param dims      extents of the data set, for a selection of everything
	 * @param unlimited elements along the unlimited axis, if it has one
	 * @return empty when it is a list of blocks or nothing
	 */
	public Optional<Grid> grid(long[] dims, long unlimited) {
		if (kind == ALL)
			return Optional.of(Grid.all(dims));
		if (grid == null)
			return Optional.empty();
		requireRank(grid.length, dims);
		long[] start = new long[grid.length];
		long[] stride = new long[grid.length];
		long[] block = new long[grid.length];
		long[] size = new long[grid.length];
		for (int axis = 0; axis < grid.length; axis++) {
			start[axis] = grid[axis][0];
			stride[axis] = grid[axis][1];
			block[axis] = grid[axis][3];
			size[axis] = axis == unlimitedAxis() ? unlimited : Math.multiplyExact(grid[axis][2], grid[axis][3]);
		}
		return Optional.of(new Grid(start, stride, block, size));
	}

	/**
	 * One block of a grid that goes on without end.
	 *
	 * @param number its number, from 0
	 */
	public Grid blockOfGrid(long number, long[] dims) {
		Grid all = grid(dims, block()).orElseThrow();
		int axis = unlimitedAxis();
		long[] start = all.start().clone();
		start[axis] = Math.addExact(start[axis], Math.multiplyExact(number, all.stride()[axis]));
		return new Grid(start, all.stride(), all.block(), all.size());
	}

	/**
	 * The selected elements as runs of neighbours in the order of the data set.
	 *
	 * @param dims      extents of the data set
	 * @param unlimited elements along the unlimited axis, if it has one
	 */
	public Runs runs(long[] dims, long unlimited) {
		Optional<Grid> regular = grid(dims, unlimited);
		if (regular.isPresent())
			return Runs.of(regular.get(), dims);
		Runs.Builder runs = new Runs.Builder();
		if (blocks != null)
			for (long[] block : blocks) {
				int rank = block.length / 2;
				requireRank(rank, dims);
				long[] start = Arrays.copyOf(block, rank);
				long[] size = new long[rank];
				for (int axis = 0; axis < rank; axis++)
					size[axis] = block[rank + axis] - block[axis] + 1;
				runs.add(new Grid(start, size, size, size), dims);
			}
		return runs.build();
	}

	private static void requireRank(int rank, long[] dims) {
		if (rank != dims.length)
			throw new HdfException("a selection of " + rank + " axes of a data set that has " + dims.length);
	}

	/** Extent that a list of blocks needs along an axis. */
	public long bound(int axis) {
		long bound = 0;
		for (int k = 0; blocks != null && k < blocks.length; k++)
			bound = Math.max(bound, blocks[k][blocks[k].length / 2 + axis] + 1);
		return bound;
	}
}
