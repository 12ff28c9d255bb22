// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** A page of numbers or texts. Rows are made when they come into sight. */
final class DataTable {
	private static final int INDEX_CHARACTERS = 10;
	private static final int CHARACTERS = 14;
	private static final int DOUBLE_CHARACTERS = 24;
	private static final int TEXT_CHARACTERS = 40;

	private final Table table;
	private DataContent.Page page;

	DataTable(Composite parent) {
		table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
		table.setHeaderVisible(true);
		table.setLinesVisible(true);
		table.setToolTipText("The first column counts rows, the header columns");
		table.setData("org.pxst.ui.id", "data.table");
		table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
	}

	/** The widget. */
	Table widget() {
		return table;
	}

	/** Shows a page; keeps columns and the place when it is of the same form. */
	void show(DataContent.Page shown) {
		int[] shape = shown.values().getShapeRef();
		table.setRedraw(false);
		if (page == null || shape[1] != page.values().getShapeRef()[1] || shown.firstColumn() != page.firstColumn())
			setColumns(shown, shape[1]);
		page = shown;
		table.clearAll();
		table.setItemCount(shape[0]);
		table.setRedraw(true);
	}

	private void setColumns(DataContent.Page shown, int count) {
		for (TableColumn column : table.getColumns())
			column.dispose();
		PixelConverter pixels = new PixelConverter(table);
		column("", pixels.convertWidthInCharsToPixels(INDEX_CHARACTERS), SWT.RIGHT);
		Class<?> element = shown.values().getElementClass();
		boolean numbers = element != String.class;
		int width = pixels.convertWidthInCharsToPixels(
				element == Double.class ? DOUBLE_CHARACTERS : numbers ? CHARACTERS : TEXT_CHARACTERS);
		for (int k = 0; k < count; k++)
			column(Long.toString(shown.firstColumn() + k), width, numbers ? SWT.RIGHT : SWT.LEFT);
	}

	private void column(String title, int width, int alignment) {
		TableColumn column = new TableColumn(table, alignment);
		column.setText(title);
		column.setWidth(width);
	}

	private void fill(TableItem item, int row) {
		int columns = page.values().getShapeRef()[1];
		String[] texts = new String[columns + 1];
		texts[0] = Long.toString(page.firstRow() + row);
		for (int k = 0; k < columns; k++)
			texts[k + 1] = Values.text(page.values(), row, k);
		item.setText(texts);
	}
}
