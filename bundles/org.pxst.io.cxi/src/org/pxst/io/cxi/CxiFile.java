// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.pxst.core.scan.Scan;

/**
 * An open CXI file. Nothing but the small items is read before somebody asks for it. Frames may be read from several
 * threads. Must be closed; afterwards its frames can no longer be read.
 */
public interface CxiFile extends Closeable {
	/** The file. */
	Path path();

	/** What was found where and what is missing, in the order of {@link CxiItem}. */
	List<CxiFinding> findings();

	/**
	 * The frames, shape (N, M, L), read slice by slice on request.
	 *
	 * @throws org.pxst.core.InvalidDataException when the file has no usable frames
	 */
	ILazyDataset frames();

	/**
	 * The scan, with the frames left in the file.
	 *
	 * @throws org.pxst.core.InvalidDataException when something that is needed is missing or wrong; names file, path and
	 *                                            shape
	 */
	Scan scan();

	/**
	 * The frames that the file says to use (item good_frames), all when it says nothing.
	 *
	 * @return ascending indices, at least one
	 */
	int[] goodFrames();

	/**
	 * Reads a whole data set, for example a result.
	 *
	 * @param path absolute path inside the file
	 * @throws org.pxst.core.InvalidDataException when there is no such data set or it cannot be read
	 */
	IDataset read(String path);

	/**
	 * Whether a data set lies in another file, to which external links lead.
	 *
	 * @param path absolute path inside the file
	 * @return false also when there is no such data set
	 */
	boolean isElsewhere(String path);

	@Override
	void close();
}
