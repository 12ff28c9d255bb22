// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.session.OpenScansListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of open scans. Immediate, as it has to stay the same while nobody uses it. */
@Component(service = OpenScans.class, immediate = true)
public final class DefaultOpenScans implements OpenScans {
	private static final Logger LOG = LoggerFactory.getLogger(DefaultOpenScans.class);

	private final CxiLoader loader;
	private final Hdf5Viewer viewer;
	private final CxiWriter writer;
	private final Executor ui;
	private Runnable first;
	private final List<ScanFile> scans = new ArrayList<>();
	private final CopyOnWriteArrayList<OpenScansListener> listeners = new CopyOnWriteArrayList<>();
	private ScanFile current;

	/**
	 * @param loader opens scans
	 * @param viewer opens HDF5 files of any kind
	 * @param writer writes
	 */
	@Activate
	public DefaultOpenScans(@Reference CxiLoader loader, @Reference Hdf5Viewer viewer, @Reference CxiWriter writer) {
		this(loader, viewer, writer, new UiThread(), WritesBeforeExit::install);
	}

	/**
	 * @param loader opens scans
	 * @param viewer opens HDF5 files of any kind
	 * @param writer writes
	 * @param ui     runs what it is given in the UI thread, one after the other
	 * @param first  called before the first scan is opened
	 */
	DefaultOpenScans(CxiLoader loader, Hdf5Viewer viewer, CxiWriter writer, Executor ui, Runnable first) {
		this.loader = loader;
		this.viewer = viewer;
		this.writer = writer;
		this.ui = ui;
		this.first = first;
	}

	/** Closes all scans, without telling anybody. */
	@Deactivate
	void deactivate() {
		scans.forEach(ScanFile::close);
		scans.clear();
		current = null;
		listeners.clear();
	}

	@Override
	public List<OpenScan> scans() {
		return List.copyOf(scans);
	}

	@Override
	public Optional<OpenScan> current() {
		return Optional.ofNullable(current);
	}

	@Override
	public OpenScan open(Path file) {
		Path absolute = file.toAbsolutePath().normalize();
		ScanFile scan = scans.stream().filter(known -> known.file().equals(absolute)).findFirst()
				.orElseGet(() -> add(absolute));
		makeCurrent(scan);
		return scan;
	}

	private ScanFile add(Path file) {
		first.run();
		first = () -> {
		};
		ScanFile scan = new ScanFile(file, loader, viewer, writer, ui, changed -> tell(listener -> listener.changed(changed)));
		scans.add(scan);
		tell(listener -> listener.opened(scan));
		return scan;
	}

	@Override
	public void makeCurrent(OpenScan scan) {
		if (!scans.contains(scan))
			throw new IllegalArgumentException(scan.file() + " is not open");
		if (scan == current)
			return;
		current = (ScanFile) scan;
		tell(listener -> listener.currentChanged(current()));
	}

	@Override
	public void close(OpenScan scan) {
		int index = scans.indexOf(scan);
		if (index < 0)
			return;
		ScanFile closed = scans.remove(index);
		closed.close();
		boolean wasCurrent = closed == current;
		if (wasCurrent)
			current = scans.isEmpty() ? null : scans.get(Math.min(index, scans.size() - 1));
		tell(listener -> listener.closed(closed));
		if (wasCurrent)
			tell(listener -> listener.currentChanged(current()));
	}

	@Override
	public void addListener(OpenScansListener listener) {
		listeners.addIfAbsent(listener);
	}

	@Override
	public void removeListener(OpenScansListener listener) {
		listeners.remove(listener);
	}

	/** One listener's failure is not the others'. */
	private void tell(Consumer<OpenScansListener> news) {
		for (OpenScansListener listener : listeners)
			try {
				news.accept(listener);
			} catch (RuntimeException e) {
				LOG.error("a listener of the open scans failed", e);
			}
	}
}
