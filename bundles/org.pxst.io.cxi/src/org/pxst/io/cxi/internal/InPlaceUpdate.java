// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.pxst.io.cxi.internal.hdf5.FileBytes;
import org.pxst.io.cxi.internal.hdf5.Hdf5Superblock;
import org.pxst.io.cxi.internal.journal.Disk;
import org.pxst.io.cxi.internal.journal.DiskFile;
import org.pxst.io.cxi.internal.journal.HiddenName;
import org.pxst.io.cxi.internal.journal.JournalledChange;
import org.pxst.io.cxi.internal.journal.Region;


/**
 * Adds content to an existing file without ever giving the file to the HDF5 library for writing. The library works on a
 * skeleton: a sparse copy without the values of the data sets that stay. When it is done and the skeleton has been
 * compared with the original, the bytes that differ go to a journal, and from there into the file.
 * <p>
 * Whoever does this holds the file's lock.
 */
final class InPlaceUpdate {
	/** The superblock is guarded even when it does not change. */
	private static final int SUPERBLOCK = 96;
	private static final int BLOCK = 1 << 20;
	/** Room for headers and the like, in bytes. */
	private static final long OVERHEAD = 1 << 20;

	private final Disk disk;
	private final Path target;
	private final Content content;
	private final SkeletonWork.Starter library;

	/**
	 * @param disk    the file system
	 * @param target  the file's real path
	 * @param content what to write
	 * @param library does the library's part
	 */
	InPlaceUpdate(Disk disk, Path target, Content content, SkeletonWork.Starter library) {
		this.disk = disk;
		this.target = target;
		this.content = content;
		this.library = library;
	}

	/**
	 * Does it.
	 *
	 * @throws IOException when it cannot be done; the file is as it was then, or will be changed wholly the next time it
	 *                     is opened
	 */
	void run() throws IOException {
		FileState before = FileState.of(target);
		Region superblock = superblock(before.size());
		Path skeleton = HiddenName.updating(target);
		// open to the end: it holds the library's own lock against programs that write
		try (SkeletonWork work = library.start(target, skeleton, content)) {
			JournalledChange change;
			try {
				ValueRegions values = work.values();
				requireSpace(before.size(), values.kept());
				copy(skeleton, values.kept(), before.size());
				work.fill();
				requireHoles(skeleton, values.kept());
				change = JournalledChange.prepare(disk, target, skeleton, values.kept(), values.replaced(), superblock);
			} finally {
				if (disk.exists(skeleton))
					disk.delete(skeleton);
			}
			try {
				before.requireUnchanged(target);
			} catch (IOException e) {
				change.discard();
				throw e;
			}
			change.commit();
		}
	}

	private Region superblock(long length) throws IOException {
		try (FileBytes bytes = Hdf5Header.open(target)) {
			Hdf5Superblock superblock = Hdf5Header.check(target, bytes);
			long end = superblock.getEndOfFileAddress();
			// the library cuts off what it does not know; an end that was never set is negative
			if (end >= 0 && end < length)
				throw new IOException((length - end) + " bytes behind the end of its HDF5 contents would be lost");
			long start = superblock.getBaseAddressByte();
			return new Region(start, Math.min(length, start + SUPERBLOCK));
		}
	}

	private void requireSpace(long length, List<Region> kept) throws IOException {
		long results = content.bytes();
		// in the skeleton, in the journal, and in the file
		long needed = length + 3 * results + OVERHEAD;
		for (Region region : kept)
			needed -= region.length();
		// not the file store's figure: there is none for a mount that is not listed, as in a chroot
		long free = target.getParent().toFile().getUsableSpace();
		if (free < needed)
			throw new IOException(String.format(Locale.ROOT,
					"not enough space in %s: the change needs %.1f MB for a while, %.1f MB are free", target.getParent(),
					needed / 1e6, free / 1e6));
	}

	/** Makes the skeleton: what is kept stays a hole. */
	private void copy(Path skeleton, List<Region> kept, long length) throws IOException {
		byte[] bytes = new byte[BLOCK];
		try (DiskFile from = disk.openToRead(target); DiskFile to = disk.create(skeleton)) {
			to.setLength(length);
			for (Region region : Region.between(kept, length))
				for (long at = region.start(); at < region.end(); at += BLOCK) {
					int n = (int) Math.min(BLOCK, region.end() - at);
					from.read(at, bytes, 0, n);
					to.write(at, bytes, 0, n);
				}
		}
	}

	/** Makes sure that the library did not write where other data are. */
	private void requireHoles(Path skeleton, List<Region> kept) throws IOException {
		byte[] bytes = new byte[BLOCK];
		byte[] zeros = new byte[BLOCK];
		try (DiskFile file = disk.openToRead(skeleton)) {
			for (Region region : kept)
				for (long at = region.start(); at < region.end(); at += BLOCK) {
					int n = (int) Math.min(BLOCK, region.end() - at);
					file.read(at, bytes, 0, n);
					if (!Arrays.equals(bytes, 0, n, zeros, 0, n))
						throw new IOException("the HDF5 library would write over other data; the file is damaged");
				}
		}
	}
}
