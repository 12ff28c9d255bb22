// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5T_CSET_UTF8;
import static org.bytedeco.hdf5.global.hdf5.H5T_C_S1_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_IEEE_F32LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_IEEE_F64LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_DOUBLE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_FLOAT_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_INT16_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_INT32_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_INT64_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_INT8_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_UINT16_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_UINT32_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_UINT64_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_NATIVE_UINT8_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I16LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I32LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I64LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_I8LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U16LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U32LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U64LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U8LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_VARIABLE;
import static org.bytedeco.hdf5.global.hdf5.H5Tcopy;
import static org.bytedeco.hdf5.global.hdf5.H5Tenum_create;
import static org.bytedeco.hdf5.global.hdf5.H5Tenum_insert;
import static org.bytedeco.hdf5.global.hdf5.H5Tset_cset;
import static org.bytedeco.hdf5.global.hdf5.H5Tset_size;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;

import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.pxst.core.scan.PixelType;

/**
 * The elements of a Java array as they go to a file: little endian on every machine, short and byte without sign,
 * boolean as h5py's enumeration of int8, String as UTF-8 of variable length.
 */
final class Elements {
	private final Object array;

	/**
	 * @param array float[], double[], int[], long[], byte[], short[], boolean[] or String[]
	 * @throws IllegalArgumentException for anything else
	 */
	Elements(Object array) {
		this.array = array;
		if (!(array instanceof String[]) && bytes() == 0)
			throw new IllegalArgumentException("values of " + array.getClass() + " cannot be written to HDF5");
	}

	/** Number of elements. */
	int length() {
		return Array.getLength(array);
	}

	/** Whether these are strings, which have no fixed size. */
	boolean isText() {
		return array instanceof String[];
	}

	/** The strings. */
	String[] text() {
		return (String[]) array;
	}

	/** Bytes an element in the file; for strings of what points to them. */
	int bytes() {
		if (array instanceof byte[] || array instanceof boolean[])
			return 1;
		if (array instanceof short[])
			return 2;
		if (array instanceof int[] || array instanceof float[])
			return 4;
		if (array instanceof long[] || array instanceof double[])
			return 8;
		return isText() ? 16 : 0;
	}

	/** The type in the file, which is also the type in the buffers that {@link #put} fills. */
	Handle type() throws IOException {
		if (array instanceof byte[])
			return Handle.predefined(H5T_STD_U8LE_g());
		if (array instanceof short[])
			return Handle.predefined(H5T_STD_U16LE_g());
		if (array instanceof int[])
			return Handle.predefined(H5T_STD_I32LE_g());
		if (array instanceof long[])
			return Handle.predefined(H5T_STD_I64LE_g());
		if (array instanceof float[])
			return Handle.predefined(H5T_IEEE_F32LE_g());
		if (array instanceof double[])
			return Handle.predefined(H5T_IEEE_F64LE_g());
		if (array instanceof boolean[])
			return booleanType();
		Handle text = Handle.of(H5Tcopy(H5T_C_S1_g()), hdf5::H5Tclose, "string type");
		NativeHdf5.check(H5Tset_size(text.id(), H5T_VARIABLE), "string type");
		NativeHdf5.check(H5Tset_cset(text.id(), H5T_CSET_UTF8), "string type");
		return text;
	}

	/** The type of pixels in the file. */
	static Handle type(PixelType pixels) {
		return Handle.predefined(switch (pixels) {
		case UINT8 -> H5T_STD_U8LE_g();
		case INT8 -> H5T_STD_I8LE_g();
		case UINT16 -> H5T_STD_U16LE_g();
		case INT16 -> H5T_STD_I16LE_g();
		case UINT32 -> H5T_STD_U32LE_g();
		case INT32 -> H5T_STD_I32LE_g();
		case UINT64 -> H5T_STD_U64LE_g();
		case INT64 -> H5T_STD_I64LE_g();
		case FLOAT32 -> H5T_IEEE_F32LE_g();
		case FLOAT64 -> H5T_IEEE_F64LE_g();
		});
	}

	/** The type of pixels in memory, in the machine's byte order. */
	static Handle nativeType(PixelType pixels) {
		return Handle.predefined(switch (pixels) {
		case UINT8 -> H5T_NATIVE_UINT8_g();
		case INT8 -> H5T_NATIVE_INT8_g();
		case UINT16 -> H5T_NATIVE_UINT16_g();
		case INT16 -> H5T_NATIVE_INT16_g();
		case UINT32 -> H5T_NATIVE_UINT32_g();
		case INT32 -> H5T_NATIVE_INT32_g();
		case UINT64 -> H5T_NATIVE_UINT64_g();
		case INT64 -> H5T_NATIVE_INT64_g();
		case FLOAT32 -> H5T_NATIVE_FLOAT_g();
		case FLOAT64 -> H5T_NATIVE_DOUBLE_g();
		});
	}

	private static Handle booleanType() throws IOException {
		Handle type = Handle.of(H5Tenum_create(H5T_STD_I8LE_g()), hdf5::H5Tclose, "boolean type");
		try (BytePointer zero = new BytePointer(new byte[] { 0 }); BytePointer one = new BytePointer(new byte[] { 1 })) {
			NativeHdf5.check(H5Tenum_insert(type.id(), "FALSE", zero), "boolean type");
			NativeHdf5.check(H5Tenum_insert(type.id(), "TRUE", one), "boolean type");
		}
		return type;
	}

	/**
	 * Puts numbers into a buffer.
	 *
	 * @param from   index of the first
	 * @param count  how many
	 * @param target little endian, filled from position 0 on
	 */
	void put(int from, int count, ByteBuffer target) {
		if (array instanceof byte[] v)
			target.put(0, v, from, count);
		else if (array instanceof short[] v)
			target.asShortBuffer().put(v, from, count);
		else if (array instanceof int[] v)
			target.asIntBuffer().put(v, from, count);
		else if (array instanceof long[] v)
			target.asLongBuffer().put(v, from, count);
		else if (array instanceof float[] v)
			target.asFloatBuffer().put(v, from, count);
		else if (array instanceof double[] v)
			target.asDoubleBuffer().put(v, from, count);
		else
			for (int k = 0; k < count; k++)
				target.put(k, (byte) (((boolean[]) array)[from + k] ? 1 : 0));
	}
}
