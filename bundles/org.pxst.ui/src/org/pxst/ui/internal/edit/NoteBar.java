// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A message above the content of a view, with a button for what can be done about it. There only when there is one. */
final class NoteBar extends Composite {
	/** What can be done about a message. */
	enum Answer {
		/** Nothing. */
		NONE("", ""),
		/** It was read. */
		CLOSE("Close", "Takes this message away"),
		/** The computation is stopped. */
		CANCEL("Cancel", "Stops the computation; nothing is changed"),
		/** What was edited is given up for what the file has. */
		REVERT("Take the file's", "Replaces your edits by what the file has; can be undone");

		private final String label;
		private final String tooltip;

		Answer(String label, String tooltip) {
			this.label = label;
			this.tooltip = tooltip;
		}
	}

	private final Label text;
	private final Button button;
	private Answer answer = Answer.NONE;
	private Runnable action = () -> {
		// until there is a message
	};

	/**
	 * @param parent with a grid of one column
	 * @param id     of the view, for the ids of the widgets: ID.note and ID.answer
	 */
	NoteBar(Composite parent, String id) {
		super(parent, SWT.NONE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginHeight = 1;
		setLayout(layout);
		text = WrapRow.named(new Label(this, SWT.WRAP), id + ".note");
		text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		button = WrapRow.named(new Button(this, SWT.PUSH), id + ".answer");
		button.setLayoutData(new GridData());
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.exclude = true;
		setLayoutData(data);
		setVisible(false);
	}

	/**
	 * Shows a message.
	 *
	 * @param message  "" for none
	 * @param possible what the button offers
	 * @param chosen   what it does
	 */
	void show(String message, Answer possible, Runnable chosen) {
		action = chosen;
		String shown = message.replace("&", "&&");
		if (text.getText().equals(shown) && answer == possible)
			return;
		answer = possible;
		text.setText(shown);
		button.setText(possible.label);
		button.setToolTipText(possible.tooltip);
		setThere(button, possible != Answer.NONE);
		setThere(this, !message.isEmpty());
		layout();
		getParent().layout(true, true);
	}

	private static void setThere(Control control, boolean there) {
		((GridData) control.getLayoutData()).exclude = !there;
		control.setVisible(there);
	}
}
