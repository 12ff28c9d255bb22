// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.pxst.core.zernike.NollIndex;

/** The terms with their names and coefficients, each with a box that takes it into the sum. For the UI thread. */
final class ZernikeTable {
	private static final String[] HEADS = { "j", "n, m", "", "Aberration" };
	private static final int COEFFICIENT = 2;
	/** Smaller coefficients are printed as 0, as in the report. */
	private static final double LEAST = 5e-5;

	private final Table table;

	/**
	 * @param leftOut  gets Noll's indices of the terms without a tick when the user changes one
	 * @param selected gets Noll's index of the row that the user selects
	 */
	ZernikeTable(Composite parent, Consumer<Set<Integer>> leftOut, IntConsumer selected) {
		table = new Table(parent, SWT.CHECK | SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER);
		table.setHeaderVisible(true);
		table.setData("org.pxst.ui.id", "zernike.table");
		table.setToolTipText("Terms with a tick are in the sum that the image shows");
		for (int c = 0; c < HEADS.length; c++)
			new TableColumn(table, c == COEFFICIENT ? SWT.RIGHT : SWT.LEFT).setText(HEADS[c]);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> selected(e.detail, (TableItem) e.item, leftOut,
				selected)));
	}

	private void selected(int detail, TableItem item, Consumer<Set<Integer>> leftOut, IntConsumer selected) {
		if (detail == SWT.CHECK)
			leftOut.accept(leftOut());
		else
			selected.accept(index(item));
	}

	private static int index(TableItem item) {
		return (Integer) item.getData();
	}

	private Set<Integer> leftOut() {
		Set<Integer> indices = new HashSet<>();
		for (TableItem item : table.getItems())
			if (!item.getChecked())
				indices.add(index(item));
		return indices;
	}

	/**
	 * Shows terms.
	 *
	 * @param order        Noll's indices from the first row on
	 * @param names        of the terms j = 1 .. orders
	 * @param coefficients the same, rad
	 * @param settings     with the terms that have no tick
	 * @param perRad       what 1 rad is in the unit of the settings
	 */
	void show(List<Integer> order, List<String> names, double[] coefficients, ZernikeSettings settings, double perRad) {
		table.setRedraw(false);
		boolean first = table.getItemCount() == 0;
		while (table.getItemCount() > order.size())
			table.getItem(table.getItemCount() - 1).dispose();
		while (table.getItemCount() < order.size())
			new TableItem(table, SWT.NONE);
		String head = "Coefficient (" + settings.unit().symbol() + ")";
		boolean otherHead = !table.getColumn(COEFFICIENT).getText().equals(head);
		table.getColumn(COEFFICIENT).setText(head);
		for (int k = 0; k < order.size(); k++) {
			int j = order.get(k);
			NollIndex index = NollIndex.of(j);
			TableItem item = table.getItem(k);
			item.setData(j);
			item.setText(new String[] { Integer.toString(j), index.n() + ", " + index.m(),
					number(coefficients[j - 1] * perRad), names.get(j - 1) });
			item.setChecked(!settings.leftOut().contains(j));
		}
		if (first || otherHead)
			for (TableColumn column : table.getColumns())
				column.pack();
		table.setRedraw(true);
	}

	private static String number(double value) {
		if (!Double.isFinite(value))
			return "none";
		return Math.abs(value) < LEAST ? "0" : String.format(Locale.ROOT, "%.4f", value);
	}

	/** Selects the row of a term and brings it into sight; 0 selects none. */
	void select(int j) {
		for (int k = 0; k < table.getItemCount(); k++)
			if (index(table.getItem(k)) == j) {
				table.setSelection(k);
				return;
			}
		table.deselectAll();
	}

	/** Puts a tick to all terms, or to none, and tells. */
	void tickAll(boolean ticked) {
		for (TableItem item : table.getItems())
			item.setChecked(ticked);
		if (table.getItemCount() > 0) {
			// as if the user had done it, so that who listens hears once
			Event event = new Event();
			event.detail = SWT.CHECK;
			event.item = table.getItem(0);
			table.notifyListeners(SWT.Selection, event);
		}
	}
}
