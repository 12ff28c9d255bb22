// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;

/** The choices above a data set: how it is shown, and which part. In rows that wrap. For the UI thread. */
final class DataBar extends Composite {
	private static final String ID = "org.pxst.ui.id";

	private final Consumer<DataChoice> chosen;
	private final List<PlaceChooser> places = new ArrayList<>();
	private List<Object> structure = List.of();
	private DataContent content;

	/**
	 * @param parent with a grid of one column
	 * @param chosen hears what the user chooses
	 */
	DataBar(Composite parent, Consumer<DataChoice> chosen) {
		super(parent, SWT.NONE);
		this.chosen = chosen;
		RowLayout layout = new RowLayout(SWT.HORIZONTAL);
		layout.center = true;
		layout.marginTop = 2;
		layout.marginBottom = 2;
		setLayout(layout);
		setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
	}

	/** Shows what can be chosen for a data set, and what is. */
	void show(DataContent shown) {
		content = shown;
		List<Object> wanted = structure(shown);
		if (!wanted.equals(structure)) {
			structure = wanted;
			rebuild();
		}
		for (PlaceChooser chooser : places)
			chooser.set(shown.choice().place(shown.axes(), chooser.axis()));
	}

	/** All on which depends what controls there are. */
	private static List<Object> structure(DataContent shown) {
		List<Object> all = new ArrayList<>(List.of(shown.kind(), shown.axes(), shown.complex(), shown.choice().part()));
		if (shown.shown() instanceof DataContent.Page page)
			all.addAll(List.of(page.firstRow(), page.firstColumn()));
		return all;
	}

	private void rebuild() {
		for (Control child : getChildren())
			child.dispose();
		places.clear();
		List<DataKind> kinds = List.copyOf(content.axes().kinds());
		combo("data.kind", "Show as", "How the data are shown", kinds.stream().map(DataKind::label).toList(),
				kinds.indexOf(content.kind()), index -> change(content.choice().as(Optional.of(kinds.get(index)))));
		if (content.complex()) {
			List<ComplexPart> parts = List.of(ComplexPart.values());
			combo("data.part", "of", "What is shown of the complex numbers", parts.stream().map(ComplexPart::label).toList(),
					content.choice().part().ordinal(), index -> change(content.choice().with(parts.get(index))));
		}
		for (int axis : content.axes().chosen(content.kind()))
			places.add(new PlaceChooser(this, axis, content.axes().shape().get(axis),
					place -> change(content.choice().at(axis, place))));
		if (content.shown() instanceof DataContent.Page page)
			pages(page);
		requestLayout();
	}

	private void pages(DataContent.Page page) {
		if (page.rows() > DataReading.MOST_ROWS)
			start("data.row", "rows from", page.rows(), page.firstRow(), DataReading.MOST_ROWS,
					row -> change(content.choice().page(row, page.firstColumn())));
		if (page.columns() > DataReading.MOST_COLUMNS)
			start("data.column", "columns from", page.columns(), page.firstColumn(), DataReading.MOST_COLUMNS,
					column -> change(content.choice().page(page.firstRow(), column)));
	}

	private void change(DataChoice choice) {
		chosen.accept(choice);
	}

	/** Goes along the last axis along which there is a choice; false when there is none. */
	boolean step(java.util.function.LongUnaryOperator next) {
		if (places.isEmpty() || content == null)
			return false;
		PlaceChooser last = places.get(places.size() - 1);
		long extent = content.axes().shape().get(last.axis());
		long place = Math.max(0, Math.min(extent - 1, next.applyAsLong(last.place())));
		last.set(place);
		change(content.choice().at(last.axis(), place));
		return true;
	}

	private void combo(String id, String text, String tooltip, List<String> items, int selected, Consumer<Integer> listener) {
		Label label = new Label(this, SWT.NONE);
		label.setText(text);
		Combo combo = new Combo(this, SWT.READ_ONLY);
		combo.setItems(items.toArray(String[]::new));
		combo.select(selected);
		combo.setToolTipText(tooltip);
		combo.setData(ID, id);
		combo.addListener(SWT.Selection, event -> listener.accept(combo.getSelectionIndex()));
	}

	private void start(String id, String text, long extent, long first, int page, LongConsumer listener) {
		Label label = new Label(this, SWT.NONE);
		label.setText(text);
		Spinner spinner = new Spinner(this, SWT.BORDER);
		int last = (int) Math.min(Integer.MAX_VALUE, extent - 1);
		spinner.setValues((int) first, 0, last, 0, page, page);
		spinner.setToolTipText("The first of up to " + page + " that are shown, 0 to " + last);
		spinner.setData(ID, id);
		spinner.addListener(SWT.Selection, event -> listener.accept(spinner.getSelection()));
	}
}
