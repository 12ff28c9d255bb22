// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiRecovery;
import org.pxst.io.cxi.CxiRecovery.Outcome;
import org.pxst.io.cxi.FileInUseException;
import org.pxst.io.cxi.internal.hdf5.ChannelBytes;
import org.pxst.io.cxi.internal.hdf5.FileBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes writes that were interrupted, and shows files as they are after that. */
public final class Recovery {
	private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
	/** Others may be completing the write at the same time; how often to look again. */
	private static final int ATTEMPTS = 10;

	private final Disk disk;
	private final WriteLock.Locks locks;

	/**
	 * @param disk  the file system
	 * @param locks its locks
	 */
	public Recovery(Disk disk, WriteLock.Locks locks) {
		this.disk = disk;
		this.locks = locks;
	}

	/**
	 * Completes an interrupted write and removes leftovers.
	 *
	 * @param file  the data file's real path
	 * @param force whether the file's time may have changed since
	 * @throws FileInUseException when somebody is writing into the file
	 * @throws IOException        when it cannot be done; it can be tried again
	 */
	public CxiRecovery recover(Path file, boolean force) throws IOException {
		WriteLock lock = WriteLock.take(file, locks);
		try {
			return recoverLocked(file, force);
		} finally {
			lock.close();
		}
	}

	/**
	 * The same for somebody who has the lock.
	 *
	 * @param file  the data file's real path
	 * @param force whether the file's time may have changed since
	 */
	public CxiRecovery recoverLocked(Path file, boolean force) throws IOException {
		boolean leftovers = removeLeftovers(file);
		Path journalPath = Journal.of(file);
		if (!disk.exists(journalPath))
			return leftovers
					? new CxiRecovery(Outcome.DISCARDED,
							file + ": removed what a write left that had not begun to change the file")
					: new CxiRecovery(Outcome.NOTHING_TO_DO, file + ": no write was interrupted");
		if (!force && !disk.isTrusted(journalPath, file))
			return new CxiRecovery(Outcome.REFUSED, file + ": there is the journal of an interrupted write, but it belongs to "
					+ "neither you nor the file's owner; if you trust it, complete the write with pxst recover --force " + file);
		try (Journal journal = Journal.open(disk.open(journalPath), journalPath); DiskFile data = disk.open(file)) {
			Replay replay = new Replay(disk, file);
			replay.guard(journal, data, force);
			replay.carryOut(journal, data);
			return new CxiRecovery(Outcome.COMPLETED, file + ": an interrupted write was completed");
		} catch (DamagedJournalException e) {
			LOG.debug("{}: journal not whole", file, e);
			return new CxiRecovery(Outcome.REFUSED, file + ": the journal of an interrupted write is damaged (" + e.getMessage()
					+ "); the file was left alone; if pxst info shows it sound, remove " + journalPath);
		} catch (ForeignChangeException e) {
			LOG.debug("{}: changed since", file, e);
			return new CxiRecovery(Outcome.REFUSED, file + ": a write into this file was interrupted, and it was changed since: "
					+ e.getMessage() + "; nothing was done; " + remedy(e, file, journalPath));
		}
	}

	private static String remedy(ForeignChangeException e, Path file, Path journalPath) {
		if (e.isForcible())
			return "complete the write with pxst recover --force " + file + ", or give it up by removing " + journalPath;
		if (e.isWhole())
			return "the file is whole; give the write up by removing " + journalPath;
		return "restore the file as it was, then run pxst recover; " + journalPath + " has the missing part";
	}

	private static boolean removeLeftovers(Path file) throws IOException {
		boolean any = false;
		try (DirectoryStream<Path> hidden = Files.newDirectoryStream(file.getParent(),
				path -> HiddenName.isUpdateOf(file, path))) {
			for (Path path : hidden)
				any |= Files.deleteIfExists(path);
		}
		return any;
	}

	/**
	 * Opens a data file for reading. A write that was interrupted is completed first; where this program may not do that,
	 * or another is at it, the file is shown as it will be.
	 *
	 * @param file an existing file
	 * @throws IOException when it cannot be read
	 */
	public FileBytes open(Path file) throws IOException {
		Path real = file.toRealPath();
		if (disk.exists(Journal.of(real)))
			try {
				CxiRecovery recovery = recover(real, false);
				if (recovery.outcome() == Outcome.REFUSED) {
					LOG.warn(recovery.text());
					return new ChannelBytes(real);
				}
			} catch (FileInUseException | IOException e) {
				LOG.debug("{}: not recovered by this process", file, e);
			}
		return view(real);
	}

	/**
	 * Opens a data file for reading, and shows it as it will be when an interrupted write has been completed.
	 *
	 * @param file an existing file
	 * @throws IOException when it cannot be read
	 */
	public FileBytes view(Path file) throws IOException {
		Path real = file.toRealPath();
		Path journalPath = Journal.of(real);
		for (int attempt = 0; attempt < ATTEMPTS && disk.exists(journalPath); attempt++)
			try {
				if (!disk.isTrusted(journalPath, real))
					break;
				return overlay(real, journalPath);
			} catch (NoSuchFileException | FileNotFoundException e) {
				LOG.debug("{}: recovered by another process", file, e);
			} catch (ForeignChangeException | DamagedJournalException e) {
				// another process may have begun to replace bytes between two looks; else the journal is of no use
				LOG.debug("{}: changing", file, e);
				pause();
			}
		return new ChannelBytes(real);
	}

	private FileBytes overlay(Path file, Path journalPath) throws IOException {
		Journal journal = Journal.open(disk.openToRead(journalPath), journalPath);
		try (DiskFile data = disk.openToRead(file)) {
			new Replay(disk, file).guard(journal, data, false);
			return new JournalledBytes(new ChannelBytes(file), journal);
		} catch (IOException | RuntimeException e) {
			journal.close();
			throw e;
		}
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InvalidDataException("reading was interrupted", e);
		}
	}
}
