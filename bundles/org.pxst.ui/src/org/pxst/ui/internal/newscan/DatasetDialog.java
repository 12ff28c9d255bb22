// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;

/** Lets the user choose one of the data sets of a file. */
final class DatasetDialog {
	private final Shell shell;
	private final List<Hdf5Entry> entries;

	/**
	 * @param shell   that it belongs to
	 * @param entries to choose from
	 */
	DatasetDialog(Shell shell, List<Hdf5Entry> entries) {
		this.shell = shell;
		this.entries = entries;
	}

	/**
	 * The data sets of numbers of a file. For background threads.
	 *
	 * @throws org.pxst.core.InvalidDataException when it cannot be read
	 */
	static List<Hdf5Entry> entries(Hdf5Viewer viewer, Path file) {
		try (Hdf5View view = viewer.open(file)) {
			return view.tree("/").stream().filter(entry -> entry.problem().isEmpty() && entry.layout().filter(l -> l.numeric()).isPresent())
					.toList();
		}
	}

	private static String text(Hdf5Entry entry) {
		return entry.path() + "   " + entry.layout().map(layout -> layout.type() + layout.shape().stream().map(String::valueOf)
				.collect(Collectors.joining(" x ", " (", ")"))).orElse("").replace(" ()", "");
	}

	/** Asks; empty when the user chose none. */
	Optional<String> open() {
		ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, new LabelProvider() {
			@Override
			public String getText(Object element) {
				return text((Hdf5Entry) element);
			}
		});
		dialog.setTitle("Data Set");
		dialog.setMessage("Choose a data set of the file; type a part of its path to find it:");
		dialog.setFilter("*");
		dialog.setElements(entries.toArray());
		dialog.open();
		return dialog.getFirstResult() instanceof Hdf5Entry entry ? Optional.of(entry.path()) : Optional.empty();
	}
}
