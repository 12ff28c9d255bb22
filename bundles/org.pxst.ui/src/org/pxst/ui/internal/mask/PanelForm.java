// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;

/** A narrow column of controls with headings, two cells wide. */
final class PanelForm extends Composite {
	/** Key of the ids by which tests find widgets. */
	static final String ID = "org.pxst.ui.id";

	PanelForm(Composite parent) {
		super(parent, SWT.NONE);
		GridLayout layout = new GridLayout(2, true);
		layout.marginWidth = 4;
		layout.marginHeight = 2;
		layout.horizontalSpacing = 3;
		layout.verticalSpacing = 3;
		setLayout(layout);
	}

	/** A heading. */
	Label heading(String text) {
		Label label = new Label(this, SWT.NONE);
		label.setText(text);
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
		data.verticalIndent = 4;
		label.setLayoutData(data);
		return label;
	}

	/** A text before a control. */
	Label label(String text) {
		Label label = new Label(this, SWT.NONE);
		label.setText(text);
		label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		return label;
	}

	/** A button of one cell. */
	Button button(String id, String text, String tooltip, Runnable clicked) {
		Button button = new Button(this, SWT.PUSH);
		button.setText(text);
		button.setToolTipText(tooltip);
		button.setData(ID, id);
		button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> clicked.run()));
		return button;
	}

	/** A list of two cells; the first line is chosen. */
	Combo combo(String id, String tooltip, String[] lines, IntConsumer chosen) {
		Combo combo = new Combo(this, SWT.DROP_DOWN | SWT.READ_ONLY);
		combo.setItems(lines);
		combo.select(0);
		combo.setToolTipText(tooltip);
		combo.setData(ID, id);
		combo.setLayoutData(wide());
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chosen.accept(combo.getSelectionIndex())));
		return combo;
	}

	/** A whole number of one cell. */
	Spinner spinner(String id, String tooltip, int value, int min, int max, IntConsumer chosen) {
		Spinner spinner = new Spinner(this, SWT.BORDER);
		spinner.setValues(value, min, max, 0, 1, 10);
		spinner.setToolTipText(tooltip);
		spinner.setData(ID, id);
		spinner.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		spinner.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chosen.accept(spinner.getSelection())));
		return spinner;
	}

	/** Gives a control both cells of a row. */
	<C extends Control> C wide(C control) {
		control.setLayoutData(wide());
		return control;
	}

	private static GridData wide() {
		return new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
	}
}
