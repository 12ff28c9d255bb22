// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Widget;

/** A row of small controls that goes on in the next line where the view is narrow. */
public final class WrapRow extends Composite {
	private static final String ID = "org.pxst.ui.id";

	/** A row. */
	public WrapRow(Composite parent) {
		super(parent, SWT.NONE);
		RowLayout layout = new RowLayout(SWT.HORIZONTAL);
		layout.center = true;
		layout.marginTop = 1;
		layout.marginBottom = 1;
		layout.spacing = 4;
		setLayout(layout);
	}

	/** A button with a text. */
	public Button button(int style, String id, String text, String tooltip, Consumer<Button> clicked) {
		Button button = new Button(this, style);
		button.setText(text);
		button.setToolTipText(tooltip);
		button.setData(ID, id);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> clicked.accept(button)));
		return button;
	}

	/** A text that explains what comes next to it. */
	public Label label(String text) {
		Label label = new Label(this, SWT.NONE);
		label.setText(text);
		return label;
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		// as narrow as need be: the layout then gives it the width that there is, and it wraps
		Point size = super.computeSize(widthHint, heightHint, changed);
		return widthHint == SWT.DEFAULT ? new Point(0, size.y) : size;
	}

	/** Gives a control the name by which it is found. */
	public static <W extends Widget> W named(W widget, String id) {
		widget.setData(ID, id);
		return widget;
	}
}
