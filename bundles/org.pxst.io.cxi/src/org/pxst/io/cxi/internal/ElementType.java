// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Map;
import java.util.Optional;

import org.eclipse.january.dataset.BooleanDataset;
import org.eclipse.january.dataset.ByteDataset;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetFactory;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.january.dataset.FloatDataset;
import org.eclipse.january.dataset.IntegerDataset;
import org.eclipse.january.dataset.LongDataset;
import org.eclipse.january.dataset.ShortDataset;
import org.pxst.core.scan.PixelType;

import io.jhdf.object.datatype.BitField;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;

/**
 * The element types that can be read as numbers. Values are taken from buffers that have the file's byte order;
 * unsigned integers become the next larger January type, unsigned 64 bit becomes double.
 */
enum ElementType {
	/** The enumeration {FALSE, TRUE} of h5py, or a bit field of 8 bits. */
	BOOLEAN("bool", 1, BooleanDataset.class, PixelType.UINT8),
	/** Signed, 1 byte. */
	INT8("int8", 1, ByteDataset.class, PixelType.INT8),
	/** Unsigned, 1 byte. */
	UINT8("uint8", 1, ShortDataset.class, PixelType.UINT8),
	/** Signed, 2 bytes. */
	INT16("int16", 2, ShortDataset.class, PixelType.INT16),
	/** Unsigned, 2 bytes. */
	UINT16("uint16", 2, IntegerDataset.class, PixelType.UINT16),
	/** Signed, 4 bytes. */
	INT32("int32", 4, IntegerDataset.class, PixelType.INT32),
	/** Unsigned, 4 bytes. */
	UINT32("uint32", 4, LongDataset.class, PixelType.UINT32),
	/** Signed, 8 bytes. */
	INT64("int64", 8, LongDataset.class, PixelType.INT64),
	/** Unsigned, 8 bytes. */
	UINT64("uint64", 8, DoubleDataset.class, PixelType.UINT64),
	/** IEEE 754, 2 bytes. */
	FLOAT16("float16", 2, FloatDataset.class, PixelType.FLOAT32),
	/** IEEE 754, 4 bytes. */
	FLOAT32("float32", 4, FloatDataset.class, PixelType.FLOAT32),
	/** IEEE 754, 8 bytes. */
	FLOAT64("float64", 8, DoubleDataset.class, PixelType.FLOAT64);

	/** Elements that are converted at a time: few enough to stay in the cache. */
	private static final int TILE = 1 << 12;

	private final String label;
	private final int size;
	private final Class<? extends Dataset> dataset;
	private final PixelType pixel;

	ElementType(String label, int size, Class<? extends Dataset> dataset, PixelType pixel) {
		this.label = label;
		this.size = size;
		this.dataset = dataset;
		this.pixel = pixel;
	}

	/** Name as numpy has it. */
	String label() {
		return label;
	}

	/** Bytes an element. */
	int size() {
		return size;
	}

	/** The January type that holds all values. */
	Class<? extends Dataset> dataset() {
		return dataset;
	}

	/** The type in which pixels of this type are handed on. */
	PixelType pixel() {
		return pixel;
	}

	/**
	 * The element type of a data set.
	 *
	 * @param type type as jhdf gives it
	 * @return empty when its elements are no numbers (strings, compounds, references) or stored in an unusual way
	 */
	static Optional<ElementType> of(DataType type) {
		if (type instanceof EnumDataType enumeration)
			return isBoolean(enumeration) ? Optional.of(BOOLEAN) : of(enumeration.getBaseType());
		// the booleans of PyTables and of jhdf
		if (type instanceof BitField bits && bits.getSize() == 1 && bits.getBitOffset() == 0 && bits.getBitPrecision() == 8)
			return Optional.of(BOOLEAN);
		if (type instanceof FixedPoint integer && integer.getBitOffset() == 0
				&& (!integer.isSigned() || integer.getBitPrecision() == 8 * integer.getSize()))
			return find((integer.isSigned() ? "int" : "uint") + 8 * integer.getSize());
		if (type instanceof FloatingPoint number)
			return find("float" + 8 * type.getSize()).filter(found -> found.isLaidOutAs(number));
		return Optional.empty();
	}

	/** Whether a floating point number is that of IEEE 754, and not bfloat16, say. */
	private boolean isLaidOutAs(FloatingPoint number) {
		int mantissa = this == FLOAT16 ? 10 : this == FLOAT32 ? 23 : 52;
		return number.getBitOffset() == 0 && number.getMantissaLocation() == 0 && number.getMantissaSize() == mantissa
				&& number.getExponentLocation() == mantissa && number.getExponentSize() == 8 * size - 1 - mantissa;
	}

	private static boolean isBoolean(EnumDataType type) {
		return type.getBaseType().getSize() == 1 && type.getEnumMapping().equals(Map.of(0, "FALSE", 1, "TRUE"));
	}

	private static Optional<ElementType> find(String label) {
		for (ElementType type : values())
			if (type.label.equals(label))
				return Optional.of(type);
		return Optional.empty();
	}

	/**
	 * One value.
	 *
	 * @param from  elements from position 0 on
	 * @param index number of the element
	 */
	double get(ByteBuffer from, int index) {
		return switch (this) {
		case BOOLEAN, INT8 -> from.get(index);
		case UINT8 -> from.get(index) & 0xff;
		case INT16 -> from.getShort(2 * index);
		case UINT16 -> from.getShort(2 * index) & 0xffff;
		case INT32 -> from.getInt(4 * index);
		case UINT32 -> from.getInt(4 * index) & 0xffffffffL;
		case INT64 -> from.getLong(8 * index);
		case UINT64 -> unsigned(from.getLong(8 * index));
		case FLOAT16 -> FloatingPoint.toFloat(from.getShort(2 * index));
		case FLOAT32 -> from.getFloat(4 * index);
		case FLOAT64 -> from.getDouble(8 * index);
		};
	}

	/** The value of 64 bits without sign; the lowest bit is kept sticky so that it rounds the right way. */
	private static double unsigned(long bits) {
		return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
	}

	/**
	 * Converts to float.
	 *
	 * @param from   elements from position 0 on
	 * @param target receives the values
	 * @param at     index of the first
	 * @param count  number of elements
	 */
	void toFloats(ByteBuffer from, float[] target, int at, int count) {
		ByteBuffer source = from.duplicate().order(from.order()).position(0);
		switch (this) {
		case FLOAT32 -> source.asFloatBuffer().get(target, at, count);
		case UINT8, BOOLEAN, INT8 -> bytesToFloats(source, target, at, count);
		case UINT16, INT16, FLOAT16 -> shortsToFloats(source.asShortBuffer(), target, at, count);
		case INT32, UINT32 -> intsToFloats(source.asIntBuffer(), target, at, count);
		default -> {
			for (int k = 0; k < count; k++)
				target[at + k] = (float) get(source, k);
		}
		}
	}

	private void bytesToFloats(ByteBuffer from, float[] target, int at, int count) {
		byte[] tile = new byte[Math.min(TILE, count)];
		int mask = this == UINT8 ? 0xff : -1;
		for (int done = 0; done < count; done += tile.length) {
			int some = Math.min(tile.length, count - done);
			from.get(tile, 0, some);
			for (int k = 0; k < some; k++)
				target[at + done + k] = tile[k] & mask;
		}
	}

	private void shortsToFloats(ShortBuffer from, float[] target, int at, int count) {
		short[] tile = new short[Math.min(TILE, count)];
		int mask = this == UINT16 ? 0xffff : -1;
		for (int done = 0; done < count; done += tile.length) {
			int some = Math.min(tile.length, count - done);
			from.get(tile, 0, some);
			if (this == FLOAT16)
				for (int k = 0; k < some; k++)
					target[at + done + k] = FloatingPoint.toFloat(tile[k]);
			else
				for (int k = 0; k < some; k++)
					target[at + done + k] = tile[k] & mask;
		}
	}

	private void intsToFloats(IntBuffer from, float[] target, int at, int count) {
		int[] tile = new int[Math.min(TILE, count)];
		for (int done = 0; done < count; done += tile.length) {
			int some = Math.min(tile.length, count - done);
			from.get(tile, 0, some);
			if (this == UINT32)
				for (int k = 0; k < some; k++)
					target[at + done + k] = tile[k] & 0xffffffffL;
			else
				for (int k = 0; k < some; k++)
					target[at + done + k] = tile[k];
		}
	}

	/**
	 * Copies pixels in the type in which they are handed on, in the machine's byte order.
	 *
	 * @param from   elements from position 0 on
	 * @param target receives the pixels from its position on, which moves behind them
	 * @param count  number of elements
	 */
	void toPixels(ByteBuffer from, ByteBuffer target, int count) {
		int bytes = count * pixel.bytes();
		ByteBuffer part = target.slice(target.position(), bytes).order(ByteOrder.nativeOrder());
		if (this == FLOAT16) {
			FloatBuffer floats = part.asFloatBuffer();
			ShortBuffer halves = from.duplicate().order(from.order()).position(0).asShortBuffer();
			for (int k = 0; k < count; k++)
				floats.put(k, FloatingPoint.toFloat(halves.get(k)));
		} else {
			part.put(0, from, 0, bytes);
			toNativeOrder(part.order(from.order()));
		}
		target.position(target.position() + bytes);
	}

	/**
	 * Swaps the bytes of all elements where they are, if they do not have the machine's byte order.
	 *
	 * @param elements from position 0 to the limit, with the order in which they are now
	 */
	void toNativeOrder(ByteBuffer elements) {
		if (size == 1 || elements.order() == ByteOrder.nativeOrder())
			return;
		ByteBuffer swapped = elements.duplicate().order(ByteOrder.nativeOrder());
		int count = elements.limit() / size;
		switch (size) {
		case 2 -> {
			ShortBuffer from = elements.asShortBuffer();
			ShortBuffer to = swapped.asShortBuffer();
			short[] tile = new short[Math.min(TILE, count)];
			for (int done = 0; done < count; done += tile.length) {
				int some = Math.min(tile.length, count - done);
				from.get(done, tile, 0, some);
				to.put(done, tile, 0, some);
			}
		}
		case 4 -> {
			IntBuffer from = elements.asIntBuffer();
			IntBuffer to = swapped.asIntBuffer();
			int[] tile = new int[Math.min(TILE, count)];
			for (int done = 0; done < count; done += tile.length) {
				int some = Math.min(tile.length, count - done);
				from.get(done, tile, 0, some);
				to.put(done, tile, 0, some);
			}
		}
		default -> {
			LongBuffer from = elements.asLongBuffer();
			LongBuffer to = swapped.asLongBuffer();
			long[] tile = new long[Math.min(TILE, count)];
			for (int done = 0; done < count; done += tile.length) {
				int some = Math.min(tile.length, count - done);
				from.get(done, tile, 0, some);
				to.put(done, tile, 0, some);
			}
		}
		}
	}

	/**
	 * Makes a January data set.
	 *
	 * @param from  elements from position 0 on
	 * @param count number of elements
	 * @param shape extents, empty for a scalar
	 */
	Dataset toDataset(ByteBuffer from, int count, int... shape) {
		Object values = switch (this) {
		case BOOLEAN -> {
			boolean[] v = new boolean[count];
			for (int k = 0; k < count; k++)
				v[k] = from.get(k) != 0;
			yield v;
		}
		case INT8 -> {
			byte[] v = new byte[count];
			from.get(0, v);
			yield v;
		}
		case UINT8, INT16 -> {
			short[] v = new short[count];
			for (int k = 0; k < count; k++)
				v[k] = (short) get(from, k);
			yield v;
		}
		case UINT16, INT32 -> {
			int[] v = new int[count];
			for (int k = 0; k < count; k++)
				v[k] = (int) get(from, k);
			yield v;
		}
		case UINT32 -> {
			long[] v = new long[count];
			for (int k = 0; k < count; k++)
				v[k] = from.getInt(4 * k) & 0xffffffffL;
			yield v;
		}
		case INT64 -> {
			long[] v = new long[count];
			from.asLongBuffer().get(v);
			yield v;
		}
		case FLOAT16, FLOAT32 -> {
			float[] v = new float[count];
			toFloats(from, v, 0, count);
			yield v;
		}
		case UINT64, FLOAT64 -> {
			double[] v = new double[count];
			for (int k = 0; k < count; k++)
				v[k] = get(from, k);
			yield v;
		}
		};
		return DatasetFactory.createFromObject(dataset, values, shape);
	}
}
