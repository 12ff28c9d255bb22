// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5D_CHUNKED;
import static org.bytedeco.hdf5.global.hdf5.H5D_CONTIGUOUS;
import static org.bytedeco.hdf5.global.hdf5.H5Dchunk_iter;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_create_plist;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_offset;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_storage_size;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Pget_external_count;
import static org.bytedeco.hdf5.global.hdf5.H5Pget_layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.hdf5.H5D_chunk_iter_op_t;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.pxst.io.cxi.internal.journal.Region;

/**
 * A piece of a data set's stored values: where it is in the file.
 *
 * @param address first byte
 * @param length  bytes
 * @param filters which filters were left out
 */
record StoredBlock(long address, long length, int filters) {
	/** Behind the last byte. */
	long end() {
		return address + length;
	}

	/** The bytes it takes. */
	Region region() {
		return new Region(address, end());
	}

	/**
	 * All pieces of a data set; none for one whose values are in its header or in other files, and for a virtual one.
	 *
	 * @param file    the file
	 * @param dataset a data set of this file, open
	 * @throws IOException when they cannot be listed
	 */
	static List<StoredBlock> of(NativeFile file, Handle dataset) throws IOException {
		String what = dataset.what();
		try (Handle creation = Handle.of(H5Dget_create_plist(dataset.id()), hdf5::H5Pclose, what)) {
			int layout = H5Pget_layout(creation.id());
			if (layout == H5D_CHUNKED)
				try (Chunks chunks = new Chunks(file.userBlock())) {
					NativeHdf5.check(H5Dchunk_iter(dataset.id(), H5P_DEFAULT, chunks, null), "listing chunks, " + what);
					return chunks.blocks;
				}
			long address = H5Dget_offset(dataset.id());
			if (layout == H5D_CONTIGUOUS && address >= 0 && H5Pget_external_count(creation.id()) == 0)
				return List.of(new StoredBlock(address, H5Dget_storage_size(dataset.id()), 0));
			return List.of();
		}
	}

	private static final class Chunks extends H5D_chunk_iter_op_t {
		private final List<StoredBlock> blocks = new ArrayList<>();
		/** The library counts addresses of chunks from here, but those of whole data sets from the file's first byte. */
		private final long start;

		Chunks(long start) {
			this.start = start;
		}

		@Override
		public int call(LongPointer offset, int filters, long address, long size, Pointer data) {
			blocks.add(new StoredBlock(start + address, size, filters));
			return 0;
		}
	}
}
