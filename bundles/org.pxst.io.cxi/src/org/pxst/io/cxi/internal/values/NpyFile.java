// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.values;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Dict;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LiteralSyntaxException;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.Sequence;
import org.pxst.core.literal.Text;
import org.pxst.io.cxi.tools.ArrayValues;

/** An array as numpy saves it (NEP 1, "A Simple File Format for NumPy Arrays", versions 1 to 3). */
final class NpyFile {
	private static final byte[] MAGIC = { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y' };
	private static final int LONGEST_HEADER = 1 << 20;
	private static final Pattern TYPE = Pattern.compile("([<>|=])([biuf])([1248])");

	private final Path file;

	NpyFile(Path file) {
		this.file = file;
	}

	/** Reads it. */
	ArrayValues read() {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			ByteBuffer start = read(channel, 8);
			if (!Arrays.equals(Arrays.copyOf(start.array(), MAGIC.length), MAGIC))
				throw wrong("is no file of numpy");
			int version = start.get(6);
			if (version < 1 || version > 3)
				throw wrong("is of version " + version + ", but 1 to 3 can be read; save it again with numpy.save");
			long length = version == 1 ? read(channel, 2).getShort() & 0xffff : read(channel, 4).getInt() & 0xffffffffL;
			if (length > LONGEST_HEADER)
				throw wrong("has a header of " + length + " bytes; it is damaged");
			String header = new String(read(channel, (int) length).array(),
					version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
			return read(channel, header(header));
		} catch (EOFException e) {
			throw new InvalidDataException(file + ": is cut short; copy it again", e);
		} catch (IOException e) {
			throw new InvalidDataException(file + ": cannot be read (" + e.getMessage() + ")", e);
		}
	}

	private static ByteBuffer read(FileChannel channel, int bytes) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
		while (buffer.hasRemaining())
			if (channel.read(buffer) < 0)
				throw new EOFException();
		return buffer.flip();
	}

	private Dict header(String text) {
		try {
			if (Literal.parse(text) instanceof Dict dict)
				return dict;
		} catch (LiteralSyntaxException e) {
			throw new InvalidDataException(file + ": has a header that makes no sense: " + e.getMessage(), e);
		}
		throw wrong("has a header that is no dictionary");
	}

	private ArrayValues read(FileChannel channel, Dict header) throws IOException {
		if (!(header.entries().get(new Text("shape")) instanceof Sequence extents))
			throw wrong("has no shape in its header");
		List<Integer> shape = new ArrayList<>();
		long count = 1;
		for (Literal extent : extents.items()) {
			if (!(extent instanceof LongLiteral number) || number.value() < 0 || number.value() > Integer.MAX_VALUE)
				throw wrong("has the extent " + extent.text() + " in its shape");
			shape.add((int) number.value());
			count = Math.min(Integer.MAX_VALUE, count * number.value());
		}
		Literal order = header.entries().get(new Text("fortran_order"));
		if (shape.size() > 1 && !new Flag(false).equals(order))
			throw wrong("is in Fortran order; save it with numpy.save(name, numpy.ascontiguousarray(a))");
		Matcher type = header.entries().get(new Text("descr")) instanceof Text text ? TYPE.matcher(text.value()) : TYPE.matcher("");
		if (!type.matches())
			throw wrong("holds elements of type "
					+ Optional.ofNullable(header.entries().get(new Text("descr"))).map(Literal::text).orElse("unknown")
					+ "; plain numbers and booleans can be read");
		int size = Integer.parseInt(type.group(3));
		long bytes = count * size;
		if (bytes > Integer.MAX_VALUE - 8)
			throw wrong("has more than 2 GB; this is too large to be written in one piece");
		if (channel.size() - channel.position() < bytes)
			throw new EOFException();
		ByteBuffer data = read(channel, (int) bytes).order(
				">".equals(type.group(1)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		return new ArrayValues(values(type.group(2).charAt(0), size, data, (int) count), shape);
	}

	private Object values(char kind, int size, ByteBuffer data, int count) {
		if (kind == 'b' && size == 1) {
			boolean[] flags = new boolean[count];
			for (int k = 0; k < count; k++)
				flags[k] = data.get(k) != 0;
			return flags;
		}
		if (kind == 'f')
			return floats(size, data, count);
		if (kind == 'u' && size == 1)
			return data.array();
		if (kind == 'u' && size == 2) {
			short[] values = new short[count];
			data.asShortBuffer().get(values);
			return values;
		}
		if (size == 8 || kind == 'u') {
			long[] values = new long[count];
			for (int k = 0; k < count; k++)
				values[k] = size == 8 ? data.getLong(8 * k) : data.getInt(4 * k) & 0xffffffffL;
			if (kind == 'u' && Arrays.stream(values).anyMatch(value -> value < 0))
				throw wrong("holds whole numbers beyond 2^63, which cannot be written; convert it to float64");
			return values;
		}
		int[] values = new int[count];
		for (int k = 0; k < count; k++)
			values[k] = size == 4 ? data.getInt(4 * k) : size == 2 ? data.getShort(2 * k) : data.get(k);
		return values;
	}

	private Object floats(int size, ByteBuffer data, int count) {
		if (size == 8) {
			double[] values = new double[count];
			data.asDoubleBuffer().get(values);
			return values;
		}
		if (size != 4)
			throw wrong("holds floats of " + size + " bytes; convert it to float32");
		float[] values = new float[count];
		data.asFloatBuffer().get(values);
		return values;
	}

	private InvalidDataException wrong(String what) {
		return new InvalidDataException(file + ": " + what);
	}
}
