// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5Acreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Awrite;
import static org.bytedeco.hdf5.global.hdf5.H5D_FILL_TIME_NEVER;
import static org.bytedeco.hdf5.global.hdf5.H5Dcreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_space;
import static org.bytedeco.hdf5.global.hdf5.H5Dwrite;
import static org.bytedeco.hdf5.global.hdf5.H5I_DATASET;
import static org.bytedeco.hdf5.global.hdf5.H5Iget_type;
import static org.bytedeco.hdf5.global.hdf5.H5Ldelete;
import static org.bytedeco.hdf5.global.hdf5.H5Lexists;
import static org.bytedeco.hdf5.global.hdf5.H5Oopen;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_DATASET_CREATE_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_LINK_CREATE_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Pcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_chunk;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_create_intermediate_group;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_fill_time;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_obj_track_times;
import static org.bytedeco.hdf5.global.hdf5.H5S_ALL;
import static org.bytedeco.hdf5.global.hdf5.H5S_SCALAR;
import static org.bytedeco.hdf5.global.hdf5.H5S_SELECT_SET;
import static org.bytedeco.hdf5.global.hdf5.H5Screate;
import static org.bytedeco.hdf5.global.hdf5.H5Screate_simple;
import static org.bytedeco.hdf5.global.hdf5.H5Sselect_hyperslab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.pxst.io.cxi.CxiDataset;

/**
 * Writes data sets to an open file, block by block, so that nothing is twice in memory. Stacks of frames are chunked one
 * frame a chunk, everything else lies in one piece; nothing is compressed. The same input gives the same bytes.
 */
final class DatasetOutput {
	/** Bytes handed to the library at a time. */
	private static final int BLOCK = 1 << 22;
	/** Frames smaller than this, in bytes, are not worth a chunk each. */
	private static final int SMALLEST_CHUNK = 4096;

	private final NativeFile file;

	/** @param file a file open for writing */
	DatasetOutput(NativeFile file) {
		this.file = file;
	}

	/**
	 * Removes a data set if there is one.
	 *
	 * @param path absolute path
	 * @throws IOException when something that is no data set has this path, or a data set is where a group should be
	 */
	void remove(String path) throws IOException {
		StringBuilder at = new StringBuilder();
		for (String name : path.substring(1).split("/")) {
			if (at.length() > 0 && isDataset(at.toString()))
				throw new IOException("there is a data set " + at + " where a group is needed for " + path);
			at.append('/').append(name);
			if (NativeHdf5.check(H5Lexists(file.id(), at.toString(), H5P_DEFAULT), "looking for " + at) == 0)
				return;
		}
		if (!isDataset(path))
			throw new IOException("there is something at " + path + " that is no data set and is not replaced");
		NativeHdf5.check(H5Ldelete(file.id(), path, H5P_DEFAULT), "removing the old " + path);
	}

	private boolean isDataset(String path) throws IOException {
		try (Handle object = Handle.of(H5Oopen(file.id(), path, H5P_DEFAULT), hdf5::H5Oclose, "opening " + path)) {
			return H5Iget_type(object.id()) == H5I_DATASET;
		}
	}

	/**
	 * Creates and writes a data set; makes groups as needed.
	 *
	 * @param path    absolute path, not there yet
	 * @param dataset shape, values and attributes
	 * @throws IOException when it cannot be written
	 */
	void write(String path, CxiDataset dataset) throws IOException {
		Elements elements = new Elements(dataset.values());
		int[] shape = dataset.shape();
		try (Handle type = elements.type();
				Handle space = space(shape);
				Handle links = Handle.of(H5Pcreate(H5P_CLS_LINK_CREATE_ID_g()), hdf5::H5Pclose, path);
				Handle creation = creation(path, elements, shape)) {
			NativeHdf5.check(H5Pset_create_intermediate_group(links.id(), 1), path);
			try (Handle target = Handle.of(H5Dcreate2(file.id(), path, type.id(), space.id(), links.id(),
					creation.id(), H5P_DEFAULT), hdf5::H5Dclose, "writing " + path)) {
				if (elements.isText())
					writeText(target, type, elements.text());
				else if (elements.length() > 0)
					writeNumbers(target, type, shape, elements);
				// sorted, because an immutable map has another order in every run
				for (Map.Entry<String, Object> a : new TreeMap<>(dataset.attributes()).entrySet())
					writeAttribute(target, a.getKey(), a.getValue());
			}
		}
	}

	private static Handle creation(String path, Elements elements, int[] shape) throws IOException {
		Handle creation = Handle.of(H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g()), hdf5::H5Pclose, path);
		NativeHdf5.check(H5Pset_obj_track_times(creation.id(), false), path);
		if (!elements.isText()) {
			NativeHdf5.check(H5Pset_fill_time(creation.id(), H5D_FILL_TIME_NEVER), path);
			// two or three images side by side, such as a pixel map, are no stack
			if (shape.length == 3 && shape[0] > 3) {
				long frame = (long) shape[1] * shape[2] * elements.bytes();
				if (frame >= SMALLEST_CHUNK && frame <= Integer.MAX_VALUE)
					NativeHdf5.check(H5Pset_chunk(creation.id(), 3, 1, shape[1], shape[2]), path);
			}
		}
		return creation;
	}

	private static Handle space(int... shape) throws IOException {
		if (shape.length == 0)
			return Handle.of(H5Screate(H5S_SCALAR), hdf5::H5Sclose, "scalar");
		return Handle.of(H5Screate_simple(shape.length, longs(shape), longs(shape)), hdf5::H5Sclose,
				"shape " + Arrays.toString(shape));
	}

	private static long[] longs(int... values) {
		return Arrays.stream(values).asLongStream().toArray();
	}

	private static void writeNumbers(Handle target, Handle type, int[] shape, Elements elements) throws IOException {
		int bytes = elements.bytes();
		if (shape.length == 0) {
			ByteBuffer one = buffer(bytes);
			elements.put(0, 1, one);
			put(target, type, H5S_ALL, H5S_ALL, one);
			return;
		}
		// the first axis along which a step is no larger than a block; the axes before it go one by one
		int axis = 0;
		long step = elements.length() / shape[0];
		while (axis < shape.length - 1 && step * bytes > BLOCK)
			step /= shape[++axis];
		int steps = (int) Math.max(1, Math.min(shape[axis], BLOCK / (step * bytes)));
		ByteBuffer block = buffer((int) (steps * step * bytes));
		BoxWalk outer = new BoxWalk(shape, axis);
		int done = 0;
		try (Handle fileSpace = Handle.of(H5Dget_space(target.id()), hdf5::H5Sclose, target.what())) {
			do {
				for (int at = 0; at < shape[axis]; at += steps) {
					int[] start = new int[shape.length];
					int[] count = shape.clone();
					for (int k = 0; k < axis; k++) {
						start[k] = outer.index(k);
						count[k] = 1;
					}
					start[axis] = at;
					count[axis] = Math.min(steps, shape[axis] - at);
					int n = (int) (count[axis] * step);
					elements.put(done, n, block);
					NativeHdf5.check(H5Sselect_hyperslab(fileSpace.id(), H5S_SELECT_SET, longs(start), null,
							longs(count), (long[]) null), target.what());
					try (Handle memorySpace = space(n)) {
						put(target, type, memorySpace.id(), fileSpace.id(), block);
					}
					done += n;
				}
			} while (outer.next());
		}
	}

	private static ByteBuffer buffer(int bytes) {
		return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static void put(Handle target, Handle type, long memorySpace, long fileSpace, ByteBuffer values)
			throws IOException {
		try (BytePointer pointer = new BytePointer(values)) {
			NativeHdf5.check(H5Dwrite(target.id(), type.id(), memorySpace, fileSpace, H5P_DEFAULT, pointer),
					target.what());
		}
	}

	private static void writeText(Handle target, Handle type, String[] text) throws IOException {
		if (text.length == 0)
			return;
		try (Text pointers = new Text(text)) {
			NativeHdf5.check(H5Dwrite(target.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.array),
					target.what());
		}
	}

	private static void writeAttribute(Handle target, String name, Object value) throws IOException {
		Elements elements = new Elements(array(name, value));
		try (Handle type = elements.type();
				Handle space = space();
				Handle attribute = Handle.of(
						H5Acreate2(target.id(), name, type.id(), space.id(), H5P_DEFAULT, H5P_DEFAULT),
						hdf5::H5Aclose, "attribute " + name)) {
			if (elements.isText()) {
				try (Text pointers = new Text(elements.text())) {
					NativeHdf5.check(H5Awrite(attribute.id(), type.id(), pointers.array), attribute.what());
				}
				return;
			}
			ByteBuffer one = buffer(elements.bytes());
			elements.put(0, 1, one);
			try (BytePointer pointer = new BytePointer(one)) {
				NativeHdf5.check(H5Awrite(attribute.id(), type.id(), pointer), attribute.what());
			}
		}
	}

	private static Object array(String name, Object value) {
		if (value instanceof String text)
			return new String[] { text };
		if (value instanceof Double number)
			return new double[] { number };
		if (value instanceof Integer number)
			return new int[] { number };
		if (value instanceof Boolean truth)
			return new boolean[] { truth };
		throw new IllegalArgumentException(
				"attribute " + name + " is a " + value.getClass() + "; String, Double, Integer or Boolean can be written");
	}

	/** Strings in native memory, with an array of pointers to them. */
	private static final class Text implements AutoCloseable {
		private final BytePointer[] strings;
		private final PointerPointer<BytePointer> array;

		Text(String[] text) {
			strings = new BytePointer[text.length];
			for (int k = 0; k < text.length; k++)
				strings[k] = new BytePointer(text[k], StandardCharsets.UTF_8);
			array = new PointerPointer<>(strings);
		}

		@Override
		public void close() {
			array.close();
			for (BytePointer string : strings)
				string.close();
		}
	}
}
