// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

import org.pxst.io.cxi.internal.journal.HiddenName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file in the making, under a hidden name beside the one it is to have. It gets that name in one step when it is whole
 * and on the disk; until then whatever has the name stays as it is. Closing removes what was not committed.
 */
final class ReplacementFile implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(ReplacementFile.class);

	private final Path target;
	private final Path path;

	/** @param target the final name; its directory must exist */
	ReplacementFile(Path target) {
		this(target, HiddenName.replacing(target));
	}

	/**
	 * @param target the final name; its directory must exist
	 * @param path   the hidden name, in the same directory, used by nothing
	 */
	ReplacementFile(Path target, Path path) {
		this.target = target;
		this.path = path;
	}

	/** The hidden name. */
	Path path() {
		return path;
	}

	/**
	 * Puts it in place: contents to the disk, owner and permissions of the file it replaces, then the name.
	 *
	 * @throws IOException when that fails; the target is as it was then
	 */
	void commit() throws IOException {
		if (Files.exists(target) && !Files.isRegularFile(target))
			throw new IOException(target + " is no file that could be replaced");
		// not through a channel: an interrupt would close it and lose the file
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
			file.getFD().sync();
		}
		if (Files.exists(target))
			copyAttributes();
		Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		// without this a power cut could bring the old name back; some systems cannot open a directory
		try (FileChannel directory = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
			directory.force(true);
		} catch (IOException e) {
			LOG.debug("{}: directory not synced", target, e);
		}
	}

	private void copyAttributes() throws IOException {
		PosixFileAttributeView to = Files.getFileAttributeView(path, PosixFileAttributeView.class);
		if (to == null)
			return;
		PosixFileAttributes from = Files.readAttributes(target, PosixFileAttributes.class);
		try {
			to.setGroup(from.group());
			to.setOwner(from.owner());
		} catch (IOException e) {
			LOG.debug("{}: owner and group are those of the writer", target, e);
		}
		to.setPermissions(from.permissions());
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(path);
	}
}
