// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

import org.pxst.io.cxi.internal.journal.Change.Patch;

/**
 * Carries out what a journal says, as often as it takes. New bytes are appended first and synced, so that other programs
 * see the old content as long as possible and a full disk is noticed while the file can still be as it was; then bytes
 * are replaced; then the journal goes.
 */
final class Replay {
	private final Disk disk;
	private final Path path;
	private final Path journalPath;

	/**
	 * @param disk where
	 * @param path the data file's real path
	 */
	Replay(Disk disk, Path path) {
		this.disk = disk;
		this.path = path;
		journalPath = Journal.of(path);
	}

	/**
	 * Makes sure that the data file is the one that the journal was made for, as it was or partly changed.
	 *
	 * @param force whether its time may be another one
	 * @throws ForeignChangeException when it is not
	 */
	void guard(Journal journal, DiskFile file, boolean force) throws IOException {
		Change change = journal.change();
		boolean appending = journal.isAppending();
		boolean replacing = journal.isReplacing();
		long length = file.length();
		long least = appending ? Math.min(change.lengthBefore(), change.lengthAfter()) : change.lengthBefore();
		long most = appending ? Math.max(change.lengthBefore(), change.lengthAfter()) : change.lengthBefore();
		if (length < least || length > most)
			throw new ForeignChangeException("it is " + length + " bytes long, not " + change.lengthBefore(), !replacing,
					false);
		byte[] now = new byte[Change.LONGEST];
		byte[] before = new byte[Change.LONGEST];
		byte[] after = new byte[Change.LONGEST];
		for (int k = 0; k < change.patches().size(); k++) {
			Patch patch = change.patches().get(k);
			if (!patch.guarded() || patch.end() > length)
				continue;
			file.read(patch.offset(), now, 0, patch.length());
			journal.readOld(k, before);
			journal.readNew(k, after);
			for (int i = 0; i < patch.length(); i++)
				if (now[i] != before[i] && !(replacing && now[i] == after[i]))
					throw new ForeignChangeException("byte " + (patch.offset() + i) + " is not what it was", !replacing,
							false);
		}
		if (!appending && !force && disk.modified(path) != journal.modified())
			throw new ForeignChangeException(
					"it was written at " + Instant.ofEpochMilli(disk.modified(path) / 1_000_000), true, true);
	}

	/**
	 * Carries it out. The data file has passed {@link #guard}.
	 *
	 * @throws IOException when the disk does not take it; the file is as it was then and the journal gone, or the journal
	 *                     stays and this can be called again later
	 */
	void carryOut(Journal journal, DiskFile file) throws IOException {
		if (!journal.isReplacing())
			append(journal, file);
		replace(journal, file);
	}

	private void append(Journal journal, DiskFile file) throws IOException {
		Change change = journal.change();
		try {
			journal.setAppending();
			writePatches(journal, file, change.lengthBefore(), Long.MAX_VALUE);
			file.sync();
			journal.setReplacing();
		} catch (IOException e) {
			// nothing in the old part was touched, so this makes the file what it was
			if (file.length() > change.lengthBefore())
				file.setLength(change.lengthBefore());
			file.sync();
			deleteJournal();
			throw e;
		}
	}

	private void replace(Journal journal, DiskFile file) throws IOException {
		Change change = journal.change();
		writePatches(journal, file, 0, change.lengthBefore());
		file.sync();
		if (file.length() > change.lengthAfter()) {
			file.setLength(change.lengthAfter());
			file.sync();
		}
		deleteJournal();
	}

	private static void writePatches(Journal journal, DiskFile file, long from, long to) throws IOException {
		byte[] bytes = new byte[Change.LONGEST];
		for (int k = 0; k < journal.change().patches().size(); k++) {
			Patch patch = journal.change().patches().get(k);
			if (patch.offset() < from || patch.offset() >= to)
				continue;
			journal.readNew(k, bytes);
			file.write(patch.offset(), bytes, 0, patch.length());
		}
	}

	/** Removes the journal, for good. */
	void deleteJournal() throws IOException {
		disk.delete(journalPath);
		disk.syncDirectory(path.getParent());
	}
}
