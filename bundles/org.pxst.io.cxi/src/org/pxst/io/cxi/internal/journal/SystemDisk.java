// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file system of the machine. */
public final class SystemDisk implements Disk {
	private static final Logger LOG = LoggerFactory.getLogger(SystemDisk.class);

	@Override
	public DiskFile open(Path file) throws IOException {
		if (!Files.exists(file))
			throw new FileNotFoundException(file + " (no such file or directory)");
		return new Opened(file, "rw");
	}

	@Override
	public DiskFile openToRead(Path file) throws IOException {
		return new Opened(file, "r");
	}

	@Override
	public DiskFile create(Path file) throws IOException {
		Files.createFile(file);
		return new Opened(file, "rw");
	}

	@Override
	public boolean exists(Path file) {
		return Files.exists(file);
	}

	@Override
	public long modified(Path file) throws IOException {
		return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
	}

	@Override
	public boolean isTrusted(Path file, Path like) throws IOException {
		try {
			UserPrincipal owner = Files.getOwner(file);
			return owner.equals(Files.getOwner(like)) || owner.getName().equals(System.getProperty("user.name"))
					|| owner.getName().equals("root");
		} catch (UnsupportedOperationException e) {
			LOG.debug("{}: files have no owners here", file, e);
			return true;
		}
	}

	@Override
	public void rename(Path from, Path to) throws IOException {
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	@Override
	public void delete(Path file) throws IOException {
		Files.delete(file);
	}

	@Override
	public void syncDirectory(Path directory) {
		// some systems cannot open a directory
		try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
			channel.force(true);
		} catch (IOException e) {
			LOG.debug("{}: directory not synced", directory, e);
		}
	}

	/** Not a channel: those are closed when somebody interrupts the thread, in the middle of the writing. */
	private static final class Opened implements DiskFile {
		private final RandomAccessFile file;

		Opened(Path path, String mode) throws IOException {
			file = new RandomAccessFile(path.toFile(), mode);
		}

		@Override
		public long length() throws IOException {
			return file.length();
		}

		@Override
		public void read(long position, byte[] target, int offset, int count) throws IOException {
			file.seek(position);
			file.readFully(target, offset, count);
		}

		@Override
		public void write(long position, byte[] source, int offset, int count) throws IOException {
			file.seek(position);
			file.write(source, offset, count);
		}

		@Override
		public void setLength(long length) throws IOException {
			file.setLength(length);
		}

		@Override
		public void sync() throws IOException {
			file.getFD().sync();
		}

		@Override
		public void close() throws IOException {
			file.close();
		}
	}
}
