// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.ILazyDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Entry.Kind;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.io.cxi.tools.ValueSummary;
import org.pxst.ui.session.ScanReader;

/** Text files as if they were HDF5: "sound ..." can be read, anything else is broken. Counts what is open. */
final class TextFiles implements Hdf5Viewer {
	private static final String ATTRIBUTE = "text";

	/** Files that are open. */
	final AtomicInteger open = new AtomicInteger();
	/** Files that were ever opened. */
	final AtomicInteger opened = new AtomicInteger();

	/** The text of a file, as a task reads it. */
	static String text(ScanReader reader) {
		return (String) reader.hdf5().find("/").orElseThrow().attributes().get(ATTRIBUTE);
	}

	@Override
	public Hdf5View open(Path file) {
		if (!Files.exists(file))
			throw new InvalidDataException(file + ": there is no such file; check the name");
		String text = read(file);
		if (!text.startsWith("sound"))
			throw new InvalidDataException(file + ": is not an HDF5 file");
		open.incrementAndGet();
		opened.incrementAndGet();
		return new View(file);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new InvalidDataException(file + ": cannot be read", e);
		}
	}

	/** Reads the file each time, as it is then. */
	private final class View implements Hdf5View {
		private final Path file;
		private boolean closed;

		View(Path file) {
			this.file = file;
		}

		@Override
		public Path path() {
			return file;
		}

		@Override
		public synchronized Optional<Hdf5Entry> find(String path) {
			if (closed)
				throw new IllegalStateException("read after it was closed");
			String text = read(file);
			if (!text.startsWith("sound"))
				throw new InvalidDataException(file + ": is damaged");
			return Optional.of(new Hdf5Entry(path, Kind.GROUP, Optional.empty(), Optional.empty(), Optional.empty(),
					Optional.empty(), Map.of(ATTRIBUTE, text)));
		}

		@Override
		public List<Hdf5Entry> tree(String path) {
			return List.of(find(path).orElseThrow());
		}

		@Override
		public ILazyDataset values(String path) {
			throw new InvalidDataException(file + ": there is no data set " + path);
		}

		@Override
		public ValueSummary summary(String path, IMonitor monitor) {
			throw new InvalidDataException(file + ": there is no data set " + path);
		}

		@Override
		public synchronized void close() {
			if (closed)
				throw new IllegalStateException("closed twice");
			closed = true;
			open.decrementAndGet();
		}
	}
}
