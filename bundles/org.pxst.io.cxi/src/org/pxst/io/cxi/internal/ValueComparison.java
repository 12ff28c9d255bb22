// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5D_CHUNKED;
import static org.bytedeco.hdf5.global.hdf5.H5D_COMPACT;
import static org.bytedeco.hdf5.global.hdf5.H5D_VIRTUAL;
import static org.bytedeco.hdf5.global.hdf5.H5Dchunk_iter;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_create_plist;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_space;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_type;
import static org.bytedeco.hdf5.global.hdf5.H5Dread;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Pequal;
import static org.bytedeco.hdf5.global.hdf5.H5Pget_layout;
import static org.bytedeco.hdf5.global.hdf5.H5S_ALL;
import static org.bytedeco.hdf5.global.hdf5.H5Sextent_equal;
import static org.bytedeco.hdf5.global.hdf5.H5Sget_simple_extent_ndims;
import static org.bytedeco.hdf5.global.hdf5.H5Sget_simple_extent_npoints;
import static org.bytedeco.hdf5.global.hdf5.H5Tequal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.bytedeco.hdf5.H5D_chunk_iter_op_t;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.pxst.core.CancelledException;

/**
 * Compares data sets of two files: type, shape, creation properties, and the stored bytes of each chunk, wherever it is in
 * its file. Compression is not undone, so filters that the library does not know are no obstacle. Strings of variable
 * length, which are stored elsewhere, are compared as text.
 */
final class ValueComparison implements AutoCloseable {
	private static final int BLOCK = 1 << 20;

	private final NativeFile original;
	private final NativeFile copy;
	private final BooleanSupplier cancelled;
	/** Unlike channels, these are not closed when somebody interrupts the thread. */
	private final RandomAccessFile originalBytes;
	private final RandomAccessFile copyBytes;
	private final byte[] first = new byte[BLOCK];
	private final byte[] second = new byte[BLOCK];

	/** A chunk: where it is in its file. */
	private record Chunk(long address, long length, int filters) {
	}

	ValueComparison(NativeFile original, NativeFile copy, BooleanSupplier cancelled) throws IOException {
		this.original = original;
		this.copy = copy;
		this.cancelled = cancelled;
		originalBytes = new RandomAccessFile(original.path().toFile(), "r");
		try {
			copyBytes = new RandomAccessFile(copy.path().toFile(), "r");
		} catch (IOException e) {
			originalBytes.close();
			throw e;
		}
	}

	/**
	 * Compares two data sets.
	 *
	 * @param a      in the original
	 * @param b      in the copy
	 * @param moved  whether what is stored elsewhere (lists of variable length, objects that are referred to) may have
	 *               another address in the copy
	 * @throws IOException when they are different, or cannot be compared; names the path
	 */
	void compare(NativeObject a, NativeObject b, boolean moved) throws IOException {
		String path = a.path();
		try (Handle typeA = Handle.of(H5Dget_type(a.handle().id()), hdf5::H5Tclose, path);
				Handle typeB = Handle.of(H5Dget_type(b.handle().id()), hdf5::H5Tclose, path);
				Handle spaceA = Handle.of(H5Dget_space(a.handle().id()), hdf5::H5Sclose, path);
				Handle spaceB = Handle.of(H5Dget_space(b.handle().id()), hdf5::H5Sclose, path);
				Handle creationA = Handle.of(H5Dget_create_plist(a.handle().id()), hdf5::H5Pclose, path);
				Handle creationB = Handle.of(H5Dget_create_plist(b.handle().id()), hdf5::H5Pclose, path)) {
			int layout = H5Pget_layout(creationA.id());
			if (H5Tequal(typeA.id(), typeB.id()) <= 0 || H5Sextent_equal(spaceA.id(), spaceB.id()) <= 0
					|| layout != H5Pget_layout(creationB.id()))
				throw different(path);
			NativeElements elements = new NativeElements(typeA, path);
			if (moved)
				elements.requireComparable();
			if (layout == H5D_VIRTUAL) {
				if (!VirtualSources.of(creationA, path).equals(VirtualSources.of(creationB, path)))
					throw different(path);
				return;
			}
			if (H5Pequal(creationA.id(), creationB.id()) <= 0)
				throw different(path);
			if (elements.isText())
				compareText(a, b, elements, spaceA);
			else if (layout == H5D_COMPACT)
				compareSmall(a, b, elements, spaceA);
			else if (layout == H5D_CHUNKED)
				compareChunks(a, b, H5Sget_simple_extent_ndims(spaceA.id()));
			else
				compareBlocks(StoredBlock.of(original, a.handle()), StoredBlock.of(copy, b.handle()), path);
		}
	}

	private void compareChunks(NativeObject a, NativeObject b, int rank) throws IOException {
		Map<List<Long>, Chunk> chunksA = chunks(original, a, rank);
		Map<List<Long>, Chunk> chunksB = chunks(copy, b, rank);
		if (!chunksA.keySet().equals(chunksB.keySet()))
			throw different(a.path());
		for (Map.Entry<List<Long>, Chunk> entry : chunksA.entrySet()) {
			Chunk other = chunksB.get(entry.getKey());
			if (entry.getValue().filters != other.filters)
				throw different(a.path());
			compareBytes(entry.getValue().address, entry.getValue().length, other.address, other.length, a.path());
		}
	}

	private static Map<List<Long>, Chunk> chunks(NativeFile file, NativeObject dataset, int rank) throws IOException {
		try (Collector collector = new Collector(rank, file.userBlock())) {
			NativeHdf5.check(H5Dchunk_iter(dataset.handle().id(), H5P_DEFAULT, collector, null),
					"listing chunks, " + dataset.path());
			return collector.chunks;
		}
	}

	private void compareBlocks(List<StoredBlock> a, List<StoredBlock> b, String path) throws IOException {
		if (a.size() != b.size())
			throw different(path);
		for (int k = 0; k < a.size(); k++)
			compareBytes(a.get(k).address(), a.get(k).length(), b.get(k).address(), b.get(k).length(), path);
	}

	private void compareBytes(long a, long lengthA, long b, long lengthB, String path) throws IOException {
		if (lengthA != lengthB)
			throw different(path);
		for (long done = 0; done < lengthA; done += BLOCK) {
			if (cancelled.getAsBoolean())
				throw new CancelledException("comparing " + path);
			int n = (int) Math.min(BLOCK, lengthA - done);
			originalBytes.seek(a + done);
			originalBytes.readFully(first, 0, n);
			copyBytes.seek(b + done);
			copyBytes.readFully(second, 0, n);
			if (!Arrays.equals(first, 0, n, second, 0, n))
				throw different(path);
		}
	}

	private static void compareText(NativeObject a, NativeObject b, NativeElements elements, Handle space)
			throws IOException {
		int count = Math.toIntExact(H5Sget_simple_extent_npoints(space.id()));
		String[] textA = elements.text(space, count, target -> read(a, elements, target));
		String[] textB = elements.text(space, count, target -> read(b, elements, target));
		if (!Arrays.equals(textA, textB))
			throw different(a.path());
	}

	private static void compareSmall(NativeObject a, NativeObject b, NativeElements elements, Handle space)
			throws IOException {
		if (!elements.isPlain())
			return;
		int count = Math.toIntExact(H5Sget_simple_extent_npoints(space.id()));
		byte[] bytesA = elements.bytes(count, target -> read(a, elements, target));
		byte[] bytesB = elements.bytes(count, target -> read(b, elements, target));
		if (!Arrays.equals(bytesA, bytesB))
			throw different(a.path());
	}

	private static int read(NativeObject dataset, NativeElements elements, Pointer target) {
		return H5Dread(dataset.handle().id(), elements.type().id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, target);
	}

	static IOException different(String path) {
		return new IOException("the copy does not have the same " + path + " as the original; nothing was changed");
	}

	private static final class Collector extends H5D_chunk_iter_op_t {
		private final Map<List<Long>, Chunk> chunks = new HashMap<>();
		private final int rank;
		private final long start;

		Collector(int rank, long start) {
			this.rank = rank;
			this.start = start;
		}

		@Override
		public int call(LongPointer offset, int filters, long address, long size, Pointer data) {
			Long[] at = new Long[rank];
			for (int axis = 0; axis < rank; axis++)
				at[axis] = offset.get(axis);
			chunks.put(List.of(at), new Chunk(start + address, size, filters));
			return 0;
		}
	}

	/** Closes what it opened, not the files it was given. */
	@Override
	public void close() throws IOException {
		try {
			originalBytes.close();
		} finally {
			copyBytes.close();
		}
	}
}
