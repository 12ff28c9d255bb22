// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A change of a data file, written to a journal and ready to be carried out. Its maker holds the file's lock. */
public final class JournalledChange {
	private final Disk disk;
	private final Path file;
	private final Path prepared;

	private JournalledChange(Disk disk, Path file, Path prepared) {
		this.disk = disk;
		this.file = file;
		this.prepared = prepared;
	}

	/**
	 * Writes the journal under a hidden name.
	 *
	 * @param disk       the file system
	 * @param file       the data file's real path
	 * @param changed    a copy of it with the change, without what is in the regions that are kept
	 * @param kept       regions that stay as they are; in order, not touching
	 * @param replaced   regions whose old content is worthless afterwards
	 * @param superblock what tells whether the file is still the same
	 * @throws IOException when it cannot be written; nothing is left of it then
	 */
	public static JournalledChange prepare(Disk disk, Path file, Path changed, List<Region> kept, List<Region> replaced,
			Region superblock) throws IOException {
		Path prepared = HiddenName.updating(file);
		boolean done = false;
		try (DiskFile original = disk.openToRead(file); DiskFile copy = disk.openToRead(changed)) {
			Change change = Change.between(original, copy, kept, replaced, superblock);
			Journal.write(disk, prepared, change, disk.modified(file), original, copy);
			done = true;
			return new JournalledChange(disk, file, prepared);
		} finally {
			if (!done && disk.exists(prepared))
				disk.delete(prepared);
		}
	}

	/**
	 * Gives the journal its name, from which moment on the change happens whatever comes, and carries it out.
	 *
	 * @throws IOException when that fails; the file is as it was then if there is no journal, else the change is completed
	 *                     the next time the file is opened
	 */
	public void commit() throws IOException {
		Path journalPath = Journal.of(file);
		try {
			disk.rename(prepared, journalPath);
		} catch (IOException e) {
			discard();
			throw e;
		}
		disk.syncDirectory(file.getParent());
		try (Journal journal = Journal.open(disk.open(journalPath), journalPath); DiskFile data = disk.open(file)) {
			Replay replay = new Replay(disk, file);
			try {
				replay.guard(journal, data, false);
			} catch (ForeignChangeException e) {
				replay.deleteJournal();
				throw e;
			}
			replay.carryOut(journal, data);
		} catch (IOException e) {
			if (disk.exists(journalPath))
				throw new IOException(e.getMessage() + "; the change is kept in " + journalPath
						+ " and will be completed when the file is opened the next time, or by pxst recover", e);
			throw e;
		}
	}

	/** Gives the change up before it was committed. */
	public void discard() throws IOException {
		if (disk.exists(prepared))
			disk.delete(prepared);
	}
}
