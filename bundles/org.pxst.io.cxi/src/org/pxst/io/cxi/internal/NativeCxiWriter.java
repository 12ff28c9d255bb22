// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiClaim;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiRecovery;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.internal.journal.Disk;
import org.pxst.io.cxi.internal.journal.Recovery;
import org.pxst.io.cxi.internal.journal.SystemDisk;
import org.pxst.io.cxi.internal.journal.WriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes CXI files with the native HDF5 library. The library only ever writes to files that nothing depends on: a new one
 * that then takes the final name, or the skeleton of an existing one, from which a journal is made. Where there is no
 * library for the platform, files of their own are written without it, and existing ones are left alone.
 */
@Component
public final class NativeCxiWriter implements CxiWriter {
	private static final Logger LOG = LoggerFactory.getLogger(NativeCxiWriter.class);
	/** Room for headers and the like, in bytes. */
	private static final long OVERHEAD = 2 << 20;

	private final Disk disk = new SystemDisk();
	private final WriteLock.Locks locks = WriteLock.Locks.SYSTEM;
	private final SkeletonWork.Starter library;
	private final NativeHdf5.Loader loader;

	/** A writer that lets the library look at existing files in a process of its own only. */
	public NativeCxiWriter() {
		this(SkeletonProcess::start);
	}

	/** @param library does the library's part in changing an existing file */
	NativeCxiWriter(SkeletonWork.Starter library) {
		this(library, NativeHdf5::load);
	}

	/**
	 * @param library does the library's part in changing an existing file
	 * @param loader  loads the library
	 */
	NativeCxiWriter(SkeletonWork.Starter library, NativeHdf5.Loader loader) {
		this.library = library;
		this.loader = loader;
	}

	@Override
	public void write(Path file, String group, List<? extends CxiContent> content) {
		Content items = new Content(group, content);
		Path directory = file.toAbsolutePath().getParent();
		if (Files.isDirectory(file))
			throw new InvalidDataException(file + ": is a directory; name a file");
		if (directory == null || !Files.isDirectory(directory))
			throw new InvalidDataException(file + ": cannot be written: there is no directory " + directory
					+ "; create it first or name another one");
		if (!Files.isWritable(directory))
			throw new InvalidDataException(file + ": cannot be written: no permission to write in " + directory
					+ "; name another directory");
		if (Files.exists(file) && !Files.isWritable(file))
			throw new InvalidDataException(
					file + ": is write-protected; name another file or remove the protection (chmod u+w)");
		WritingWork.run(file, () -> {
			Path target = Files.exists(file) ? file.toRealPath() : file;
			synchronized (NativeHdf5.LOCK) {
				boolean loaded = hasLibrary();
				try (ReplacementFile replacement = new ReplacementFile(target)) {
					if (loaded)
						items.writeTo(NativeFile.create(replacement.path()), false);
					else
						writeWithoutLibrary(file, replacement.path(), items);
					replacement.commit();
				}
			}
			return null;
		});
	}

	/**
	 * Whether this machine has the library.
	 *
	 * @throws IOException when it has, and it does not start
	 */
	private boolean hasLibrary() throws IOException {
		try {
			loader.load();
			return true;
		} catch (IOException e) {
			if (!(e.getCause() instanceof LinkageError))
				throw e;
			LOG.debug("writing without the native HDF5 library", e);
			return false;
		}
	}

	private static void writeWithoutLibrary(Path file, Path replacement, Content items) throws IOException {
		JhdfOutput output = new JhdfOutput(replacement, items);
		output.write();
		if (!output.leftOut().isEmpty())
			LOG.warn("{}: links, virtual data sets and data sets without values cannot be written without the native HDF5"
					+ " library; left out: {}", file, String.join(", ", output.leftOut()));
	}

	@Override
	public boolean canLink() {
		try {
			synchronized (NativeHdf5.LOCK) {
				return hasLibrary();
			}
		} catch (IOException e) {
			LOG.debug("the native HDF5 library does not start", e);
			return false;
		}
	}

	@Override
	public Optional<String> obstacle(Path file, long size) {
		try {
			Path target = file.toRealPath();
			if (!Files.isWritable(target))
				return Optional.of("it is write-protected");
			if (!Files.isWritable(target.getParent()))
				return Optional.of("no permission to write in " + target.getParent() + ", where the journal has to be");
			// a reader who comes by the other name would not find the journal
			if (hasOtherNames(target))
				return Optional.of("it has more than one name (hard links)");
			// in the skeleton, in the journal, and in the file
			long needed = 3 * size + OVERHEAD;
			long free = target.getParent().toFile().getUsableSpace();
			if (free < needed)
				return Optional.of(String.format(Locale.ROOT, "only %.1f MB are free in %s, and %.1f MB are needed for a while",
						free / 1e6, target.getParent(), needed / 1e6));
			SkeletonProcess.java();
			synchronized (NativeHdf5.LOCK) {
				loader.load();
			}
			return Optional.empty();
		} catch (IOException e) {
			return Optional.of(e.getCause() instanceof LinkageError ? e.getMessage() : Reason.of(e));
		}
	}

	private static boolean hasOtherNames(Path target) throws IOException {
		try {
			return (int) Files.getAttribute(target, "unix:nlink") > 1;
		} catch (UnsupportedOperationException e) {
			// not every system counts names
			return false;
		}
	}

	@Override
	public CxiClaim claim(Path file) {
		return WritingWork.run(file, () -> {
			Hdf5Header.check(file);
			if (!Files.isWritable(file))
				throw new InvalidDataException(file
						+ ": is write-protected; write to another file or remove the protection (chmod u+w)");
			return JournalledClaim.take(file, disk, locks, library);
		});
	}

	@Override
	public CxiRecovery recover(Path file, boolean force) {
		if (!Files.exists(file))
			throw new InvalidDataException(file + ": there is no such file; check the name");
		return WritingWork.run(file, () -> new Recovery(disk, locks).recover(file.toRealPath(), force));
	}
}
