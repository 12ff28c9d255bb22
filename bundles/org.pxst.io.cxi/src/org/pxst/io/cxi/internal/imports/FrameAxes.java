// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

import org.pxst.io.cxi.internal.SourceDataset;

/**
 * What the axes of a data set of frames are. Usually the last two are rows and columns (slow and fast scan axis), and all
 * before them count frames, as in a grid scan. In another order there are three.
 *
 * @param frame position of the frame axis
 * @param ss    position of the slow scan axis
 * @param fs    position of the fast scan axis
 * @param usual whether it is the usual order, for any number of axes
 */
record FrameAxes(int frame, int ss, int fs, boolean usual) {
	/** Names in mapping files. */
	private static final List<String> NAMES = List.of("frame", "ss", "fs");

	/** Frames, rows, columns. */
	static final FrameAxes USUAL = new FrameAxes(0, 1, 2, true);

	/** The order that a mapping names; empty when it does not name each axis once. */
	static Optional<FrameAxes> of(List<String> names) {
		if (names.isEmpty() || names.equals(NAMES))
			return Optional.of(USUAL);
		if (names.size() != NAMES.size() || !names.containsAll(NAMES))
			return Optional.empty();
		return Optional.of(new FrameAxes(names.indexOf("frame"), names.indexOf("ss"), names.indexOf("fs"), false));
	}

	/** Number of frames; 1 for a single image. */
	long frames(long[] shape) {
		if (!usual)
			return shape[frame];
		long frames = 1;
		for (int axis = 0; axis < shape.length - 2; axis++)
			frames *= shape[axis];
		return frames;
	}

	/** Number of rows. */
	int rows(long[] shape) {
		return (int) shape[usual ? shape.length - 2 : ss];
	}

	/** Number of columns. */
	int columns(long[] shape) {
		return (int) shape[usual ? shape.length - 1 : fs];
	}

	/**
	 * Reads whole frames.
	 *
	 * @param dataset where they are
	 * @param first   the first
	 * @param count   how many
	 * @param target  receives them, flat (frame, ss, fs), in the machine's byte order
	 */
	void read(SourceDataset dataset, int first, int count, ByteBuffer target) {
		long[] shape = dataset.shape();
		if (usual && shape.length == 3)
			dataset.read(new long[] { first, 0, 0 }, new int[] { count, rows(shape), columns(shape) }, target);
		else if (usual)
			for (int n = first; n < first + count; n++)
				readOne(dataset, shape, n, target);
		else
			readTransposed(dataset, shape, first, count, target);
	}

	private void readOne(SourceDataset dataset, long[] shape, int n, ByteBuffer target) {
		int[] box = new int[shape.length];
		long[] offset = new long[shape.length];
		long rest = n;
		for (int axis = shape.length - 3; axis >= 0; axis--) {
			offset[axis] = rest % shape[axis];
			rest /= shape[axis];
			box[axis] = 1;
		}
		box[shape.length - 2] = rows(shape);
		box[shape.length - 1] = columns(shape);
		dataset.read(offset, box, target);
	}

	private void readTransposed(SourceDataset dataset, long[] shape, int first, int count, ByteBuffer target) {
		int bytes = dataset.pixels().orElseThrow().bytes();
		long[] offset = new long[3];
		offset[frame] = first;
		int[] box = new int[3];
		box[frame] = count;
		box[ss] = rows(shape);
		box[fs] = columns(shape);
		ByteBuffer values = ByteBuffer.allocateDirect(count * rows(shape) * columns(shape) * bytes)
				.order(ByteOrder.nativeOrder());
		dataset.read(offset, box, values);
		int[] step = { box[1] * box[2] * bytes, box[2] * bytes, bytes };
		for (int n = 0; n < count; n++)
			for (int i = 0; i < box[ss]; i++)
				for (int j = 0; j < box[fs]; j++) {
					int at = n * step[frame] + i * step[ss] + j * step[fs];
					target.put(target.position(), values, at, bytes);
					target.position(target.position() + bytes);
				}
	}
}
