// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Display;
import org.pxst.ui.internal.commands.RecentScans;
import org.pxst.ui.internal.session.RememberedFiles;

/**
 * Keeps in the workspace which scans are open, so that a program can open them again when it is started the next time, and
 * puts each that is opened into the list of recent ones. For the UI thread.
 */
public final class ScansOfLastTime implements OpenScansListener {
	private final OpenScans scans;
	private final RememberedFiles open;
	private final RememberedFiles current;

	/** @param scans the open scans; this has to be added to them as a listener, after {@link #reopen} if that is wanted */
	public ScansOfLastTime(OpenScans scans) {
		this(scans, InstanceScope.INSTANCE.getNode("org.pxst.ui"));
	}

	/**
	 * @param scans       as above
	 * @param preferences where to keep it instead of the workspace's own place
	 */
	public ScansOfLastTime(OpenScans scans, IEclipsePreferences preferences) {
		this.scans = scans;
		open = new RememberedFiles(preferences, "openScans");
		current = new RememberedFiles(preferences, "currentScan");
	}

	/**
	 * Opens what was open the last time and is still there; returns at once and does so a little later, as a disk may take its
	 * time to say what is there.
	 */
	public void reopen() {
		List<Path> files = open.files();
		List<Path> shown = current.files();
		Display display = Display.getCurrent();
		Job job = Job.createSystem("Looking for the scans of last time", (ICoreRunnable) monitor -> {
			List<Path> there = files.stream().filter(Files::isRegularFile).toList();
			display.asyncExec(() -> reopen(there, shown));
		});
		job.schedule();
	}

	private void reopen(List<Path> files, List<Path> shown) {
		Optional<OpenScan> before = scans.current();
		files.forEach(scans::open);
		// what the user opened meanwhile stays in front
		before.or(() -> scans.scans().stream().filter(scan -> shown.contains(scan.file())).findFirst())
				.ifPresent(scans::makeCurrent);
	}

	@Override
	public void opened(OpenScan scan) {
		new RecentScans().add(scan.file());
		remember();
	}

	@Override
	public void closed(OpenScan scan) {
		remember();
	}

	private void remember() {
		open.set(scans.scans().stream().map(OpenScan::file).toList());
	}

	@Override
	public void currentChanged(Optional<OpenScan> now) {
		current.set(now.stream().map(OpenScan::file).toList());
	}
}
