// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * The choices of a view, in a row that wraps when the view is narrow. Its parent has a {@link GridLayout} of one column. For
 * the UI thread.
 */
public final class OptionRow extends Composite {
	/** Key of the ids by which tests find widgets. */
	private static final String ID = "org.pxst.ui.id";

	/** @param parent with a grid of one column */
	public OptionRow(Composite parent) {
		super(parent, SWT.NONE);
		RowLayout layout = new RowLayout(SWT.HORIZONTAL);
		layout.wrap = true;
		layout.center = true;
		layout.spacing = 6;
		layout.marginTop = 2;
		layout.marginBottom = 2;
		setLayout(layout);
		setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
	}

	/**
	 * A list to choose from; the first value is chosen.
	 *
	 * @param id      of the list, for tests
	 * @param label   what is chosen; "" when the values say it
	 * @param tooltip more about it
	 * @param values  all there are
	 * @param text    of a value
	 * @param chosen  called when the user chooses
	 */
	public <T> Combo choice(String id, String label, String tooltip, List<T> values, Function<? super T, String> text,
			Consumer<? super T> chosen) {
		Composite pair = new Composite(this, SWT.NONE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		pair.setLayout(layout);
		if (label.isEmpty()) {
			layout.numColumns = 1;
		} else {
			Label name = new Label(pair, SWT.NONE);
			name.setText(label);
			name.setToolTipText(tooltip);
		}
		Combo combo = new Combo(pair, SWT.DROP_DOWN | SWT.READ_ONLY);
		combo.setItems(values.stream().map(text).toArray(String[]::new));
		combo.select(0);
		combo.setToolTipText(tooltip);
		combo.setData(ID, id);
		combo.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(e -> chosen.accept(values.get(combo.getSelectionIndex()))));
		return combo;
	}

	/** Shows or hides a list with its label. */
	public void setShown(Combo list, boolean shown) {
		Composite pair = list.getParent();
		if (pair.getVisible() == shown && pair.getLayoutData() != null)
			return;
		RowData data = new RowData();
		data.exclude = !shown;
		pair.setLayoutData(data);
		pair.setVisible(shown);
		getParent().layout(true, true);
	}

	/** A word in the row, before what belongs to it. */
	public void label(String text, String tooltip) {
		Label label = new Label(this, SWT.NONE);
		label.setText(text);
		label.setToolTipText(tooltip);
	}

	/**
	 * A row below for choices that are seldom made, with a button at the end of this one that shows or hides it. In a low view it
	 * is hidden at first.
	 *
	 * @param id    of the button, for tests
	 * @param lines heights of a line of text from which on a view is high enough
	 */
	public OptionRow more(String id, int lines) {
		OptionRow rest = new OptionRow(getParent());
		rest.moveBelow(this);
		Button button = new Button(this, SWT.TOGGLE);
		button.setText("More");
		button.setToolTipText("Shows or hides further choices");
		button.setData(ID, id);
		new RoomSwitch(button, getParent(), (width, height) -> height >= lines, rest::setShown);
		return rest;
	}

	private void setShown(boolean shown) {
		((GridData) getLayoutData()).exclude = !shown;
		setVisible(shown);
		getParent().layout(true, true);
	}

	/**
	 * Something that is on or off.
	 *
	 * @param id      of the button, for tests
	 * @param text    what it is
	 * @param tooltip more about it
	 * @param on      what it is at first
	 * @param changed called when the user changes it
	 */
	public Button check(String id, String text, String tooltip, boolean on, Consumer<Boolean> changed) {
		Button button = new Button(this, SWT.CHECK);
		button.setText(text);
		button.setToolTipText(tooltip);
		button.setSelection(on);
		button.setData(ID, id);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.accept(button.getSelection())));
		return button;
	}
}
