// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5D_COMPACT;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_create_plist;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_space;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_type;
import static org.bytedeco.hdf5.global.hdf5.H5Dopen2;
import static org.bytedeco.hdf5.global.hdf5.H5Dread;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Pget_layout;
import static org.bytedeco.hdf5.global.hdf5.H5S_ALL;
import static org.bytedeco.hdf5.global.hdf5.H5Sextent_equal;
import static org.bytedeco.hdf5.global.hdf5.H5Sget_simple_extent_npoints;
import static org.bytedeco.hdf5.global.hdf5.H5Tequal;
import static org.bytedeco.hdf5.global.hdf5.H5Tget_size;
import static org.bytedeco.hdf5.global.hdf5.H5Tis_variable_str;
import static org.bytedeco.hdf5.global.hdf5.H5Treclaim;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.pxst.io.cxi.internal.journal.Region;

/**
 * Makes sure that a changed copy of a file still has all the data of the original: for every data set, that it is there
 * with the same type and shape, that its blocks lie where they lay, and that their bytes are the same, as far as the copy
 * has them. Compares what is
 * stored, not what it decodes to, so compression that the library does not know is no obstacle. Strings of variable
 * length, which are stored elsewhere, are compared as text; of other values of variable length only the references
 * are.
 */
final class DatasetComparison implements AutoCloseable {
	private static final int BLOCK = 1 << 20;

	private final NativeFile original;
	private final NativeFile copy;
	private final List<Region> kept;
	/** Unlike channels, these are not closed when somebody interrupts the thread. */
	private final RandomAccessFile originalBytes;
	private final RandomAccessFile copyBytes;
	private final byte[] first = new byte[BLOCK];
	private final byte[] second = new byte[BLOCK];

	/**
	 * @param original the file as it was, open
	 * @param copy     the changed copy, open
	 * @param kept     regions that are not in the copy, and will stay as they are in the original
	 */
	DatasetComparison(NativeFile original, NativeFile copy, List<Region> kept) throws IOException {
		this.original = original;
		this.copy = copy;
		this.kept = kept;
		originalBytes = new RandomAccessFile(original.path().toFile(), "r");
		try {
			copyBytes = new RandomAccessFile(copy.path().toFile(), "r");
		} catch (IOException e) {
			originalBytes.close();
			throw e;
		}
	}

	/**
	 * Compares all data sets of the original.
	 *
	 * @param replaced paths of those that are meant to be different
	 * @throws IOException when one is missing or different; names it
	 */
	void compare(Set<String> replaced) throws IOException {
		for (String path : original.datasets())
			if (!replaced.contains(path))
				compare(path);
	}

	private void compare(String path) throws IOException {
		try (Handle a = open(original, path);
				Handle b = open(copy, path);
				Handle typeA = Handle.of(H5Dget_type(a.id()), hdf5::H5Tclose, path);
				Handle typeB = Handle.of(H5Dget_type(b.id()), hdf5::H5Tclose, path);
				Handle spaceA = Handle.of(H5Dget_space(a.id()), hdf5::H5Sclose, path);
				Handle spaceB = Handle.of(H5Dget_space(b.id()), hdf5::H5Sclose, path)) {
			if (H5Tequal(typeA.id(), typeB.id()) <= 0 || H5Sextent_equal(spaceA.id(), spaceB.id()) <= 0)
				throw different(path);
			long elements = H5Sget_simple_extent_npoints(spaceA.id());
			compareBlocks(StoredBlock.of(original, a), StoredBlock.of(copy, b), path);
			if (H5Tis_variable_str(typeA.id()) > 0)
				compareText(a, b, typeA, spaceA, Math.toIntExact(elements), path);
			else if (layout(a, path) == H5D_COMPACT)
				compareElements(a, b, typeA, elements, path);
		}
	}

	private static Handle open(NativeFile file, String path) throws IOException {
		return Handle.of(H5Dopen2(file.id(), path, H5P_DEFAULT), hdf5::H5Dclose, "opening " + path);
	}

	private static int layout(Handle dataset, String path) throws IOException {
		try (Handle creation = Handle.of(H5Dget_create_plist(dataset.id()), hdf5::H5Pclose, path)) {
			return H5Pget_layout(creation.id());
		}
	}

	private void compareBlocks(List<StoredBlock> a, List<StoredBlock> b, String path) throws IOException {
		if (!a.equals(b))
			throw different(path);
		for (StoredBlock block : a) {
			if (Region.anyContains(kept, block.address(), block.end()))
				continue;
			for (long done = 0; done < block.length(); done += BLOCK) {
				int n = (int) Math.min(BLOCK, block.length() - done);
				originalBytes.seek(block.address() + done);
				originalBytes.readFully(first, 0, n);
				copyBytes.seek(block.address() + done);
				copyBytes.readFully(second, 0, n);
				if (!Arrays.equals(first, 0, n, second, 0, n))
					throw different(path);
			}
		}
	}

	private static void compareElements(Handle a, Handle b, Handle type, long elements, String path)
			throws IOException {
		long bytes = elements * H5Tget_size(type.id());
		try (BytePointer dataA = new BytePointer(Math.max(1, bytes));
				BytePointer dataB = new BytePointer(Math.max(1, bytes))) {
			read(a, type, dataA, path);
			read(b, type, dataB, path);
			if (!dataA.asByteBuffer().equals(dataB.asByteBuffer()))
				throw different(path);
		}
	}

	private static void compareText(Handle a, Handle b, Handle type, Handle space, int count, String path)
			throws IOException {
		if (count == 0)
			return;
		try (PointerPointer<BytePointer> textA = new PointerPointer<>(count);
				PointerPointer<BytePointer> textB = new PointerPointer<>(count)) {
			read(a, type, textA, path);
			read(b, type, textB, path);
			boolean same = true;
			for (int k = 0; k < count && same; k++) {
				BytePointer stringA = textA.get(BytePointer.class, k);
				BytePointer stringB = textB.get(BytePointer.class, k);
				same = stringA == null || stringB == null ? stringA == stringB
						: stringA.getString().equals(stringB.getString());
			}
			NativeHdf5.check(H5Treclaim(type.id(), space.id(), H5P_DEFAULT, textA), path);
			NativeHdf5.check(H5Treclaim(type.id(), space.id(), H5P_DEFAULT, textB), path);
			if (!same)
				throw different(path);
		}
	}

	private static void read(Handle dataset, Handle type, Pointer target, String path) throws IOException {
		NativeHdf5.check(H5Dread(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, target), "reading " + path);
	}

	private static IOException different(String path) {
		return new IOException("the copy does not have the same " + path + " as the original");
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
