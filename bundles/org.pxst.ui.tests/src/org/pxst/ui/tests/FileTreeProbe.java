// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Finds lines of the file tree, and does with them what a person would. */
final class FileTreeProbe {
	private static final String BETWEEN = "/";

	private final Tree tree;

	FileTreeProbe() {
		tree = UiTest.widget("files.tree");
	}

	Tree tree() {
		return tree;
	}

	/** Waits until there is a line, and opens up what is above it. */
	TreeItem line(String path) {
		UiTest.waitUntil(path + " is in the tree", () -> find(path).isPresent());
		return find(path).orElseThrow();
	}

	/**
	 * A line, if it is there.
	 *
	 * @param path names from the file on, with slashes between
	 */
	Optional<TreeItem> find(String path) {
		TreeItem[] items = tree.getItems();
		TreeItem found = null;
		for (String name : path.split(BETWEEN)) {
			if (found != null) {
				expand(found);
				items = found.getItems();
			}
			found = null;
			for (TreeItem item : items)
				if (item.getText(0).equals(name))
					found = item;
			if (found == null)
				return Optional.empty();
		}
		return Optional.of(found);
	}

	private void expand(TreeItem item) {
		if (item.getExpanded() || item.getItemCount() == 0)
			return;
		Event event = new Event();
		event.item = item;
		tree.notifyListeners(SWT.Expand, event);
		item.setExpanded(true);
	}

	/** Clicks on a line. */
	void select(TreeItem item) {
		tree.setSelection(item);
		Event event = new Event();
		event.item = item;
		tree.notifyListeners(SWT.Selection, event);
		UiTest.events();
	}

	/** Clicks twice on a line. */
	void open(TreeItem item) {
		select(item);
		Event event = new Event();
		event.item = item;
		tree.notifyListeners(SWT.DefaultSelection, event);
		UiTest.events();
	}
}
