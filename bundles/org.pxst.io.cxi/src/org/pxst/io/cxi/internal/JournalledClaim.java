// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiClaim;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiRecovery;
import org.pxst.io.cxi.CxiRecovery.Outcome;
import org.pxst.io.cxi.internal.journal.Disk;
import org.pxst.io.cxi.internal.journal.Recovery;
import org.pxst.io.cxi.internal.journal.WriteLock;

/** A claim that writes by way of a journal. */
final class JournalledClaim implements CxiClaim {
	private final Path file;
	private final Path target;
	private final Disk disk;
	private final SkeletonWork.Starter library;
	private final WriteLock lock;

	private JournalledClaim(Path file, Path target, Disk disk, SkeletonWork.Starter library, WriteLock lock) {
		this.file = file;
		this.target = target;
		this.disk = disk;
		this.library = library;
		this.lock = lock;
	}

	/**
	 * Takes the file's lock and completes what was interrupted earlier.
	 *
	 * @param file  an existing file
	 * @param disk  the file system
	 * @param locks its locks
	 * @param library does the HDF5 library's part
	 * @throws org.pxst.io.cxi.FileInUseException when another program has the lock
	 * @throws IOException                        when the lock cannot be taken, or an earlier write can be neither
	 *                                            completed nor left alone
	 */
	static JournalledClaim take(Path file, Disk disk, WriteLock.Locks locks, SkeletonWork.Starter library)
			throws IOException {
		Path target = file.toRealPath();
		WriteLock lock = WriteLock.take(target, locks);
		try {
			CxiRecovery recovery = new Recovery(disk, locks).recoverLocked(target, false);
			if (recovery.outcome() == Outcome.REFUSED)
				throw new InvalidDataException(recovery.text());
			return new JournalledClaim(file, target, disk, library, lock);
		} catch (IOException | RuntimeException e) {
			lock.close();
			throw e;
		}
	}

	@Override
	public Path file() {
		return file;
	}

	@Override
	public void add(String group, List<? extends CxiContent> content) {
		Content items = new Content(group, content);
		WritingWork.run(file, () -> {
			synchronized (NativeHdf5.LOCK) {
				NativeHdf5.load();
				new InPlaceUpdate(disk, target, items, library).run();
			}
			return null;
		});
	}

	@Override
	public void close() {
		lock.close();
	}
}
