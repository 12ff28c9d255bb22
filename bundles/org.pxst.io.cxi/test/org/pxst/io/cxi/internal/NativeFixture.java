// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.*;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.ShortPointer;

/** Makes files that the writer of the bundle does not make: links, compression, other byte orders, old and new formats. */
final class NativeFixture implements AutoCloseable {
	private final long file;

	/** What a data set is like; extents of 0 mean the default. */
	record Layout(long[] chunk, int deflate, byte[] fill, boolean early, boolean compact) {
		static Layout contiguous() {
			return new Layout(null, 0, null, false, false);
		}

		static Layout chunked(long... chunk) {
			return new Layout(chunk, 0, null, false, false);
		}

		Layout deflated() {
			return new Layout(chunk, 4, fill, early, compact);
		}

		Layout filledWith(byte... value) {
			return new Layout(chunk, deflate, value, early, compact);
		}

		Layout allocatedEarly() {
			return new Layout(chunk, deflate, fill, true, compact);
		}

		Layout inHeader() {
			return new Layout(chunk, deflate, fill, early, true);
		}
	}

	/** Elements that are selected in a data set: everything, or a grid of blocks. */
	record Slab(long[] dims, long[] max, long[] start, long[] stride, long[] count, long[] block) {
		static Slab all(long... dims) {
			return new Slab(dims, dims, null, null, null, null);
		}

		/** Consecutive elements along the first axis. */
		static Slab from(long first, long count, long... dims) {
			long[] start = new long[dims.length];
			long[] block = dims.clone();
			start[0] = first;
			block[0] = count;
			return all(dims).grid(start, null, ones(dims.length), block);
		}

		Slab grid(long[] start, long[] stride, long[] count, long[] block) {
			return new Slab(dims, max, start, stride, count, block);
		}

		Slab growing(long... largest) {
			return new Slab(dims, largest, start, stride, count, block);
		}

		private static long[] ones(int rank) {
			long[] ones = new long[rank];
			Arrays.fill(ones, 1);
			return ones;
		}

		private long space() {
			long space = ok(H5Screate_simple(dims.length, dims, max));
			if (start != null)
				ok(H5Sselect_hyperslab(space, H5S_SELECT_SET, start, stride, count, block));
			return space;
		}
	}

	/** A part of a virtual data set. */
	record Mapping(String file, String dataset, Slab source, Slab place) {
	}

	NativeFixture(Path path, boolean latest, long userBlock) {
		this(path, latest ? 3 : 0, userBlock);
	}

	/** A file with a superblock of this version, and with all else as old or new as goes with it. */
	NativeFixture(Path path, int superblock, long userBlock) {
		load();
		long access = ok(H5Pcreate(H5P_CLS_FILE_ACCESS_ID_g()));
		if (superblock == 2)
			ok(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_LATEST));
		if (superblock == 3)
			ok(H5Pset_libver_bounds(access, H5F_LIBVER_LATEST, H5F_LIBVER_LATEST));
		long creation = ok(H5Pcreate(H5P_CLS_FILE_CREATE_ID_g()));
		ok(H5Pset_userblock(creation, userBlock));
		if (superblock == 1)
			ok(H5Pset_istore_k(creation, 40));
		file = ok(H5Fcreate(path.toString(), H5F_ACC_TRUNC, creation, access));
		ok(H5Pclose(access));
		ok(H5Pclose(creation));
	}

	NativeFixture(Path path) {
		this(path, false, 0);
	}

	/** Opens a file that is there. */
	static NativeFixture reopen(Path path) {
		load();
		return new NativeFixture(ok(H5Fopen(path.toString(), H5F_ACC_RDWR, H5P_DEFAULT)));
	}

	private static void load() {
		try {
			NativeHdf5.load();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private NativeFixture(long file) {
		this.file = file;
	}

	private static long ok(long result) {
		assertTrue(result >= 0, "HDF5 call failed");
		return result;
	}

	/** Creates a data set without writing it. */
	NativeFixture create(String path, long type, Layout layout, long... shape) {
		return createGrowing(path, type, layout, shape, shape);
	}

	/** Creates a data set that may become larger, without writing it. */
	NativeFixture createGrowing(String path, long type, Layout layout, long[] largest, long... shape) {
		long creation = ok(H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g()));
		if (layout.chunk != null)
			ok(H5Pset_chunk(creation, layout.chunk.length, layout.chunk));
		if (layout.deflate > 0)
			ok(H5Pset_deflate(creation, layout.deflate));
		if (layout.fill != null)
			try (BytePointer fill = new BytePointer(layout.fill)) {
				ok(H5Pset_fill_value(creation, type, fill));
			}
		if (layout.early) {
			ok(H5Pset_alloc_time(creation, H5D_ALLOC_TIME_EARLY));
			ok(H5Pset_fill_time(creation, H5D_FILL_TIME_NEVER));
		}
		if (layout.compact)
			ok(H5Pset_layout(creation, H5D_COMPACT));
		long links = ok(H5Pcreate(H5P_CLS_LINK_CREATE_ID_g()));
		ok(H5Pset_create_intermediate_group(links, 1));
		long space = ok(shape.length == 0 ? H5Screate(H5S_SCALAR) : H5Screate_simple(shape.length, shape, largest));
		ok(H5Dclose(ok(H5Dcreate2(file, path, type, space, links, creation, H5P_DEFAULT))));
		ok(H5Sclose(space));
		ok(H5Pclose(links));
		ok(H5Pclose(creation));
		return this;
	}

	/** Writes a box, given as bytes of the data set's own type. */
	NativeFixture fill(String path, long[] start, long[] count, byte[] bytes) {
		long dataset = ok(H5Dopen2(file, path, H5P_DEFAULT));
		long type = ok(H5Dget_type(dataset));
		long space = ok(H5Dget_space(dataset));
		long memory = H5S_ALL;
		if (count.length > 0) {
			ok(H5Sselect_hyperslab(space, H5S_SELECT_SET, start, null, count, (long[]) null));
			memory = ok(H5Screate_simple(count.length, count, count));
		}
		try (BytePointer values = new BytePointer(bytes)) {
			ok(H5Dwrite(dataset, type, memory, count.length > 0 ? space : H5S_ALL, H5P_DEFAULT, values));
		}
		if (count.length > 0)
			ok(H5Sclose(memory));
		ok(H5Sclose(space));
		ok(H5Tclose(type));
		ok(H5Dclose(dataset));
		return this;
	}

	/** Creates and writes. */
	NativeFixture put(String path, long type, Layout layout, byte[] bytes, long... shape) {
		return create(path, type, layout, shape).fill(path, new long[shape.length], shape, bytes);
	}

	/** A data set with one chunk that claims to have gone through a filter. */
	NativeFixture createWithFilter(String path, int filter, long... shape) {
		long creation = ok(H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g()));
		ok(H5Pset_chunk(creation, shape.length, shape));
		ok(H5Pset_filter(creation, filter, H5Z_FLAG_OPTIONAL, 0, new int[0]));
		long space = ok(H5Screate_simple(shape.length, shape, shape));
		long dataset = ok(H5Dcreate2(file, path, H5T_STD_U16LE_g(), space, H5P_DEFAULT, creation, H5P_DEFAULT));
		try (BytePointer chunk = new BytePointer(100)) {
			ok(H5Dwrite_chunk(dataset, H5P_DEFAULT, 0, new long[shape.length], 100, chunk));
		}
		ok(H5Dclose(dataset));
		ok(H5Sclose(space));
		ok(H5Pclose(creation));
		return this;
	}

	/** Gives an object an attribute with these numbers. */
	NativeFixture attribute(String path, String name, double... values) {
		long object = ok(H5Oopen(file, path, H5P_DEFAULT));
		long space = ok(values.length == 1 ? H5Screate(H5S_SCALAR)
				: H5Screate_simple(1, new long[] { values.length }, new long[] { values.length }));
		long attribute = ok(H5Acreate2(object, name, H5T_IEEE_F64LE_g(), space, H5P_DEFAULT, H5P_DEFAULT));
		try (DoublePointer pointer = new DoublePointer(values)) {
			ok(H5Awrite(attribute, H5T_IEEE_F64LE_g(), pointer));
		}
		ok(H5Aclose(attribute));
		ok(H5Sclose(space));
		ok(H5Oclose(object));
		return this;
	}

	/** Where the chunk with this number is in the file. */
	long chunkAddress(String path, long index) {
		long dataset = ok(H5Dopen2(file, path, H5P_DEFAULT));
		long space = ok(H5Dget_space(dataset));
		long[] address = new long[1];
		ok(H5Dget_chunk_info(dataset, space, index, new long[3], new int[1], address, new long[1]));
		ok(H5Sclose(space));
		ok(H5Dclose(dataset));
		return address[0];
	}

	NativeFixture soft(String target, String path) {
		ok(H5Lcreate_soft(target, file, path, H5P_DEFAULT, H5P_DEFAULT));
		return this;
	}

	NativeFixture hard(String target, String path) {
		ok(H5Lcreate_hard(file, target, file, path, H5P_DEFAULT, H5P_DEFAULT));
		return this;
	}

	NativeFixture external(String otherFile, String target, String path) {
		ok(H5Lcreate_external(otherFile, target, file, path, H5P_DEFAULT, H5P_DEFAULT));
		return this;
	}

	NativeFixture flush() {
		ok(H5Fflush(file, H5F_SCOPE_GLOBAL));
		return this;
	}

	NativeFixture group(String path) {
		ok(H5Gclose(ok(H5Gcreate2(file, path, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT))));
		return this;
	}

	NativeFixture remove(String path) {
		ok(H5Ldelete(file, path, H5P_DEFAULT));
		return this;
	}

	/** A virtual data set that maps a whole other one. */
	NativeFixture virtual(String path, String otherFile, String target, long... shape) {
		long space = ok(H5Screate_simple(shape.length, shape, shape));
		long creation = ok(H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g()));
		ok(H5Pset_virtual(creation, space, otherFile, target, space));
		ok(H5Dclose(ok(H5Dcreate2(file, path, H5T_STD_U16LE_g(), space, H5P_DEFAULT, creation, H5P_DEFAULT))));
		ok(H5Pclose(creation));
		ok(H5Sclose(space));
		return this;
	}

	/** A virtual data set of unsigned 16 bit. */
	NativeFixture virtual(String path, int fill, Slab shape, Mapping... parts) {
		long creation = ok(H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g()));
		try (BytePointer value = new BytePointer(bytes(2, b -> b.putShort((short) fill)))) {
			ok(H5Pset_fill_value(creation, H5T_STD_U16LE_g(), value));
		}
		for (Mapping part : parts) {
			long source = part.source.space();
			long place = part.place.space();
			ok(H5Pset_virtual(creation, place, part.file, part.dataset, source));
			ok(H5Sclose(source));
			ok(H5Sclose(place));
		}
		long space = shape.space();
		ok(H5Dclose(ok(H5Dcreate2(file, path, H5T_STD_U16LE_g(), space, H5P_DEFAULT, creation, H5P_DEFAULT))));
		ok(H5Sclose(space));
		ok(H5Pclose(creation));
		return this;
	}

	/** Reads a data set of unsigned 16 bit with the library. */
	int[] read(String path, int elements) {
		long dataset = ok(H5Dopen2(file, path, H5P_DEFAULT));
		// makes the library look how far virtual data sets go now
		ok(H5Sclose(ok(H5Dget_space(dataset))));
		ShortPointer values = new ShortPointer(elements);
		ok(H5Dread(dataset, H5T_STD_U16LE_g(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values));
		ok(H5Dclose(dataset));
		int[] read = new int[elements];
		for (int k = 0; k < elements; k++)
			read[k] = values.get(k) & 0xffff;
		values.close();
		return read;
	}

	static byte[] bytes(int size, Consumer<ByteBuffer> filler) {
		ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
		filler.accept(buffer);
		return buffer.array();
	}

	@Override
	public void close() {
		ok(H5Fclose(file));
	}
}
