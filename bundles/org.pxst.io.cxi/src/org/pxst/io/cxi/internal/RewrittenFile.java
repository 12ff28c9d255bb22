// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.function.BooleanSupplier;

import org.pxst.core.CancelledException;
import org.pxst.io.cxi.internal.journal.HiddenName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a changed copy of a file, compares it with the original, and gives it its name. */
final class RewrittenFile {
	private static final Logger LOG = LoggerFactory.getLogger(RewrittenFile.class);
	/** Room for headers and the like, in bytes. */
	private static final long OVERHEAD = 2 << 20;

	private final Path source;
	private final Path target;
	private final LinkChange change;
	private final boolean compact;
	private final RewritePlan.Work work;
	private final BooleanSupplier cancelled;

	/**
	 * @param source  the original's real path
	 * @param target  the name that the copy gets; may be the original's
	 * @param change  what is different in the copy
	 * @param compact whether the copy has no room of removed objects
	 * @param work    does the HDF5 library's part
	 * @param cancelled whether to stop
	 */
	RewrittenFile(Path source, Path target, LinkChange change, boolean compact, RewritePlan.Work work, BooleanSupplier cancelled) {
		this.source = source;
		this.target = target;
		this.change = change;
		this.compact = compact;
		this.work = work;
		this.cancelled = cancelled;
	}

	/**
	 * Does it.
	 *
	 * @throws IOException when it cannot be done; whatever has the target's name is as it was then
	 */
	void make() throws IOException {
		FileState before = FileState.of(source);
		requireOneName();
		requireSpace(before.size());
		Path changed = hiddenName();
		synchronized (NativeHdf5.LOCK) {
			NativeHdf5.load();
			try (ReplacementFile replacement = new ReplacementFile(target, hiddenName())) {
				work.run(new RewritePlan(source, target, changed, replacement.path(), change, compact), cancelled);
				copyPermissions(replacement.path());
				before.requireUnchanged(source);
				if (cancelled.getAsBoolean())
					throw new CancelledException("rewriting " + source);
				replacement.commit();
			} finally {
				Files.deleteIfExists(changed);
			}
		}
	}

	/** Whoever claims the file next removes what a killed process left of a change of the file itself. */
	private Path hiddenName() {
		return source.equals(target) ? HiddenName.updating(target) : HiddenName.replacing(target);
	}

	/** Another name would go on leading to the old contents. */
	private void requireOneName() throws IOException {
		try {
			if (Files.exists(target) && (int) Files.getAttribute(target, "unix:nlink") > 1)
				throw new IOException("it has more than one name (hard links), and the others would keep the old contents; "
						+ "write to another file with --output");
		} catch (UnsupportedOperationException e) {
			LOG.debug("{}: names are not counted here", target, e);
		}
	}

	private void requireSpace(long length) throws IOException {
		long needed = (compact && !change.isNone() ? 2 : 1) * length + OVERHEAD;
		Path directory = target.toAbsolutePath().getParent();
		long free = directory.toFile().getUsableSpace();
		if (free < needed)
			throw new IOException(String.format(Locale.ROOT,
					"not enough space in %s: the copy needs %.1f MB for a while, %.1f MB are free", directory, needed / 1e6,
					free / 1e6));
	}

	private void copyPermissions(Path path) throws IOException {
		PosixFileAttributeView to = Files.getFileAttributeView(path, PosixFileAttributeView.class);
		if (to != null)
			to.setPermissions(Files.getPosixFilePermissions(source));
	}
}
