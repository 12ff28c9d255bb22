// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.nio.file.Path;
import java.util.Optional;

import org.pxst.core.PxstException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;

/**
 * A file as it was opened once: as a tree of data sets, and as a scan when somebody asks for it. Stays open until it is
 * retired and the last one who uses it is done. Callable from any thread.
 */
final class FileHandles {
	private final Path file;
	private final CxiLoader loader;
	private final Optional<FileStamp> stamp;
	private final long generation;
	private final Hdf5View view;
	private final Object opening = new Object();
	private CxiFile cxi;
	private PxstException cxiProblem;
	private int users;
	private boolean retired;

	/**
	 * Opens a file.
	 *
	 * @param file       the file
	 * @param loader     opens scans
	 * @param viewer     opens HDF5 files of any kind
	 * @param stamp      how the file was before it was opened
	 * @param generation number of this opening
	 * @throws org.pxst.core.InvalidDataException when it does not exist, is not HDF5 or is damaged
	 */
	FileHandles(Path file, CxiLoader loader, Hdf5Viewer viewer, Optional<FileStamp> stamp, long generation) {
		this.file = file;
		this.loader = loader;
		this.stamp = stamp;
		this.generation = generation;
		view = viewer.open(file);
	}

	/** Number of this opening. */
	long generation() {
		return generation;
	}

	/** How the file was before it was opened. */
	Optional<FileStamp> stamp() {
		return stamp;
	}

	/** The file as a tree. */
	Hdf5View view() {
		return view;
	}

	/**
	 * The file as a scan, opened at the first call.
	 *
	 * @throws PxstException when it cannot be opened; the same each time
	 */
	CxiFile cxi() {
		synchronized (opening) {
			if (cxiProblem != null)
				throw cxiProblem;
			if (cxi == null)
				try {
					cxi = loader.open(file, CxiOptions.defaults());
				} catch (PxstException e) {
					cxiProblem = e;
					throw e;
				}
			return cxi;
		}
	}

	/** Keeps it open until {@link #release}; false when it is closed already. */
	synchronized boolean acquire() {
		if (retired)
			return false;
		users++;
		return true;
	}

	/** Needs it no more. */
	void release() {
		boolean last;
		synchronized (this) {
			users--;
			last = retired && users == 0;
		}
		if (last)
			close();
	}

	/** Closes it as soon as nobody uses it any more. */
	void retire() {
		boolean last;
		synchronized (this) {
			last = !retired && users == 0;
			retired = true;
		}
		if (last)
			close();
	}

	private void close() {
		synchronized (opening) {
			if (cxi != null)
				cxi.close();
		}
		view.close();
	}
}
