// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.pxst.ui.internal.edit.ScanClosing;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;

/** What can be done with what is selected in the tree. */
final class FileTreeActions {
	private final OpenScans scans;
	private final Supplier<Object> selected;
	private final DataOpener opener;
	private final Runnable refresh;

	/** Shows data sets. */
	@FunctionalInterface
	interface DataOpener {
		/**
		 * Shows one.
		 *
		 * @param address where it is
		 * @param kind    how; empty for what suits it
		 */
		void open(DataAddress address, Optional<DataKind> kind);
	}

	/**
	 * @param scans    the open files
	 * @param selected the selected element of the tree, or null
	 * @param opener   shows data sets
	 * @param refresh  reads the tree again
	 */
	FileTreeActions(OpenScans scans, Supplier<Object> selected, DataOpener opener, Runnable refresh) {
		this.scans = scans;
		this.selected = selected;
		this.opener = opener;
		this.refresh = refresh;
	}

	private Optional<TreeItemNode.Entry> entry() {
		return selected.get() instanceof TreeItemNode.Entry node ? Optional.of(node) : Optional.empty();
	}

	private Optional<DataAddress> dataset() {
		return entry().filter(TreeItemNode.Entry::isDataset).map(TreeItemNode.Entry::address);
	}

	private Optional<OpenScan> scan() {
		Object element = selected.get();
		if (element instanceof OpenScan scan)
			return Optional.of(scan);
		return element instanceof TreeItemNode node ? Optional.of(node.scan()) : Optional.empty();
	}

	/** Shows the selected data set; false when none is selected. */
	boolean open() {
		dataset().ifPresent(address -> opener.open(address, Optional.empty()));
		return dataset().isPresent();
	}

	/** Copies the path of what is selected as the command line takes it. */
	void copyFull() {
		entry().map(node -> node.address().full()).or(() -> scan().map(scan -> scan.file().toString()))
				.ifPresent(FileTreeActions::copy);
	}

	private void copyPath() {
		entry().map(TreeItemNode::path).ifPresent(FileTreeActions::copy);
	}

	private static void copy(String text) {
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		try {
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}

	/** Puts what can be done into the menu. */
	void fill(IMenuManager menu) {
		if (dataset().isPresent()) {
			menu.add(action("Show data", "Show this data set", this::open));
			MenuManager as = new MenuManager("Show as");
			for (DataKind kind : DataKind.values())
				as.add(action(kind.label(), "Show this data set as " + kind.label(),
						() -> dataset().ifPresent(address -> opener.open(address, Optional.of(kind)))));
			menu.add(as);
			menu.add(new Separator());
		}
		if (entry().isPresent())
			menu.add(action("Copy path", "Copy the path inside the file", this::copyPath));
		if (scan().isPresent()) {
			menu.add(action(entry().isPresent() ? "Copy FILE/path\tCtrl+C" : "Copy file name\tCtrl+C",
					"Copy it as the command line takes it", this::copyFull));
			menu.add(new Separator());
			menu.add(action("Make current", "Show this file in all views", () -> scan().ifPresent(scans::makeCurrent)));
			menu.add(action("Close file", "Close this file; asks first when something of it is not saved",
					() -> scan().ifPresent(new ScanClosing(Display.getCurrent().getActiveShell(), scans)::close)));
		}
		menu.add(action("Refresh\tF5", "Read all files again", refresh));
	}

	private static IAction action(String text, String tooltip, Runnable run) {
		Action action = new Action(text) {
			@Override
			public void run() {
				run.run();
			}
		};
		action.setToolTipText(tooltip);
		return action;
	}
}
