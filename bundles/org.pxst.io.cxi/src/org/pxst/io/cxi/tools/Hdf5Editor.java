// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.january.IMonitor;
import org.pxst.io.cxi.CxiDataset;

/**
 * Changes names in HDF5 files and removes what is in them, so that nothing can be lost by accident. Names are never
 * changed in the file itself, but in a copy beside it; the copy is compared with the original, object by object (types, shapes, links,
 * attributes, stored values byte for byte), synced to the disk, and takes the original's name and permissions in one step.
 * Until then the file is as it was, whatever happens. A Declarative Service; one change at a time, callable from any
 * thread.
 * <p>
 * All methods throw {@link org.pxst.io.cxi.FileInUseException} when another program writes into the file,
 * {@link org.pxst.core.InvalidDataException} when something else is in the way (no such path, a name that is taken, no
 * space, an item of the scan without force), and {@link org.pxst.core.CancelledException} when the monitor asks for it;
 * nothing was changed then.
 */
public interface Hdf5Editor {
	/**
	 * Changes names. Room of what is removed stays in the file until {@link #clean}.
	 *
	 * @param file    an HDF5 file
	 * @param edit    what to do
	 * @param options how
	 * @param monitor to stop it
	 */
	EditReport edit(Path file, Hdf5Edit edit, EditOptions options, IMonitor monitor);

	/**
	 * Writes a data set, into the file itself, all or nothing, without a copy of it; makes the file when it is not there.
	 *
	 * @param file    an HDF5 file, or a name that no file has
	 * @param dataset what to write, with an absolute path
	 * @param options how; the output is not looked at
	 */
	EditReport write(Path file, CxiDataset dataset, EditOptions options);

	/**
	 * Rewrites a file without the room that removed and replaced data sets left in it.
	 *
	 * @param file    an HDF5 file
	 * @param options how
	 * @param monitor to stop it
	 */
	EditReport clean(Path file, EditOptions options, IMonitor monitor);

	/**
	 * Removes all results from a scan and rewrites it without their room. Results are the groups {@code /speckle_tracking}
	 * and {@code /zernike}, and groups at the top that PXST says to have made.
	 *
	 * @param file    an HDF5 file
	 * @param keep    absolute paths of groups at the top: everything else goes, results or not; empty for the rule above
	 * @param options how
	 * @param monitor to stop it
	 */
	EditReport wipe(Path file, List<String> keep, EditOptions options, IMonitor monitor);
}
