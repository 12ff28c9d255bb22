// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.session;

import org.eclipse.january.dataset.IDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.tools.Hdf5View;

/** A scan's file while a {@link ReadTask} runs. Not to be kept, and not to be closed. */
public interface ScanReader {
	/** The file as a scan. */
	CxiFile cxi();

	/** The file as a tree of groups and data sets. */
	Hdf5View hdf5();

	/**
	 * Whether there is a data set.
	 *
	 * @param path absolute, or relative to {@link OpenScan#RESULTS}
	 */
	boolean has(String path);

	/**
	 * Reads a data set.
	 *
	 * @param path absolute, or relative to {@link OpenScan#RESULTS}
	 * @throws org.pxst.core.InvalidDataException when there is none or it cannot be read
	 */
	IDataset read(String path);

	/**
	 * Reads a data set as numbers in double precision, flat and row-major; true is 1.
	 *
	 * @param path absolute, or relative to {@link OpenScan#RESULTS}
	 * @throws org.pxst.core.InvalidDataException when there is none or it cannot be read
	 */
	double[] doubles(String path);

	/**
	 * Reads a data set as numbers in single precision, flat and row-major; true is 1.
	 *
	 * @param path absolute, or relative to {@link OpenScan#RESULTS}
	 * @throws org.pxst.core.InvalidDataException when there is none or it cannot be read
	 */
	float[] floats(String path);

	/**
	 * Extents of a data set.
	 *
	 * @param path absolute, or relative to {@link OpenScan#RESULTS}
	 * @throws org.pxst.core.InvalidDataException when there is none
	 */
	int[] shape(String path);
}
