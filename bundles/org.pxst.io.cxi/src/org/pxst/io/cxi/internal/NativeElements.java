// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5T_ARRAY;
import static org.bytedeco.hdf5.global.hdf5.H5T_COMPOUND;
import static org.bytedeco.hdf5.global.hdf5.H5T_REFERENCE;
import static org.bytedeco.hdf5.global.hdf5.H5T_STRING;
import static org.bytedeco.hdf5.global.hdf5.H5T_VLEN;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_class;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_member_type;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_nmembers;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_size;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_super;
import static org.bytedeco.hdf5.global.hdf5.H5Tis_variable_str;
import static org.bytedeco.hdf5.global.hdf5.H5Treclaim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Elements of a data set or attribute, read as they are stored.
 *
 * @param type their type
 * @param what whose they are, for messages
 */
record NativeElements(Handle type, String what) {
	/** Reads into native memory; returns what the library returns. */
	@FunctionalInterface
	interface Reading {
		int into(Pointer target) throws IOException;
	}

	/** Whether these are strings of variable length. */
	boolean isText() {
		return H5Tis_variable_str(type.id()) > 0;
	}

	/** Whether all of each element is in its own bytes. */
	boolean isPlain() throws IOException {
		return isPlain(type.id());
	}

	private boolean isPlain(long id) throws IOException {
		int kind = H5Tget_class(id);
		if (kind == H5T_REFERENCE || kind == H5T_VLEN)
			return false;
		if (kind == H5T_STRING)
			return H5Tis_variable_str(id) == 0;
		if (kind == H5T_ARRAY)
			try (Handle element = Handle.of(H5Tget_super(id), hdf5::H5Tclose, what)) {
				return isPlain(element.id());
			}
		if (kind == H5T_COMPOUND)
			for (int member = 0; member < H5Tget_nmembers(id); member++)
				try (Handle part = Handle.of(H5Tget_member_type(id, member), hdf5::H5Tclose, what)) {
					if (!isPlain(part.id()))
						return false;
				}
		return true;
	}

	/**
	 * Makes sure that elements of two files can be compared.
	 *
	 * @throws IOException when they refer to something by its address
	 */
	void requireComparable() throws IOException {
		if (!isPlain() && !isText())
			throw new IOException(what + " holds references or lists of variable length, which cannot be compared safely in a "
					+ "rewritten file; use h5repack on a copy");
	}

	/** Reads elements that are plain. */
	byte[] bytes(int count, Reading reading) throws IOException {
		byte[] bytes = new byte[Math.toIntExact(count * H5Tget_size(type.id()))];
		if (bytes.length == 0)
			return bytes;
		try (BytePointer target = new BytePointer((long) bytes.length)) {
			Pointer.memset(target, 0, bytes.length);
			NativeHdf5.check(reading.into(target), "reading " + what);
			target.get(bytes);
			return bytes;
		}
	}

	/** Reads strings of variable length; null for those that were never written. */
	String[] text(Handle space, int count, Reading reading) throws IOException {
		String[] text = new String[count];
		if (count == 0)
			return text;
		try (PointerPointer<BytePointer> target = new PointerPointer<>(count)) {
			NativeHdf5.check(reading.into(target), "reading " + what);
			for (int k = 0; k < count; k++) {
				BytePointer string = target.get(BytePointer.class, k);
				text[k] = string == null || string.isNull() ? null : string.getString(StandardCharsets.ISO_8859_1);
			}
			NativeHdf5.check(H5Treclaim(type.id(), space.id(), H5P_DEFAULT, target), what);
			return text;
		}
	}
}
