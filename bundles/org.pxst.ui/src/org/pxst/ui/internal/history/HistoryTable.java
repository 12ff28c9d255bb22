// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;

/** The runs, one row each. For the UI thread. */
final class HistoryTable {
	private final TextTable table;
	private List<RecordedStep> shown = List.of();

	/** @param selected called when the user selects another run */
	HistoryTable(Composite parent, Runnable selected) {
		table = new TextTable(parent, SWT.SINGLE, "history.table",
				"All runs that are recorded in the file, the newest of each group of results first. Select one to see its parameters.",
				"No.", "Step", "Date", "Results in", "Computed on", "Command");
		table.control().addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selected.run()));
	}

	/** Shows other runs; the same one stays selected as long as it is among them, else the first one is. */
	void show(List<RecordedStep> steps) {
		Optional<RecordedStep> former = selected();
		shown = List.copyOf(steps);
		table.show(shown.stream().map(step -> new String[] { String.valueOf(step.record().number()), step.record().step(),
				step.date(), step.group(), step.record().computedOn(), step.record().command() }).toList());
		if (shown.isEmpty())
			return;
		table.control().select(former.map(shown::indexOf).filter(k -> k >= 0).orElse(0));
		table.control().showSelection();
	}

	/** The run that is selected. */
	Optional<RecordedStep> selected() {
		int index = table.control().getSelectionIndex();
		return index < 0 || index >= shown.size() ? Optional.empty() : Optional.of(shown.get(index));
	}
}
