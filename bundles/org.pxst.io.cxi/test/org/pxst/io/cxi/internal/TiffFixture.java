// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes plain TIFF files: uncompressed grey images, one strip each. */
public final class TiffFixture {
	/** Values of the tag SampleFormat. */
	public static final int UNSIGNED = 1;
	public static final int SIGNED = 2;
	public static final int FLOAT = 3;

	private final int rows;
	private final int columns;
	private final int bits;
	private final int format;
	private final ByteOrder order;
	private final List<byte[]> pages = new ArrayList<>();
	private int samples = 1;
	private int photometric = 1;
	private boolean circle;

	public TiffFixture(int rows, int columns, int bits, int format, ByteOrder order) {
		this.rows = rows;
		this.columns = columns;
		this.bits = bits;
		this.format = format;
		this.order = order;
	}

	/** An image, its pixels in the file's byte order. */
	public TiffFixture page(byte[] pixels) {
		pages.add(pixels);
		return this;
	}

	public TiffFixture samples(int count) {
		samples = count;
		return this;
	}

	public TiffFixture photometric(int value) {
		photometric = value;
		return this;
	}

	/** Makes the last directory point to the first. */
	public TiffFixture inACircle() {
		circle = true;
		return this;
	}

	public Path write(Path file) throws IOException {
		int directory = 2 + 10 * 12 + 4;
		int size = 8;
		for (byte[] page : pages)
			size += directory + page.length;
		ByteBuffer out = ByteBuffer.allocate(size).order(order);
		out.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4d4d)).putShort((short) 42).putInt(8);
		for (int k = 0; k < pages.size(); k++) {
			byte[] page = pages.get(k);
			int pixels = out.position() + directory;
			out.putShort((short) 10);
			entry(out, 256, columns);
			entry(out, 257, rows);
			entry(out, 258, bits);
			entry(out, 259, 1);
			entry(out, 262, photometric);
			entry(out, 273, pixels);
			entry(out, 277, samples);
			entry(out, 278, rows);
			entry(out, 279, page.length);
			entry(out, 339, format);
			out.putInt(k + 1 < pages.size() ? pixels + page.length : circle ? 8 : 0);
			out.put(page);
		}
		return Files.write(file, out.array());
	}

	private static void entry(ByteBuffer out, int tag, int value) {
		// readers want addresses and extents as LONG, all else as SHORT
		boolean isLong = tag == 256 || tag == 257 || tag == 273 || tag == 278 || tag == 279;
		out.putShort((short) tag).putShort((short) (isLong ? 4 : 3)).putInt(1);
		if (isLong)
			out.putInt(value);
		else
			out.putShort((short) value).putShort((short) 0);
	}
}
