// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_EXCL;
import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_RDONLY;
import static org.bytedeco.hdf5.global.hdf5.H5F_ACC_RDWR;
import static org.bytedeco.hdf5.global.hdf5.H5F_CLOSE_STRONG;
import static org.bytedeco.hdf5.global.hdf5.H5F_SCOPE_GLOBAL;
import static org.bytedeco.hdf5.global.hdf5.H5Fclose;
import static org.bytedeco.hdf5.global.hdf5.H5Fcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Fflush;
import static org.bytedeco.hdf5.global.hdf5.H5Fget_create_plist;
import static org.bytedeco.hdf5.global.hdf5.H5Fopen;
import static org.bytedeco.hdf5.global.hdf5.H5O_INFO_BASIC;
import static org.bytedeco.hdf5.global.hdf5.H5O_TYPE_DATASET;
import static org.bytedeco.hdf5.global.hdf5.H5Ovisit3;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_FILE_ACCESS_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Pcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Pget_userblock;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_fclose_degree;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_file_locking;
import static org.bytedeco.hdf5.global.hdf5.H5_INDEX_NAME;
import static org.bytedeco.hdf5.global.hdf5.H5_ITER_NATIVE;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.hdf5.H5O_info2_t;
import org.bytedeco.hdf5.H5O_iterate2_t;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A file that the native library has open. The format is the earliest that can hold the contents, which every reader
 * knows. Hold {@link NativeHdf5#LOCK} from opening to closing.
 */
final class NativeFile implements AutoCloseable {
	private final Path path;
	private long id;

	private NativeFile(Path path, long id) {
		this.path = path;
		this.id = id;
	}

	/**
	 * Creates a file.
	 *
	 * @param path a name that nothing has yet
	 * @throws IOException when it cannot be created, or the name is taken
	 */
	static NativeFile create(Path path) throws IOException {
		try (Handle access = access(false); BytePointer name = name(path)) {
			return new NativeFile(path, NativeHdf5.check(H5Fcreate(name, H5F_ACC_EXCL, H5P_DEFAULT, access.id()),
					"creating the file"));
		}
	}

	/**
	 * Creates a file with the settings of another one: user block, order of links, file space.
	 *
	 * @param path a name that nothing has yet
	 * @param like the other one
	 * @throws IOException when it cannot be created, or the name is taken
	 */
	static NativeFile createLike(Path path, NativeFile like) throws IOException {
		try (Handle access = access(false);
				Handle creation = Handle.of(H5Fget_create_plist(like.id), hdf5::H5Pclose, "file creation properties");
				BytePointer name = name(path)) {
			return new NativeFile(path, NativeHdf5.check(H5Fcreate(name, H5F_ACC_EXCL, creation.id(), access.id()),
					"creating the file"));
		}
	}

	/**
	 * Opens a private copy for reading and writing.
	 *
	 * @param path an HDF5 file that nobody else uses
	 * @throws IOException when it cannot be opened; also when a writer did not close the original properly
	 */
	static NativeFile openPrivate(Path path) throws IOException {
		try (Handle access = access(false); BytePointer name = name(path)) {
			return new NativeFile(path,
					NativeHdf5.check(H5Fopen(name, H5F_ACC_RDWR, access.id()), "opening the file for writing"));
		}
	}

	/**
	 * Opens a file for reading, with the library's lock against writers where the file system has locks.
	 *
	 * @param path an HDF5 file
	 * @throws IOException when it cannot be opened; also when another program has it open for writing
	 */
	static NativeFile openShared(Path path) throws IOException {
		try (Handle access = access(true); BytePointer name = name(path)) {
			return new NativeFile(path,
					NativeHdf5.check(H5Fopen(name, H5F_ACC_RDONLY, access.id()), "opening the file for reading"));
		}
	}

	private static Handle access(boolean lock) throws IOException {
		Handle access = Handle.of(H5Pcreate(H5P_CLS_FILE_ACCESS_ID_g()), hdf5::H5Pclose, "file access properties");
		NativeHdf5.check(H5Pset_file_locking(access.id(), lock, true), "file locking");
		NativeHdf5.check(H5Pset_fclose_degree(access.id(), H5F_CLOSE_STRONG), "close degree");
		return access;
	}

	private static BytePointer name(Path path) {
		return new BytePointer(path.toString(), StandardCharsets.UTF_8);
	}

	/** The library's identifier. */
	long id() {
		return id;
	}

	/** The file. */
	Path path() {
		return path;
	}

	/**
	 * Bytes before the HDF5 contents that are somebody else's.
	 *
	 * @throws IOException when the library does not say
	 */
	long userBlock() throws IOException {
		try (Handle creation = Handle.of(H5Fget_create_plist(id), hdf5::H5Pclose, "file creation properties");
				LongPointer size = new LongPointer(1)) {
			NativeHdf5.check(H5Pget_userblock(creation.id(), size), "user block");
			return size.get();
		}
	}

	/**
	 * Paths of all data sets, each object once however many hard links it has; links to other places are not followed.
	 *
	 * @throws IOException when the file's structure cannot be read
	 */
	List<String> datasets() throws IOException {
		try (Collector collector = new Collector()) {
			NativeHdf5.check(H5Ovisit3(id, H5_INDEX_NAME, H5_ITER_NATIVE, collector, null, H5O_INFO_BASIC),
					"listing the data sets");
			return collector.paths;
		}
	}

	private static final class Collector extends H5O_iterate2_t {
		private final List<String> paths = new ArrayList<>();

		@Override
		public int call(long object, BytePointer name, H5O_info2_t info, Pointer data) {
			if (info.type() == H5O_TYPE_DATASET)
				paths.add("/" + name.getString(StandardCharsets.UTF_8));
			return 0;
		}
	}

	/**
	 * Hands everything to the operating system.
	 *
	 * @throws IOException when it does not take it, the disk being full for example
	 */
	void flush() throws IOException {
		NativeHdf5.check(H5Fflush(id, H5F_SCOPE_GLOBAL), "writing the file");
	}

	/** Closes it; does nothing when it is closed. */
	@Override
	public void close() throws IOException {
		if (id < 0)
			return;
		NativeHdf5.check(H5Fclose(id), "closing the file");
		id = -1;
	}

	/**
	 * Closes it after a failure. The library cannot close a file whose last blocks find no room on the disk, and would
	 * keep it open for ever; so the contents, which are worthless now, make room first.
	 */
	void abandon() throws IOException {
		if (id < 0)
			return;
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
			file.setLength(0);
		} finally {
			close();
		}
	}
}
