// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.ILazyDataset;

/** An open HDF5 file. Callable from any thread. Must be closed; afterwards nothing can be read. */
public interface Hdf5View extends Closeable {
	/** The file. */
	Path path();

	/**
	 * What is at a path; links on the way and at its end are followed.
	 *
	 * @param path absolute path inside the file
	 * @return empty when there is nothing
	 */
	Optional<Hdf5Entry> find(String path);

	/**
	 * Everything at and below a path, groups before what is in them. Links to other places are named and not followed; an
	 * object that is met again under another name is named and not entered again.
	 *
	 * @param path absolute path inside the file
	 * @throws org.pxst.core.InvalidDataException when there is nothing at that path
	 */
	List<Hdf5Entry> tree(String path);

	/**
	 * A data set, read slice by slice on request.
	 *
	 * @param path absolute path of a data set of numbers, booleans or strings
	 * @throws org.pxst.core.InvalidDataException when there is no such data set or it cannot be read; also thrown when a
	 *                                            slice is read
	 */
	ILazyDataset values(String path);

	/**
	 * Extremes and mean of a data set, read block by block.
	 *
	 * @param path    absolute path of a data set of numbers or booleans
	 * @param monitor to stop it
	 * @throws org.pxst.core.InvalidDataException  when there is no such data set or it cannot be read
	 * @throws org.pxst.core.CancelledException when the monitor asks for it
	 */
	ValueSummary summary(String path, IMonitor monitor);

	@Override
	void close();
}
