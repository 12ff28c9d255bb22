// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.Optional;

import org.pxst.io.cxi.internal.hdf5.DatasetHeader;
import org.pxst.io.cxi.internal.hdf5.StorageLayout.Chunked;
import org.pxst.io.cxi.internal.hdf5.StorageLayout.Compact;
import org.pxst.io.cxi.internal.hdf5.StorageLayout.Contiguous;
import org.pxst.io.cxi.internal.hdf5.StorageLayout.Virtual;

/**
 * The elements of a data set, wherever they are stored.
 *
 * @param header what the header says, shape and layout aside
 * @param dims   extents
 * @param reader reads boxes
 * @param chunk  extents in which it is best read
 */
record Stored(DatasetHeader header, long[] dims, SliceReader reader, Optional<int[]> chunk) {
	/**
	 * Makes the reader that goes with a layout.
	 *
	 * @param header  of the data set
	 * @param sources finds the parts of a virtual data set
	 */
	static Stored of(DatasetHeader header, VirtualSlices.Sources sources) {
		long[] dims = header.dims();
		int size = header.type().getSize();
		if (header.layout() instanceof Virtual virtual) {
			VirtualSlices slices = VirtualSlices.open(header, virtual, sources);
			return new Stored(header, slices.dims(), slices, slices.chunk());
		}
		if (header.layout() instanceof Chunked chunked)
			return new Stored(header, dims, new ChunkedSlices(header, chunked), Optional.of(chunked.extents()));
		SliceReader reader;
		if (header.layout() instanceof Compact compact)
			reader = new CompactSlices(compact.data(), dims, size);
		else if (header.layout() instanceof Contiguous contiguous && contiguous.address() >= 0)
			reader = new ContiguousSlices(header.storage().bytes(), header.storage().position(contiguous.address(), 0),
					dims, size);
		else
			reader = new UnwrittenSlices(dims, header.fill());
		return new Stored(header, dims, reader, Optional.empty());
	}
}
