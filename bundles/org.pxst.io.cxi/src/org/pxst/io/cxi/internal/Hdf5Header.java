// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.internal.hdf5.FileBytes;
import org.pxst.io.cxi.internal.hdf5.Hdf5Superblock;
import org.pxst.io.cxi.internal.journal.Recovery;
import org.pxst.io.cxi.internal.journal.SystemDisk;
import org.pxst.io.cxi.internal.journal.WriteLock.Locks;

import io.jhdf.exceptions.HdfException;

/** Tells files that cannot be opened, are not HDF5, or are cut short, from each other and from sound ones. */
final class Hdf5Header {
	private static final Recovery RECOVERY = new Recovery(new SystemDisk(), Locks.SYSTEM);

	private Hdf5Header() {
	}

	/**
	 * Checks that a file can be opened, is HDF5, and is as long as its superblock says.
	 *
	 * @param file the file
	 * @throws InvalidDataException when it is not
	 */
	static void check(Path file) {
		try (FileBytes bytes = open(file)) {
			check(file, bytes);
		} catch (IOException e) {
			throw unreadable(file, e);
		}
	}

	/**
	 * Opens a file that ought to be HDF5. A write into it that was interrupted is completed first.
	 *
	 * @param file the file
	 * @throws InvalidDataException when it does not exist, is no file or may not be read
	 */
	static FileBytes open(Path file) {
		return open(file, RECOVERY::open);
	}

	/**
	 * Opens a file that a link leads to. Nothing is written for that: an interrupted write is shown as if it had been
	 * completed.
	 *
	 * @param file the file
	 * @throws InvalidDataException when it does not exist, is no file or may not be read
	 */
	static FileBytes openLinked(Path file) {
		return open(file, RECOVERY::view);
	}

	/** A way to open a file. */
	@FunctionalInterface
	private interface Way {
		FileBytes open(Path file) throws IOException;
	}

	private static FileBytes open(Path file, Way way) {
		if (!Files.exists(file))
			throw new InvalidDataException(file + ": there is no such file; check the name");
		if (Files.isDirectory(file))
			throw new InvalidDataException(file + ": is a directory; name a CXI file in it");
		// opening a pipe would wait for a writer
		if (!Files.isRegularFile(file))
			throw new InvalidDataException(file + ": is not a file but a device or a pipe; name a CXI file");
		if (!Files.isReadable(file))
			throw new InvalidDataException(file + ": no permission to read this file; ask its owner for it");
		try {
			return way.open(file);
		} catch (IOException e) {
			throw unreadable(file, e);
		}
	}

	/**
	 * Checks that bytes are HDF5, and as many as their superblock says.
	 *
	 * @param file  the file, for messages
	 * @param bytes its bytes
	 * @return the superblock
	 * @throws InvalidDataException when they are not
	 */
	static Hdf5Superblock check(Path file, FileBytes bytes) {
		try {
			long length = bytes.length();
			Hdf5Superblock superblock = Hdf5Superblock.find(bytes)
					.orElseThrow(() -> new InvalidDataException(file + ": is not an HDF5 file"
							+ (length == 0 ? " (it is empty)" : "") + "; CXI files are HDF5"));
			// an end that was never set is negative here
			long expected = superblock.getEndOfFileAddress();
			if (expected > length)
				throw new InvalidDataException(file + ": is cut short: " + length + " bytes of the " + expected
						+ " that its header names; copy the file again");
			return superblock;
		} catch (EOFException e) {
			throw new InvalidDataException(file + ": is cut short: " + Reason.of(e) + "; copy the file again", e);
		} catch (HdfException e) {
			throw new InvalidDataException(file + ": is a damaged HDF5 file: " + Reason.of(e) + "; copy it again", e);
		} catch (IOException e) {
			throw unreadable(file, e);
		}
	}

	private static InvalidDataException unreadable(Path file, IOException e) {
		return new InvalidDataException(file + ": cannot be read: " + Reason.of(e), e);
	}
}
