// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.january.dataset.Dataset;
import org.pxst.core.InvalidDataException;

/**
 * Images as TIFF files of 32-bit floats (TIFF 6.0, sections 2 and 19), uncompressed, one strip an image, little endian. NaN
 * stays NaN. A pair of images along the two axes gives two files, other stacks one with several images.
 */
final class TiffOutput {
	private static final int HEADER = 8;
	private static final int ENTRIES = 11;
	private static final int DIRECTORY = 2 + 12 * ENTRIES + 4;
	private static final int SHORT = 3;
	private static final int LONG = 4;
	private static final int FLOAT_FORMAT = 3;

	private final ExportedData data;

	/** @param data an image, or several */
	TiffOutput(ExportedData data) {
		this.data = data;
	}

	/** The files by name. */
	Map<String, byte[]> files() {
		int[] shape = data.shape();
		int rows = shape[shape.length - 2];
		int columns = shape[shape.length - 1];
		Dataset flat = data.values().flatten();
		List<String> components = shape.length == 3 && shape[0] == 2 ? ExportedData.components(2) : List.of();
		if (components.isEmpty())
			return Map.of(data.name() + ".tif", bytes(flat, 0, shape.length == 3 ? shape[0] : 1, rows, columns));
		Map<String, byte[]> files = new LinkedHashMap<>();
		for (int k = 0; k < components.size(); k++)
			files.put(data.name() + "_" + components.get(k) + ".tif", bytes(flat, k, 1, rows, columns));
		return files;
	}

	private byte[] bytes(Dataset flat, int first, int images, int rows, int columns) {
		long size = HEADER + (long) images * (DIRECTORY + 4L * rows * columns);
		if (size > Integer.MAX_VALUE - 8)
			throw new InvalidDataException(data.path() + ": has more than 2 GB, too much for one TIFF file; export it as nexus");
		ByteBuffer file = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
		file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER);
		for (int k = 0; k < images; k++) {
			directory(file, rows, columns, k == images - 1);
			int from = (first + k) * rows * columns;
			for (int n = 0; n < rows * columns; n++)
				file.putFloat((float) flat.getElementDoubleAbs(from + n));
		}
		return file.array();
	}

	private static void directory(ByteBuffer file, int rows, int columns, boolean last) {
		int pixels = file.position() + DIRECTORY;
		file.putShort((short) ENTRIES);
		entry(file, 256, LONG, columns);
		entry(file, 257, LONG, rows);
		entry(file, 258, SHORT, 32);
		// no compression, zero is black
		entry(file, 259, SHORT, 1);
		entry(file, 262, SHORT, 1);
		entry(file, 273, LONG, pixels);
		entry(file, 277, SHORT, 1);
		entry(file, 278, LONG, rows);
		entry(file, 279, LONG, 4 * rows * columns);
		entry(file, 284, SHORT, 1);
		entry(file, 339, SHORT, FLOAT_FORMAT);
		file.putInt(last ? 0 : pixels + 4 * rows * columns);
	}

	private static void entry(ByteBuffer file, int tag, int type, int value) {
		file.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
	}
}
