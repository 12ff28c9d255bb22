// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_RDONLY;
import static org.bytedeco.hdf5.global.hdf5.H5D_FILL_TIME_NEVER;
import static org.bytedeco.hdf5.global.hdf5.H5Dcreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_space;
import static org.bytedeco.hdf5.global.hdf5.H5Dwrite;
import static org.bytedeco.hdf5.global.hdf5.H5Gcreate2;
import static org.bytedeco.hdf5.global.hdf5.H5I_DATASET;
import static org.bytedeco.hdf5.global.hdf5.H5Iget_type;
import static org.bytedeco.hdf5.global.hdf5.H5L_TYPE_EXTERNAL;
import static org.bytedeco.hdf5.global.hdf5.H5L_TYPE_HARD;
import static org.bytedeco.hdf5.global.hdf5.H5Ldelete;
import static org.bytedeco.hdf5.global.hdf5.H5Lexists;
import static org.bytedeco.hdf5.global.hdf5.H5Lget_info2;
import static org.bytedeco.hdf5.global.hdf5.H5Oopen;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_DATASET_ACCESS_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_DATASET_CREATE_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_LINK_CREATE_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Pcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_chunk;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_create_intermediate_group;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_elink_acc_flags;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_fill_time;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_obj_track_times;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_virtual;
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
import java.util.List;

import org.bytedeco.hdf5.H5L_info2_t;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.pxst.core.scan.FrameSource;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFrames;
import org.pxst.io.cxi.CxiGroup;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiStack;

/**
 * Writes content to an open file, block by block, so that nothing is twice in memory. Stacks of frames are chunked one
 * frame a chunk, everything else lies in one piece; nothing is compressed. The same input gives the same bytes. Links
 * to other files are never followed with the right to write.
 */
final class DatasetOutput {
	/** Bytes handed to the library at a time. */
	private static final int BLOCK = 1 << 22;
	/** Bytes of frames taken from their source at a time, unless one frame has more. */
	private static final int FRAMES_BLOCK = 1 << 25;
	/** Frames smaller than this, in bytes, are not worth a chunk each. */
	private static final int SMALLEST_CHUNK = 4096;

	private final NativeFile file;

	/** @param file a file open for writing */
	DatasetOutput(NativeFile file) {
		this.file = file;
	}

	/**
	 * Removes a data set or a link if there is one. What a link leads to stays.
	 *
	 * @param path absolute path
	 * @throws IOException when a group has this path, or there is no way to it inside this file
	 */
	void remove(String path) throws IOException {
		try (Handle access = access()) {
			if (!hasWay(path, access)
					|| NativeHdf5.check(H5Lexists(file.id(), path, access.id()), "looking for " + path) == 0)
				return;
			if (linkType(path, access) == H5L_TYPE_HARD && !isDataset(path, access))
				throw new IOException("there is something at " + path + " that is no data set and is not replaced");
			NativeHdf5.check(H5Ldelete(file.id(), path, access.id()), "removing the old " + path);
		}
	}

	/**
	 * Whether all groups on the way to an object are there.
	 *
	 * @throws IOException when one cannot be there, because its place is taken or is in another file
	 */
	private boolean hasWay(String path, Handle access) throws IOException {
		for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
			String group = path.substring(0, slash);
			if (NativeHdf5.check(H5Lexists(file.id(), group, access.id()), "looking for " + group) == 0)
				return false;
			if (linkType(group, access) == H5L_TYPE_EXTERNAL)
				throw new IOException(
						"there is a link to another file at " + group + " where a group is needed for " + path);
			if (isDataset(group, access))
				throw new IOException("there is a data set " + group + " where a group is needed for " + path);
		}
		return true;
	}

	private int linkType(String path, Handle access) throws IOException {
		try (H5L_info2_t info = new H5L_info2_t()) {
			NativeHdf5.check(H5Lget_info2(file.id(), path, info, access.id()), "looking at " + path);
			return info.type();
		}
	}

	private boolean isDataset(String path, Handle access) throws IOException {
		try (Handle object = Handle.of(H5Oopen(file.id(), path, access.id()), hdf5::H5Oclose, "opening " + path)) {
			return H5Iget_type(object.id()) == H5I_DATASET;
		}
	}

	/** How objects are found: another file that a soft link leads to by way of an external one cannot be written. */
	private static Handle access() throws IOException {
		Handle access = Handle.of(H5Pcreate(H5P_CLS_DATASET_ACCESS_ID_g()), hdf5::H5Pclose, "access properties");
		NativeHdf5.check(H5Pset_elink_acc_flags(access.id(), H5F_ACC_RDONLY), "access properties");
		return access;
	}

	/**
	 * Creates and writes; makes groups as needed.
	 *
	 * @param path    absolute path, not there yet
	 * @param content what to write
	 * @throws IOException when it cannot be written
	 */
	void write(String path, CxiContent content) throws IOException {
		try (Handle access = access();
				Handle links = Handle.of(H5Pcreate(H5P_CLS_LINK_CREATE_ID_g()), hdf5::H5Pclose, path)) {
			NativeHdf5.check(H5Pset_create_intermediate_group(links.id(), 1), path);
			hasWay(path, access);
			if (content instanceof CxiDataset dataset)
				writeDataset(path, dataset, links, access);
			else if (content instanceof CxiFrames frames)
				writeFrames(path, frames, links, access);
			else if (content instanceof CxiStack stack)
				writeStack(path, stack, links, access);
			else if (content instanceof CxiGroup group)
				writeGroup(path, group, links);
			else if (content instanceof CxiLink link)
				new LinkOutput(file).write(path, link, links, access);
		}
	}

	private void writeGroup(String path, CxiGroup content, Handle links) throws IOException {
		try (BytePointer name = new BytePointer(path, StandardCharsets.UTF_8);
				Handle group = Handle.of(H5Gcreate2(file.id(), name, links.id(), H5P_DEFAULT, H5P_DEFAULT), hdf5::H5Gclose,
						"writing " + path)) {
			new AttributeOutput(group).write(content.attributes());
		}
	}

	private void writeDataset(String path, CxiDataset dataset, Handle links, Handle access) throws IOException {
		Elements elements = new Elements(dataset.values());
		int[] shape = dataset.shape();
		try (Handle type = elements.type();
				Handle space = space(shape);
				Handle creation = creation(path, elements, shape);
				Handle target = Handle.of(H5Dcreate2(file.id(), path, type.id(), space.id(), links.id(), creation.id(),
						access.id()), hdf5::H5Dclose, "writing " + path)) {
			if (elements.isText())
				writeText(target, type, elements.text());
			else if (elements.length() > 0)
				writeNumbers(target, type, shape, elements);
			new AttributeOutput(target).write(dataset.attributes());
		}
	}

	private void writeFrames(String path, CxiFrames content, Handle links, Handle access) throws IOException {
		FrameSource frames = content.frames();
		long bytes = (long) frames.rows() * frames.columns() * frames.type().bytes();
		if (bytes > Integer.MAX_VALUE)
			throw new IOException("frames of " + frames.rows() + " x " + frames.columns() + " pixels are too large for "
					+ path + ": at most " + Integer.MAX_VALUE + " bytes a frame can be written");
		try (Handle type = Elements.type(frames.type());
				Handle space = space(frames.frames(), frames.rows(), frames.columns());
				Handle creation = creation(path);
				Handle target = Handle.of(H5Dcreate2(file.id(), path, type.id(), space.id(), links.id(),
						chunked(creation, frames.rows(), frames.columns()).id(), access.id()), hdf5::H5Dclose,
						"writing " + path)) {
			int depth = (int) Math.min(frames.frames(), Math.max(1, FRAMES_BLOCK / bytes));
			ByteBuffer block = ByteBuffer.allocateDirect((int) (depth * bytes)).order(ByteOrder.nativeOrder());
			try (Handle memoryType = Elements.nativeType(frames.type());
					Handle fileSpace = Handle.of(H5Dget_space(target.id()), hdf5::H5Sclose, target.what())) {
				for (int first = 0; first < frames.frames(); first += depth) {
					int count = Math.min(depth, frames.frames() - first);
					frames.readStored(first, count, block.clear());
					select(fileSpace, new int[] { first, 0, 0 }, new int[] { count, frames.rows(), frames.columns() });
					try (Handle memorySpace = space(count, frames.rows(), frames.columns())) {
						put(target, memoryType, memorySpace.id(), fileSpace.id(), block.clear());
					}
				}
			}
			new AttributeOutput(target).write(content.attributes());
		}
	}

	private void writeStack(String path, CxiStack stack, Handle links, Handle access) throws IOException {
		int rows = stack.rows();
		int columns = stack.columns();
		try (Handle type = Elements.type(stack.type());
				Handle space = space(stack.frames(), rows, columns);
				Handle creation = creation(path)) {
			int done = 0;
			for (CxiStack.Part part : stack.parts()) {
				select(space, new int[] { done, 0, 0 }, new int[] { part.frames(), rows, columns });
				try (Handle source = space(ints(part.shape()));
						BytePointer other = new NeighbourName(file.path(), part.file()).utf8();
						BytePointer name = new BytePointer(part.path(), StandardCharsets.UTF_8)) {
					select(source, ints(part.start()), ints(part.box()));
					NativeHdf5.check(H5Pset_virtual(creation.id(), space.id(), other, name, source.id()), path);
				}
				done += part.frames();
			}
			Handle.of(H5Dcreate2(file.id(), path, type.id(), space.id(), links.id(), creation.id(), access.id()),
					hdf5::H5Dclose, "writing " + path).close();
		}
	}

	private static int[] ints(List<Integer> values) {
		return values.stream().mapToInt(Integer::intValue).toArray();
	}

	private static void select(Handle space, int[] start, int[] count) throws IOException {
		NativeHdf5.check(H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, longs(start), null, longs(count),
				(long[]) null), space.what());
	}

	private static Handle creation(String path) throws IOException {
		Handle creation = Handle.of(H5Pcreate(H5P_CLS_DATASET_CREATE_ID_g()), hdf5::H5Pclose, path);
		NativeHdf5.check(H5Pset_obj_track_times(creation.id(), false), path);
		return creation;
	}

	/** Without fill values, which would be written first, one frame a chunk. */
	private static Handle chunked(Handle creation, int rows, int columns) throws IOException {
		NativeHdf5.check(H5Pset_fill_time(creation.id(), H5D_FILL_TIME_NEVER), creation.what());
		NativeHdf5.check(H5Pset_chunk(creation.id(), 3, 1, rows, columns), creation.what());
		return creation;
	}

	private static Handle creation(String path, Elements elements, int[] shape) throws IOException {
		Handle creation = creation(path);
		if (!elements.isText()) {
			NativeHdf5.check(H5Pset_fill_time(creation.id(), H5D_FILL_TIME_NEVER), path);
			// two or three images side by side, such as a pixel map, are no stack
			if (shape.length == 3 && shape[0] > 3) {
				long frame = (long) shape[1] * shape[2] * elements.bytes();
				if (frame >= SMALLEST_CHUNK && frame <= Integer.MAX_VALUE)
					return chunked(creation, shape[1], shape[2]);
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
					select(fileSpace, start, count);
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
		try (NativeText pointers = new NativeText(text)) {
			NativeHdf5.check(H5Dwrite(target.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.array()),
					target.what());
		}
	}
}
