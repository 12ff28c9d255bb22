// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5Pget_virtual_count;
import static org.bytedeco.hdf5.global.hdf5.H5Pget_virtual_dsetname;
import static org.bytedeco.hdf5.global.hdf5.H5Pget_virtual_filename;
import static org.bytedeco.hdf5.global.hdf5.H5Pget_virtual_srcspace;
import static org.bytedeco.hdf5.global.hdf5.H5Pget_virtual_vspace;
import static org.bytedeco.hdf5.global.hdf5.H5Sencode2;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * What a virtual data set is made of, as stored.
 *
 * @param file    name of the file, "." for the same one
 * @param dataset path in it
 * @param target  which elements of the virtual data set come from there, encoded
 * @param source  which elements they are there, encoded
 */
record VirtualSources(String file, String dataset, ByteBuffer target, ByteBuffer source) {
	/**
	 * All parts.
	 *
	 * @param creation creation properties of a virtual data set
	 * @param what     its path, for messages
	 */
	static List<VirtualSources> of(Handle creation, String what) throws IOException {
		try (SizeTPointer count = new SizeTPointer(1)) {
			NativeHdf5.check(H5Pget_virtual_count(creation.id(), count), what);
			List<VirtualSources> parts = new ArrayList<>();
			for (long k = 0; k < count.get(); k++)
				parts.add(part(creation.id(), k, what));
			return parts;
		}
	}

	private static VirtualSources part(long creation, long k, String what) throws IOException {
		try (Handle target = Handle.of(H5Pget_virtual_vspace(creation, k), hdf5::H5Sclose, what);
				Handle source = Handle.of(H5Pget_virtual_srcspace(creation, k), hdf5::H5Sclose, what)) {
			return new VirtualSources(
					text((buffer, size) -> H5Pget_virtual_filename(creation, k, buffer, size), what),
					text((buffer, size) -> H5Pget_virtual_dsetname(creation, k, buffer, size), what), encoded(target),
					encoded(source));
		}
	}

	/** Gives a name in the way of the library. */
	@FunctionalInterface
	private interface Naming {
		long into(byte[] buffer, long size);
	}

	private static String text(Naming naming, String what) throws IOException {
		int length = (int) NativeHdf5.check(naming.into(null, 0), what);
		byte[] name = new byte[length + 1];
		NativeHdf5.check(naming.into(name, name.length), what);
		return new String(name, 0, length, StandardCharsets.UTF_8);
	}

	private static ByteBuffer encoded(Handle space) throws IOException {
		try (SizeTPointer size = new SizeTPointer(1)) {
			NativeHdf5.check(H5Sencode2(space.id(), null, size, H5P_DEFAULT), space.what());
			byte[] bytes = new byte[(int) size.get()];
			try (BytePointer buffer = new BytePointer((long) bytes.length)) {
				NativeHdf5.check(H5Sencode2(space.id(), buffer, size, H5P_DEFAULT), space.what());
				buffer.get(bytes);
			}
			return ByteBuffer.wrap(bytes);
		}
	}
}
