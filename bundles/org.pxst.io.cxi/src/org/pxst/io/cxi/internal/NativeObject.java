// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5L_TYPE_HARD;
import static org.bytedeco.hdf5.global.hdf5.H5Lget_info2;
import static org.bytedeco.hdf5.global.hdf5.H5Lget_val;
import static org.bytedeco.hdf5.global.hdf5.H5Literate2;
import static org.bytedeco.hdf5.global.hdf5.H5O_INFO_BASIC;
import static org.bytedeco.hdf5.global.hdf5.H5O_TYPE_DATASET;
import static org.bytedeco.hdf5.global.hdf5.H5O_TYPE_GROUP;
import static org.bytedeco.hdf5.global.hdf5.H5Oget_info3;
import static org.bytedeco.hdf5.global.hdf5.H5Oopen;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5_INDEX_NAME;
import static org.bytedeco.hdf5.global.hdf5.H5_ITER_INC;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.hdf5.H5L_info2_t;
import org.bytedeco.hdf5.H5L_iterate2_t;
import org.bytedeco.hdf5.H5O_info2_t;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * An object that the native library has open.
 *
 * @param file   the file
 * @param path   absolute path
 * @param handle the library's identifier, closed with this object
 */
record NativeObject(NativeFile file, String path, Handle handle) implements AutoCloseable {
	private static final int TOKEN = 16;

	/**
	 * A link of a group.
	 *
	 * @param name  in the group
	 * @param kind  the library's number for its kind
	 * @param value where it leads, as stored; empty for a hard link
	 */
	record NamedLink(String name, int kind, ByteBuffer value) {
		boolean isHard() {
			return kind == H5L_TYPE_HARD;
		}
	}

	/**
	 * Opens an object.
	 *
	 * @throws IOException when it cannot be opened
	 */
	static NativeObject open(NativeFile file, String path) throws IOException {
		try (BytePointer name = utf8(path)) {
			return new NativeObject(file, path,
					Handle.of(H5Oopen(file.id(), name, H5P_DEFAULT), hdf5::H5Oclose, "opening " + path));
		}
	}

	/** A name for the library. */
	static BytePointer utf8(String text) {
		return new BytePointer(text, StandardCharsets.UTF_8);
	}

	private H5O_info2_t info() throws IOException {
		H5O_info2_t info = new H5O_info2_t();
		NativeHdf5.check(H5Oget_info3(handle.id(), info, H5O_INFO_BASIC), "looking at " + path);
		return info;
	}

	/** What makes it different from all other objects of the file. */
	ByteBuffer token() throws IOException {
		try (H5O_info2_t info = info()) {
			byte[] token = new byte[TOKEN];
			for (int k = 0; k < TOKEN; k++)
				token[k] = info.token().__data(k);
			return ByteBuffer.wrap(token);
		}
	}

	/** The library's number for its kind. */
	int kind() throws IOException {
		try (H5O_info2_t info = info()) {
			return info.type();
		}
	}

	boolean isGroup() throws IOException {
		return kind() == H5O_TYPE_GROUP;
	}

	boolean isDataset() throws IOException {
		return kind() == H5O_TYPE_DATASET;
	}

	/** Path of something in this group. */
	String child(String name) {
		return "/".equals(path) ? "/" + name : path + "/" + name;
	}

	/** The links of this group by name. */
	List<NamedLink> links() throws IOException {
		List<String> names = new ArrayList<>();
		try (Collector collector = new Collector(names)) {
			NativeHdf5.check(H5Literate2(handle.id(), H5_INDEX_NAME, H5_ITER_INC, new long[] { 0 }, collector, null),
					"listing " + path);
		}
		List<NamedLink> links = new ArrayList<>();
		for (String name : names)
			links.add(link(name));
		return links;
	}

	private NamedLink link(String name) throws IOException {
		try (H5L_info2_t info = new H5L_info2_t(); BytePointer text = utf8(name)) {
			NativeHdf5.check(H5Lget_info2(handle.id(), text, info, H5P_DEFAULT), "looking at " + child(name));
			if (info.type() == H5L_TYPE_HARD)
				return new NamedLink(name, H5L_TYPE_HARD, ByteBuffer.allocate(0));
			byte[] value = new byte[(int) info.u_val_size()];
			try (BytePointer target = new BytePointer(value.length + 1L)) {
				NativeHdf5.check(H5Lget_val(handle.id(), text, target, value.length, H5P_DEFAULT), "reading the link " + child(name));
				target.get(value);
			}
			return new NamedLink(name, info.type(), ByteBuffer.wrap(value));
		}
	}

	private static final class Collector extends H5L_iterate2_t {
		private final List<String> names;

		Collector(List<String> names) {
			this.names = names;
		}

		@Override
		public int call(long group, BytePointer name, H5L_info2_t info, Pointer data) {
			names.add(name.getString(StandardCharsets.UTF_8));
			return 0;
		}
	}

	@Override
	public void close() throws IOException {
		handle.close();
	}
}
