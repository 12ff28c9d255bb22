// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5Acreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Aget_space;
import static org.bytedeco.hdf5.global.hdf5.H5Aget_type;
import static org.bytedeco.hdf5.global.hdf5.H5Aopen;
import static org.bytedeco.hdf5.global.hdf5.H5Aread;
import static org.bytedeco.hdf5.global.hdf5.H5Awrite;
import static org.bytedeco.hdf5.global.hdf5.H5Ldelete;
import static org.bytedeco.hdf5.global.hdf5.H5Lmove;
import static org.bytedeco.hdf5.global.hdf5.H5Ocopy;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Sget_simple_extent_npoints;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_size;
import static org.bytedeco.hdf5.global.hdf5.H5Treclaim;

import java.io.IOException;
import java.io.RandomAccessFile;

import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.pxst.io.cxi.internal.NativeObject.NamedLink;

/**
 * Copies the contents of a file to a new one, object by object and chunk by chunk as they are stored, and nothing else.
 * Links stay links.
 */
final class CompactCopy {
	/** Where everything is for a while: the root itself cannot be copied onto a root. */
	private static final String ASIDE = "/.pxst-rewritten";

	private final NativeFile from;
	private final NativeFile to;

	/**
	 * @param from a file, open
	 * @param to   a new file, open for writing
	 */
	CompactCopy(NativeFile from, NativeFile to) {
		this.from = from;
		this.to = to;
	}

	/**
	 * Does it.
	 *
	 * @throws IOException when it cannot be done; the new file is worthless then
	 */
	void run() throws IOException {
		try (BytePointer root = NativeObject.utf8("/"); BytePointer aside = NativeObject.utf8(ASIDE)) {
			NativeHdf5.check(H5Ocopy(from.id(), root, to.id(), aside, H5P_DEFAULT, H5P_DEFAULT), "copying the contents");
			try (NativeObject top = NativeObject.open(to, ASIDE)) {
				for (NamedLink link : top.links())
					try (BytePointer old = NativeObject.utf8(ASIDE + "/" + link.name());
							BytePointer name = NativeObject.utf8("/" + link.name())) {
						NativeHdf5.check(H5Lmove(to.id(), old, to.id(), name, H5P_DEFAULT, H5P_DEFAULT),
								"copying /" + link.name());
					}
			}
			NativeHdf5.check(H5Ldelete(to.id(), aside, H5P_DEFAULT), "copying the contents");
		}
		copyAttributes();
	}

	private void copyAttributes() throws IOException {
		try (NativeObject a = NativeObject.open(from, "/"); NativeObject b = NativeObject.open(to, "/")) {
			for (String name : FileComparison.names(a))
				copyAttribute(a, b, name);
		}
	}

	private static void copyAttribute(NativeObject a, NativeObject b, String name) throws IOException {
		String what = "attribute " + name + " of /";
		try (BytePointer text = NativeObject.utf8(name);
				Handle source = Handle.of(H5Aopen(a.handle().id(), text, H5P_DEFAULT), hdf5::H5Aclose, what);
				Handle type = Handle.of(H5Aget_type(source.id()), hdf5::H5Tclose, what);
				Handle space = Handle.of(H5Aget_space(source.id()), hdf5::H5Sclose, what);
				Handle target = Handle.of(
						H5Acreate2(b.handle().id(), text, type.id(), space.id(), H5P_DEFAULT, H5P_DEFAULT), hdf5::H5Aclose, what)) {
			long bytes = Math.max(1, H5Sget_simple_extent_npoints(space.id()) * H5Tget_size(type.id()));
			if (H5Sget_simple_extent_npoints(space.id()) == 0)
				return;
			try (BytePointer values = new BytePointer(bytes)) {
				Pointer.memset(values, 0, bytes);
				NativeHdf5.check(H5Aread(source.id(), type.id(), values), what);
				NativeHdf5.check(H5Awrite(target.id(), type.id(), values), what);
				NativeHdf5.check(H5Treclaim(type.id(), space.id(), H5P_DEFAULT, values), what);
			}
		}
	}

	/**
	 * Copies the bytes before the HDF5 contents.
	 *
	 * @param bytes how many
	 */
	static void copyUserBlock(NativeFile from, NativeFile to, long bytes) throws IOException {
		byte[] block = new byte[Math.toIntExact(bytes)];
		try (RandomAccessFile source = new RandomAccessFile(from.path().toFile(), "r");
				RandomAccessFile target = new RandomAccessFile(to.path().toFile(), "rw")) {
			source.readFully(block);
			target.write(block);
		}
	}
}
