// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.ArrayValues;

/** All images of a TIFF file as one array. */
public final class TiffArray {
	private final TiffFile file;

	/**
	 * @param path a TIFF file
	 * @throws InvalidDataException when it is none
	 */
	public TiffArray(Path path) {
		file = TiffFile.open(path);
	}

	/**
	 * Reads it: (rows, columns), or (images, rows, columns) when there are several of one kind.
	 *
	 * @throws InvalidDataException when it cannot be read
	 */
	public ArrayValues read() {
		TiffFile.Kind kind = file.kind(0);
		long bytes = (long) file.pages() * kind.rows() * kind.columns() * kind.type().bytes();
		if (bytes > Integer.MAX_VALUE - 8)
			throw new InvalidDataException(file.path() + ": has more than 2 GB; this is too large to be written in one piece");
		ByteBuffer data = ByteBuffer.allocate((int) bytes).order(ByteOrder.nativeOrder());
		for (int page = 0; page < file.pages(); page++)
			file.read(page, kind, data);
		List<Integer> frame = List.of(kind.rows(), kind.columns());
		return new ArrayValues(values(kind, data.flip().order(ByteOrder.nativeOrder())),
				file.pages() == 1 ? frame : List.of(file.pages(), kind.rows(), kind.columns()));
	}

	private static Object values(TiffFile.Kind kind, ByteBuffer data) {
		int count = data.limit() / kind.type().bytes();
		switch (kind.type()) {
		case UINT8:
			return data.array();
		case UINT16: {
			short[] values = new short[count];
			data.asShortBuffer().get(values);
			return values;
		}
		case UINT32: {
			long[] values = new long[count];
			for (int k = 0; k < count; k++)
				values[k] = data.getInt(4 * k) & 0xffffffffL;
			return values;
		}
		case FLOAT32: {
			float[] values = new float[count];
			data.asFloatBuffer().get(values);
			return values;
		}
		case FLOAT64: {
			double[] values = new double[count];
			data.asDoubleBuffer().get(values);
			return values;
		}
		default: {
			int[] values = new int[count];
			for (int k = 0; k < count; k++)
				values[k] = kind.type().bytes() == 4 ? data.getInt(4 * k)
						: kind.type().bytes() == 2 ? data.getShort(2 * k) : data.get(k);
			return values;
		}
		}
	}
}
