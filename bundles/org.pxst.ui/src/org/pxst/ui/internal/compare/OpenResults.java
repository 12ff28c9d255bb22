// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.widgets.Control;
import org.pxst.ui.internal.history.ResultGroups;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.session.OpenScansListener;
import org.pxst.ui.session.ReadQueue;

/** Knows all groups of results of all open scans, and keeps that up to date. For the UI thread. */
final class OpenResults implements OpenScansListener {
	private final OpenScans scans;
	private final Control owner;
	private final Runnable changed;
	private final Map<OpenScan, Entry> entries = new LinkedHashMap<>();

	/** What is known of a scan. */
	private static final class Entry {
		private final ReadQueue queue;
		private List<String> groups = List.of();
		private long generation = -1;

		Entry(ReadQueue queue) {
			this.queue = queue;
		}
	}

	/**
	 * @param scans   the open scans
	 * @param owner   nothing is told after it is disposed
	 * @param changed called when there are other groups, or their content may be another
	 */
	OpenResults(OpenScans scans, Control owner, Runnable changed) {
		this.scans = scans;
		this.owner = owner;
		this.changed = changed;
		scans.addListener(this);
		owner.addDisposeListener(event -> scans.removeListener(this));
		scans.scans().forEach(this::changed);
	}

	/** All of them, in the order in which scans were opened. */
	List<RunResults> all() {
		List<RunResults> all = new ArrayList<>();
		entries.forEach((scan, entry) -> entry.groups.forEach(group -> all.add(new RunResults(scan, group))));
		return all;
	}

	/** For reading from a scan that is open. */
	ReadQueue queue(OpenScan scan) {
		return entry(scan).queue;
	}

	private Entry entry(OpenScan scan) {
		return entries.computeIfAbsent(scan, open -> new Entry(open.queue(owner)));
	}

	@Override
	public void opened(OpenScan scan) {
		changed(scan);
	}

	@Override
	public void closed(OpenScan scan) {
		entries.remove(scan);
		changed.run();
	}

	@Override
	public void changed(OpenScan scan) {
		Entry entry = entry(scan);
		if (scan.state() != OpenScan.State.READY || entry.generation == scan.generation())
			return;
		entry.generation = scan.generation();
		entry.queue.<List<String>>submit("groups", (reader, monitor) -> ResultGroups.of(reader.hdf5()), groups -> {
			entry.groups = groups;
			changed.run();
		}, problem -> {
			entry.groups = List.of();
			changed.run();
		});
	}

	/** Opens a file beside those that are open; the views go on showing what they show. */
	void open(java.nio.file.Path file) {
		var current = scans.current();
		scans.open(file);
		current.ifPresent(scans::makeCurrent);
	}
}
