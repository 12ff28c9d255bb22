// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScan.State;
import org.pxst.ui.session.ReadQueue;

/** Reads the trees of all open files in the background, again each time when a file changed. For the UI thread. */
final class FileTreeReading {
	private static final String SLOT = "tree";

	private final FileTreeModel model;
	private final Function<OpenScan, ReadQueue> queues;
	private final Consumer<OpenScan> changed;
	private final Map<OpenScan, ReadQueue> queue = new HashMap<>();
	private final Map<OpenScan, Long> asked = new HashMap<>();
	private boolean visible;

	/**
	 * @param model   gets what is read
	 * @param queues  makes a queue for a file
	 * @param changed called when there is something new of a file in the model
	 */
	FileTreeReading(FileTreeModel model, Function<OpenScan, ReadQueue> queues, Consumer<OpenScan> changed) {
		this.model = model;
		this.queues = queues;
		this.changed = changed;
	}

	/** Whether somebody sees the tree. */
	void setVisible(boolean seen) {
		visible = seen;
		update();
	}

	/** Reads the files that have changed since they were read, if somebody sees it. */
	void update() {
		queue.keySet().retainAll(model.scans());
		asked.keySet().retainAll(model.scans());
		if (visible)
			model.scans().stream().filter(this::isDue).forEach(this::read);
	}

	private boolean isDue(OpenScan scan) {
		return scan.state() == State.READY && asked.getOrDefault(scan, -1L) != scan.generation();
	}

	/** Reads all files again. */
	void refresh() {
		asked.clear();
		update();
	}

	private void read(OpenScan scan) {
		asked.put(scan, scan.generation());
		queue.computeIfAbsent(scan, queues).submit(SLOT, new TreeReading(scan), tree -> {
			model.setTree(scan, tree);
			changed.accept(scan);
		}, problem -> {
			model.setFailure(scan, problem.message());
			changed.accept(scan);
		});
	}
}
