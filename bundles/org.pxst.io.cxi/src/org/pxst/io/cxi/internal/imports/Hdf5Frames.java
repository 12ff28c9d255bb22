// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.nio.ByteBuffer;
import java.util.List;

import org.pxst.core.scan.PixelType;
import org.pxst.io.cxi.internal.SourceDataset;

/** Frames in one or several HDF5 data sets, one after another. */
final class Hdf5Frames extends StoredFrames {
	private final List<Run> runs;
	private final FrameAxes axes;
	private final int rows;
	private final int columns;
	private final PixelType type;

	/**
	 * Consecutive frames of a data set.
	 *
	 * @param dataset where they are
	 * @param first   the first
	 * @param count   how many
	 */
	record Run(SourceDataset dataset, int first, int count) {
	}

	/**
	 * @param runs where the frames are; at least one, all of the same type and size
	 * @param axes what the axes of the data sets are
	 */
	Hdf5Frames(List<Run> runs, FrameAxes axes) {
		this.runs = runs;
		this.axes = axes;
		long[] shape = runs.get(0).dataset().shape();
		rows = axes.rows(shape);
		columns = axes.columns(shape);
		type = runs.get(0).dataset().pixels().orElseThrow();
	}

	@Override
	public int frames() {
		return runs.stream().mapToInt(Run::count).sum();
	}

	@Override
	public int rows() {
		return rows;
	}

	@Override
	public int columns() {
		return columns;
	}

	@Override
	public PixelType type() {
		return type;
	}

	@Override
	public void readStored(int first, int count, ByteBuffer target) {
		int start = 0;
		for (Run run : runs) {
			int from = Math.max(first, start);
			int to = Math.min(first + count, start + run.count());
			if (from < to)
				axes.read(run.dataset(), run.first() + from - start, to - from, target);
			start += run.count();
		}
	}
}
