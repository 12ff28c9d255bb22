// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;
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

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;

/**
 * The element types that can be read as numbers. Values are taken from buffers that have the file's byte order;
 * unsigned integers become the next larger January type, unsigned 64 bit becomes double.
 */
enum ElementType {
	/** The enumeration {FALSE, TRUE} of h5py. */
	BOOLEAN("bool", 1, BooleanDataset.class),
	/** Signed, 1 byte. */
	INT8("int8", 1, ByteDataset.class),
	/** Unsigned, 1 byte. */
	UINT8("uint8", 1, ShortDataset.class),
	/** Signed, 2 bytes. */
	INT16("int16", 2, ShortDataset.class),
	/** Unsigned, 2 bytes. */
	UINT16("uint16", 2, IntegerDataset.class),
	/** Signed, 4 bytes. */
	INT32("int32", 4, IntegerDataset.class),
	/** Unsigned, 4 bytes. */
	UINT32("uint32", 4, LongDataset.class),
	/** Signed, 8 bytes. */
	INT64("int64", 8, LongDataset.class),
	/** Unsigned, 8 bytes. */
	UINT64("uint64", 8, DoubleDataset.class),
	/** IEEE 754, 4 bytes. */
	FLOAT32("float32", 4, FloatDataset.class),
	/** IEEE 754, 8 bytes. */
	FLOAT64("float64", 8, DoubleDataset.class);

	private final String label;
	private final int size;
	private final Class<? extends Dataset> dataset;

	ElementType(String label, int size, Class<? extends Dataset> dataset) {
		this.label = label;
		this.size = size;
		this.dataset = dataset;
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

	/**
	 * The element type of a data set.
	 *
	 * @param type type as jhdf gives it
	 * @return empty when its elements are no numbers (strings, compounds, references) or of an unusual size
	 */
	static Optional<ElementType> of(DataType type) {
		if (type instanceof EnumDataType enumeration)
			return isBoolean(enumeration) ? Optional.of(BOOLEAN) : of(enumeration.getBaseType());
		if (type instanceof FixedPoint integer && integer.getBitOffset() == 0)
			return find((integer.isSigned() ? "int" : "uint") + 8 * integer.getSize());
		if (type instanceof FloatingPoint)
			return find("float" + 8 * type.getSize());
		return Optional.empty();
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
		switch (this) {
		case FLOAT32 -> from.asFloatBuffer().get(target, at, count);
		case UINT8 -> {
			for (int k = 0; k < count; k++)
				target[at + k] = from.get(k) & 0xff;
		}
		case UINT16 -> {
			for (int k = 0; k < count; k++)
				target[at + k] = from.getShort(2 * k) & 0xffff;
		}
		case INT32 -> {
			for (int k = 0; k < count; k++)
				target[at + k] = from.getInt(4 * k);
		}
		case INT64 -> {
			for (int k = 0; k < count; k++)
				target[at + k] = from.getLong(8 * k);
		}
		default -> {
			for (int k = 0; k < count; k++)
				target[at + k] = (float) get(from, k);
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
		case FLOAT32 -> {
			float[] v = new float[count];
			from.asFloatBuffer().get(v);
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
