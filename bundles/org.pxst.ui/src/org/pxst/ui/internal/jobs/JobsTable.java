// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.jobs;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.run.Run;

/** All runs, one a line. For the UI thread. */
final class JobsTable {
	private static final String[] HEADS = { "Run", "State", "Done", "Remaining", "Step", "Elapsed", "File" };
	private static final int[] CHARACTERS = { 32, 12, 8, 26, 32, 13, 24 };
	/** Vermilion of Okabe and Ito: seen on light and dark ground. */
	private static final Color FAILED = new Color(213, 94, 0);

	private final Table table;

	/**
	 * @param selected called when the user selects a run
	 * @param opened   called when the user double-clicks one
	 */
	JobsTable(Composite parent, Runnable selected, Runnable opened) {
		table = WrapRow.named(new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER), "jobs.list");
		table.setHeaderVisible(true);
		table.setToolTipText("Runs in the order in which they run; double-click one to see its result");
		table.addListener(SWT.Resize, event -> table.showSelection());
		int character = character();
		for (int c = 0; c < HEADS.length; c++) {
			TableColumn column = new TableColumn(table, SWT.LEFT);
			column.setText(HEADS[c]);
			column.setWidth(CHARACTERS[c] * character);
		}
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> selected.run()));
		table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(e -> opened.run()));
	}

	private int character() {
		GC gc = new GC(table);
		try {
			return (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
		} finally {
			gc.dispose();
		}
	}

	/** The run that is selected. */
	Optional<Run> selected() {
		TableItem[] items = table.getSelection();
		return items.length == 0 ? Optional.empty() : Optional.of((Run) items[0].getData());
	}

	/** Selects a run. */
	void select(Run run) {
		for (TableItem item : table.getItems())
			if (item.getData() == run)
				table.setSelection(item);
	}

	/** Shows runs, and keeps the selection. */
	void show(List<Run> runs) {
		Optional<Run> before = selected();
		while (table.getItemCount() > runs.size())
			table.getItem(table.getItemCount() - 1).dispose();
		while (table.getItemCount() < runs.size())
			new TableItem(table, SWT.NONE);
		for (int k = 0; k < runs.size(); k++)
			show(table.getItem(k), runs.get(k));
		table.deselectAll();
		before.filter(runs::contains).ifPresent(this::select);
	}

	private static void show(TableItem item, Run run) {
		item.setData(run);
		JobText text = new JobText(run);
		String[] cells = { run.title(), text.state(), text.part(), text.remaining(), text.step(), text.elapsed(), text.file() };
		for (int c = 0; c < cells.length; c++)
			if (!item.getText(c).equals(cells[c]))
				item.setText(c, cells[c]);
		item.setForeground(run.state() == Run.State.FAILED ? FAILED : null);
	}

	/** Puts the keyboard there; false when that cannot be. */
	boolean setFocus() {
		return table.setFocus();
	}
}
