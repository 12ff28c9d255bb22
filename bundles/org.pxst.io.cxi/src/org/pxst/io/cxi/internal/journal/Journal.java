// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

import org.pxst.io.cxi.internal.journal.Change.Patch;

/**
 * A redo journal: a file beside a data file that holds everything that is needed to change the data file, and to tell
 * whether it is still the file that is to be changed. It has its name only when it is whole and on the disk.
 *
 * <pre>
 * 8 bytes  "PXSTJRN1"
 * int      length of the header, then the header:
 *          long length of the data file before, long after, long time in ns when it was written last, int patches
 * int      CRC-32C of the header
 * patches: long offset, int length, byte guarded, [old bytes if guarded], new bytes, int CRC-32C of all of that
 * 8 bytes  "PXSTJEND"
 * 2 bytes  0, set to 1 when bytes are first appended to the data file, and when bytes in it are first replaced
 * </pre>
 *
 * All numbers are big-endian.
 */
final class Journal implements AutoCloseable {
	private static final byte[] BEGIN = { 'P', 'X', 'S', 'T', 'J', 'R', 'N', '1' };
	private static final byte[] END = { 'P', 'X', 'S', 'T', 'J', 'E', 'N', 'D' };
	private static final int HEADER = 3 * Long.BYTES + Integer.BYTES;
	private static final int PATCH_HEADER = Long.BYTES + Integer.BYTES + 1;

	private final DiskFile file;
	private final Change change;
	private final long modified;
	/** Where each patch's bytes begin in the journal. */
	private final long[] positions;
	private final long marks;

	private Journal(DiskFile file, Change change, long modified, long[] positions, long marks) {
		this.file = file;
		this.change = change;
		this.modified = modified;
		this.positions = positions;
		this.marks = marks;
	}

	/**
	 * The journal of a data file.
	 *
	 * @param data the data file's real path
	 */
	static Path of(Path data) {
		return data.resolveSibling(data.getFileName() + ".pxst-journal");
	}

	/**
	 * Writes a journal and syncs it.
	 *
	 * @param disk     where
	 * @param path     a name that nothing has yet
	 * @param change   what is to be changed
	 * @param modified when the data file was written last, ns
	 * @param original the data file
	 * @param changed  a file that has the new bytes at the same offsets
	 */
	static void write(Disk disk, Path path, Change change, long modified, DiskFile original, DiskFile changed)
			throws IOException {
		try (DiskFile file = disk.create(path)) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			DataOutputStream out = new DataOutputStream(bytes);
			out.writeLong(change.lengthBefore());
			out.writeLong(change.lengthAfter());
			out.writeLong(modified);
			out.writeInt(change.patches().size());
			byte[] header = bytes.toByteArray();
			ByteBuffer start = ByteBuffer.allocate(BEGIN.length + Integer.BYTES + header.length + Integer.BYTES);
			start.put(BEGIN).putInt(header.length).put(header).putInt(checksum(header, header.length));
			file.write(0, start.array(), 0, start.capacity());
			long at = start.capacity();
			for (Patch patch : change.patches())
				at += write(file, at, patch, original, changed);
			byte[] end = Arrays.copyOf(END, END.length + 2);
			file.write(at, end, 0, end.length);
			file.sync();
		}
	}

	private static int write(DiskFile file, long at, Patch patch, DiskFile original, DiskFile changed)
			throws IOException {
		int copies = patch.guarded() ? 2 : 1;
		ByteBuffer record = ByteBuffer.allocate(PATCH_HEADER + copies * patch.length() + Integer.BYTES);
		record.putLong(patch.offset()).putInt(patch.length()).put((byte) (patch.guarded() ? 1 : 0));
		int n = record.position();
		if (patch.guarded()) {
			original.read(patch.offset(), record.array(), n, patch.length());
			n += patch.length();
		}
		changed.read(patch.offset(), record.array(), n, patch.length());
		n += patch.length();
		record.putInt(n, checksum(record.array(), n));
		file.write(at, record.array(), 0, record.capacity());
		return record.capacity();
	}

	/**
	 * Opens a journal and checks all of it.
	 *
	 * @param file the open file, closed with the journal, and when it is not whole
	 * @param path its name, for messages
	 * @throws DamagedJournalException when it is not whole
	 * @throws IOException             when it cannot be read
	 */
	static Journal open(DiskFile file, Path path) throws IOException {
		try {
			return check(file, path);
		} catch (EOFException e) {
			file.close();
			throw new DamagedJournalException(path + " ends too early", e);
		} catch (IOException | RuntimeException e) {
			file.close();
			throw e;
		}
	}

	private static Journal check(DiskFile file, Path path) throws IOException {
		long length = file.length();
		byte[] start = new byte[BEGIN.length + Integer.BYTES + HEADER + Integer.BYTES];
		file.read(0, start, 0, start.length);
		ByteBuffer begin = ByteBuffer.wrap(start);
		byte[] magic = new byte[BEGIN.length];
		begin.get(magic);
		int headerLength = begin.getInt();
		byte[] header = new byte[HEADER];
		begin.get(header);
		if (!Arrays.equals(magic, BEGIN) || headerLength != HEADER || begin.getInt() != checksum(header, HEADER))
			throw new DamagedJournalException(path + " has no sound header");
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(header));
		long before = in.readLong();
		long after = in.readLong();
		long modified = in.readLong();
		int patches = in.readInt();
		if (before < 0 || after < 0 || patches < 0 || (long) patches * PATCH_HEADER > length)
			throw new DamagedJournalException(path + " has impossible lengths in its header");
		List<Patch> found = new ArrayList<>(patches);
		long[] positions = new long[patches];
		long at = start.length;
		byte[] record = new byte[PATCH_HEADER];
		for (int k = 0; k < patches; k++) {
			file.read(at, record, 0, PATCH_HEADER);
			ByteBuffer fields = ByteBuffer.wrap(record);
			Patch patch = new Patch(fields.getLong(), fields.getInt(), fields.get() != 0);
			if (patch.offset() < 0 || patch.length() < 1 || patch.length() > Change.LONGEST || patch.end() > after)
				throw new DamagedJournalException(path + ": patch " + k + " is not sound");
			int n = PATCH_HEADER + (patch.guarded() ? 2 : 1) * patch.length();
			byte[] all = new byte[n + Integer.BYTES];
			file.read(at, all, 0, all.length);
			if (ByteBuffer.wrap(all).getInt(n) != checksum(all, n))
				throw new DamagedJournalException(path + ": the checksum of patch " + k + " is wrong");
			found.add(patch);
			positions[k] = at + PATCH_HEADER;
			at += all.length;
		}
		byte[] end = new byte[END.length + 2];
		file.read(at, end, 0, end.length);
		if (!Arrays.equals(end, 0, END.length, END, 0, END.length))
			throw new DamagedJournalException(path + " has no end");
		return new Journal(file, new Change(before, after, List.copyOf(found)), modified, positions, at + END.length);
	}

	private static int checksum(byte[] bytes, int count) {
		CRC32C crc = new CRC32C();
		crc.update(bytes, 0, count);
		return (int) crc.getValue();
	}

	/** What is to be changed. */
	Change change() {
		return change;
	}

	/** When the data file was written last before the change, ns. */
	long modified() {
		return modified;
	}

	/**
	 * The bytes of a guarded patch before the change.
	 *
	 * @param index  number of the patch
	 * @param target receives them from index 0 on
	 */
	void readOld(int index, byte[] target) throws IOException {
		file.read(positions[index], target, 0, change.patches().get(index).length());
	}

	/**
	 * The bytes of a patch after the change.
	 *
	 * @param index  number of the patch
	 * @param target receives them from index 0 on
	 */
	void readNew(int index, byte[] target) throws IOException {
		Patch patch = change.patches().get(index);
		file.read(positions[index] + (patch.guarded() ? patch.length() : 0), target, 0, patch.length());
	}

	/** Whether bytes may have been appended to the data file. */
	boolean isAppending() throws IOException {
		return mark(0);
	}

	/** Whether bytes in the data file may have been replaced. */
	boolean isReplacing() throws IOException {
		return mark(1);
	}

	private boolean mark(int which) throws IOException {
		byte[] mark = new byte[1];
		file.read(marks + which, mark, 0, 1);
		return mark[0] != 0;
	}

	/** Records, for good, that bytes are appended to the data file from now on. */
	void setAppending() throws IOException {
		setMark(0);
	}

	/** Records, for good, that bytes in the data file are replaced from now on. */
	void setReplacing() throws IOException {
		setMark(1);
	}

	private void setMark(int which) throws IOException {
		if (mark(which))
			return;
		file.write(marks + which, new byte[] { 1 }, 0, 1);
		file.sync();
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
