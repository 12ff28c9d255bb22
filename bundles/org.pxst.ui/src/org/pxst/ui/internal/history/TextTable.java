// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * A table of texts: columns are as wide as what is in them, and share what is left of the width; where that is too much, the
 * table scrolls. Ctrl+C copies the selected rows. For the UI thread.
 */
public final class TextTable {
	/** A long text does not push the others out of sight: part of the width that a column has at most. */
	private static final double WIDEST = 0.45;
	private static final int LEAST = 40;

	private final Table table;

	/**
	 * @param parent  where
	 * @param style   SWT.SINGLE or SWT.MULTI
	 * @param id      for tests
	 * @param tooltip more about it
	 * @param titles  of the columns
	 */
	public TextTable(Composite parent, int style, String id, String tooltip, String... titles) {
		table = new Table(parent, SWT.FULL_SELECTION | style | SWT.V_SCROLL | SWT.H_SCROLL);
		table.setHeaderVisible(true);
		table.setLinesVisible(true);
		table.setToolTipText(tooltip);
		table.setData("org.pxst.ui.id", id);
		for (String title : titles) {
			TableColumn column = new TableColumn(table, SWT.NONE);
			column.setText(title);
		}
		table.addControlListener(ControlListener.controlResizedAdapter(event -> arrange()));
		new TableCopy(table);
	}

	private void arrange() {
		int room = table.getClientArea().width;
		TableColumn[] columns = table.getColumns();
		int wanted = 0;
		for (TableColumn column : columns) {
			column.pack();
			column.setWidth(Math.max(LEAST, Math.min(column.getWidth(), (int) (WIDEST * room))));
			wanted += column.getWidth();
		}
		int left = Math.max(0, room - wanted) / columns.length;
		for (TableColumn column : columns)
			column.setWidth(column.getWidth() + left);
	}

	/** The widget. */
	public Table control() {
		return table;
	}

	/** Shows other rows. */
	public void show(List<String[]> rows) {
		table.setRedraw(false);
		table.removeAll();
		for (String[] row : rows)
			new TableItem(table, SWT.NONE).setText(row);
		arrange();
		table.setRedraw(true);
	}
}
