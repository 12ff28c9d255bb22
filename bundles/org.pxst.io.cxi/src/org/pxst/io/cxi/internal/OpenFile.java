// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.pxst.io.cxi.internal.hdf5.FileBytes;
import org.pxst.io.cxi.internal.hdf5.Hdf5Object;
import org.pxst.io.cxi.internal.hdf5.Hdf5Storage;
import org.pxst.io.cxi.internal.hdf5.Link;

/** One HDF5 file that is open, with the headers and groups that were read so far. Callable from any thread. */
final class OpenFile implements AutoCloseable {
	private final Path path;
	private final Hdf5Storage storage;
	private final ConcurrentMap<Long, Hdf5Object> objects = new ConcurrentHashMap<>();
	private final ConcurrentMap<Long, Map<String, Link>> links = new ConcurrentHashMap<>();

	/**
	 * Opens a file.
	 *
	 * @param path  the file
	 * @param bytes its bytes, closed with this object
	 * @throws org.pxst.core.InvalidDataException when it is not HDF5, cut short or damaged
	 */
	OpenFile(Path path, FileBytes bytes) {
		this.path = path;
		storage = new Hdf5Storage(bytes, Hdf5Header.check(path, bytes));
	}

	/** The file. */
	Path path() {
		return path;
	}

	/** The root group. */
	Hdf5Object root() {
		return object(storage.getSuperblock().root());
	}

	/**
	 * An object.
	 *
	 * @param address of its header
	 * @throws io.jhdf.exceptions.HdfException when it cannot be read
	 */
	Hdf5Object object(long address) {
		Hdf5Object known = objects.get(address);
		if (known == null) {
			Hdf5Object read = new Hdf5Object(storage, address);
			known = objects.putIfAbsent(address, read);
			return known == null ? read : known;
		}
		return known;
	}

	/**
	 * The links of a group by name.
	 *
	 * @throws io.jhdf.exceptions.HdfException when they cannot be read
	 */
	Map<String, Link> links(Hdf5Object group) {
		Map<String, Link> known = links.get(group.address());
		if (known == null) {
			known = new LinkedHashMap<>();
			for (Link link : group.links())
				known.putIfAbsent(link.name(), link);
			links.put(group.address(), known);
		}
		return known;
	}

	@Override
	public void close() {
		storage.close();
	}
}
