// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.util.function.IntConsumer;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** One step of a cheat sheet: its title, and when it is the current one, what is to be done and buttons for it. For the UI thread. */
final class CheatSheetStep extends Composite {
	private static final String ID = "org.pxst.ui.id";
	private static final String CURRENT = "\u25b8 ";
	private static final String DONE = "\u2713 ";
	private static final String NOT_YET = "\u2013 ";

	private final CheatSheet.Step step;
	private final int number;
	private final LocalResourceManager resources;
	private final Link title;
	private final Composite body;
	private boolean done;

	/** What the buttons do. */
	record Actions(IntConsumer perform, IntConsumer skip, IntConsumer goTo, IntConsumer help) {
	}

	/**
	 * @param number of the step, from 0
	 * @param actions each gets the number of the step
	 */
	CheatSheetStep(Composite parent, CheatSheet.Step step, int number, Actions actions) {
		super(parent, SWT.NONE);
		this.step = step;
		this.number = number;
		resources = new LocalResourceManager(JFaceResources.getResources(), this);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 2;
		setLayout(layout);
		title = new Link(this, SWT.NONE);
		title.setToolTipText("Goes to this step");
		title.setData(ID, "cheatSheet.title." + number);
		title.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> actions.goTo().accept(number)));
		title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		body = new Composite(this, SWT.NONE);
		body.setLayout(new GridLayout());
		body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
		Label text = new Label(body, SWT.WRAP);
		text.setText(step.description());
		text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		makeButtons(actions);
	}

	private void makeButtons(Actions actions) {
		Composite buttons = new Composite(body, SWT.NONE);
		RowLayout row = new RowLayout();
		row.marginLeft = 0;
		row.center = true;
		buttons.setLayout(row);
		buttons.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		button(buttons, "Do It", "perform", "Does this, or begins it", actions.perform());
		button(buttons, "Skip", "skip", "Goes to the next step", actions.skip());
		if (!step.help().isEmpty())
			button(buttons, "Help", "help", "Shows the help on this step", actions.help());
	}

	private void button(Composite parent, String name, String id, String tooltip, IntConsumer action) {
		Button button = new Button(parent, SWT.PUSH);
		button.setText(name);
		button.setToolTipText(tooltip);
		button.setData(ID, "cheatSheet." + id + "." + number);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.accept(number)));
	}

	/** Notes that this was done. */
	void setDone() {
		done = true;
	}

	/** Shows what is to be done, or only the title. */
	void setCurrent(boolean current) {
		title.setText(current ? CURRENT + step.title() : (done ? DONE : NOT_YET) + "<a>" + step.title() + "</a>");
		FontDescriptor font = FontDescriptor.createFrom(getFont());
		title.setFont(resources.create(current ? font.setStyle(SWT.BOLD) : font));
		body.setVisible(current);
		((GridData) body.getLayoutData()).exclude = !current;
	}
}
