// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes CXI files with the native HDF5 library, always to a new file that then takes the final name. */
@Component
public final class NativeCxiWriter implements CxiWriter {
	private static final Logger LOG = LoggerFactory.getLogger(NativeCxiWriter.class);
	/** Room for headers and the like, in bytes. */
	private static final long OVERHEAD = 1 << 20;

	/** Writes into an open file; what it throws makes the whole write fail. */
	@FunctionalInterface
	private interface Work {
		void run() throws IOException;
	}

	@Override
	public void write(Path file, String group, List<CxiDataset> datasets) {
		Map<String, CxiDataset> content = byPath(group, datasets);
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
		exclusively(file, () -> {
			Path target = Files.exists(file) ? file.toRealPath() : file;
			try (ReplacementFile replacement = new ReplacementFile(target)) {
				fill(NativeFile.create(replacement.path()), content, false);
				replacement.commit();
			}
		});
	}

	@Override
	public void addTo(Path file, String group, List<CxiDataset> datasets) {
		Map<String, CxiDataset> content = byPath(group, datasets);
		exclusively(file, () -> {
			Hdf5Header.check(file);
			if (!Files.isWritable(file))
				throw new IOException(
						"it is write-protected; write to another file or remove the protection (chmod u+w)");
			Path target = file.toRealPath();
			if (!Files.isWritable(target.getParent()))
				throw new IOException("no permission to write in " + target.getParent() + ", where a copy is made");
			FileState before = FileState.of(target);
			requireSpace(target, before.size(), content);
			try (ReplacementFile replacement = new ReplacementFile(target);
					NativeFile original = NativeFile.openShared(target)) {
				replacement.copyTarget();
				fill(NativeFile.openPrivate(replacement.path()), content, true);
				try (NativeFile copy = NativeFile.openShared(replacement.path());
						DatasetComparison comparison = new DatasetComparison(original, copy)) {
					comparison.compare(content.keySet());
				}
				before.requireUnchanged(target);
				replacement.commit();
			}
		});
	}

	private static Map<String, CxiDataset> byPath(String group, List<CxiDataset> datasets) {
		if (!group.startsWith("/"))
			throw new IllegalArgumentException("group " + group + " is not absolute");
		Map<String, CxiDataset> content = new LinkedHashMap<>();
		for (CxiDataset dataset : datasets) {
			String path = ("/" + (dataset.path().startsWith("/") ? "" : group + "/") + dataset.path())
					.replaceAll("/+", "/");
			long elements = 1;
			for (int extent : dataset.shape())
				elements *= extent;
			if (elements != Array.getLength(dataset.values()))
				throw new IllegalArgumentException(
						Array.getLength(dataset.values()) + " values for " + elements + " elements of " + path);
			if (content.put(path, dataset) != null)
				throw new IllegalArgumentException("two data sets " + path);
		}
		return content;
	}

	private static void requireSpace(Path target, long length, Map<String, CxiDataset> content) throws IOException {
		long needed = length + OVERHEAD;
		for (CxiDataset dataset : content.values())
			needed += (long) Array.getLength(dataset.values()) * new Elements(dataset.values()).bytes();
		// not the file store's figure: there is none for a mount that is not listed, as in a chroot
		long free = target.getParent().toFile().getUsableSpace();
		if (free < needed)
			throw new IOException(String.format(Locale.ROOT,
					"not enough space in %s: a changed copy needs %.1f MB, %.1f MB are free", target.getParent(),
					needed / 1e6, free / 1e6));
	}

	/** Writes everything and closes the file; on failure closes it anyhow. */
	private static void fill(NativeFile file, Map<String, CxiDataset> content, boolean replace) throws IOException {
		boolean done = false;
		try {
			DatasetOutput output = new DatasetOutput(file);
			// all old ones go first, so that their room is used for the new ones
			if (replace)
				for (String path : content.keySet())
					output.remove(path);
			for (Map.Entry<String, CxiDataset> entry : content.entrySet())
				output.write(entry.getKey(), entry.getValue());
			file.flush();
			file.close();
			done = true;
		} finally {
			if (!done)
				abandon(file);
		}
	}

	private static void abandon(NativeFile file) {
		try {
			file.abandon();
		} catch (IOException e) {
			LOG.debug("{}: not closed properly after a failure", file.path(), e);
		}
	}

	/**
	 * Runs one write at a time. A pending interrupt is put off: it must not get in the way of results that took hours.
	 */
	private static void exclusively(Path file, Work work) {
		boolean interrupted = Thread.interrupted();
		try {
			synchronized (NativeHdf5.LOCK) {
				NativeHdf5.load();
				work.run();
			}
		} catch (IOException e) {
			LOG.debug("{}: writing failed", file, e);
			throw new InvalidDataException(file + ": cannot be written: " + explain(e), e);
		} finally {
			if (interrupted)
				Thread.currentThread().interrupt();
		}
	}

	private static String explain(IOException e) {
		String reason = e.getCause() instanceof LinkageError ? e.getMessage() : Reason.of(e);
		if (reason.contains("No space left") || reason.contains("quota exceeded"))
			return reason + "; free some or write to another disk";
		if (reason.contains("Read-only file system"))
			return reason + "; write to another directory";
		if (reason.contains("already open for write") || reason.contains("unable to lock")
				|| reason.contains("Resource temporarily unavailable"))
			return "another program has it open for writing, or ended without closing it (" + reason
					+ "); close it there, or mend the file with h5clear -s";
		return reason;
	}
}
