// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An HDF5 file of any layout, open for reading, as the import sees it. Links are followed. */
public final class SourceFile implements Closeable {
	private final Hdf5File file;

	/**
	 * Opens a file.
	 *
	 * @param path the file
	 * @throws org.pxst.core.InvalidDataException when it does not exist, is not HDF5, cut short or damaged
	 */
	public SourceFile(Path path) {
		file = new Hdf5File(path);
	}

	/** The file. */
	public Path path() {
		return file.path();
	}

	/** Names of what is in a group; empty when there is no such group or it cannot be read. */
	public List<String> children(String group) {
		return file.children(group);
	}

	/** Whether there is a group of this path. */
	public boolean isGroup(String path) {
		return file.isGroup(path);
	}

	/** Finds a data set by its absolute path; empty when there is none or it cannot be reached. */
	public Optional<SourceDataset> dataset(String path) {
		return file.dataset(path).map(stored -> new SourceDataset(file.path(), stored));
	}

	/** Attributes of an object by name, those that can be read. */
	public Map<String, Object> attributes(String path) {
		return file.attributes(path);
	}

	/** What could not be read so far: one line a group or link, with the reason. */
	public List<String> unreadable() {
		return file.unreadable();
	}

	@Override
	public void close() {
		file.close();
	}
}
