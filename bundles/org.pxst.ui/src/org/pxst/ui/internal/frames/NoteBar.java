// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A message above the content: what happened to the edits, what went wrong. There only when there is one. */
final class NoteBar extends Composite {
	private final Label text;
	private final Button revert;

	/** @param reverting takes the file's choice */
	NoteBar(Composite parent, Runnable reverting) {
		super(parent, SWT.NONE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginHeight = 1;
		setLayout(layout);
		text = WrapRow.named(new Label(this, SWT.WRAP), "frames.note");
		text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		revert = WrapRow.named(new Button(this, SWT.PUSH), "frames.revert");
		revert.setText("Take the file's");
		revert.setToolTipText("Replaces your choice by that in the file; can be undone");
		revert.setLayoutData(new GridData());
		revert.addListener(SWT.Selection, e -> reverting.run());
		setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		show("", false);
	}

	/**
	 * Shows a message.
	 *
	 * @param message   "" for none
	 * @param canRevert whether the file's choice can be taken instead of the user's
	 */
	void show(String message, boolean canRevert) {
		boolean there = !message.isEmpty();
		if (there == isThere() && text.getText().equals(message.replace("&", "&&")) && canRevert == revert.getVisible())
			return;
		text.setText(message.replace("&", "&&"));
		revert.setVisible(canRevert);
		((GridData) revert.getLayoutData()).exclude = !canRevert;
		setVisible(there);
		((GridData) getLayoutData()).exclude = !there;
		getParent().layout(true, true);
	}

	private boolean isThere() {
		return !((GridData) getLayoutData()).exclude;
	}
}
