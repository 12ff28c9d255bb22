// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/**
 * Somebody who waits for a dialog and presses one of its buttons. Dialogs run an event loop of their own: this has to be made
 * before what opens one.
 */
final class Answer {
	private static final int PERIOD_MS = 20;
	private static final int MOST_LOOKS = 500;

	private final Display display = Display.getCurrent();
	private final String title;
	private final Runnable first;
	private final String button;
	private int looks;
	private boolean given;

	/**
	 * @param title  how the dialog's title begins
	 * @param first  what to do in the dialog before
	 * @param button its text
	 */
	Answer(String title, Runnable first, String button) {
		this.title = title;
		this.first = first;
		this.button = button;
		display.timerExec(PERIOD_MS, this::look);
	}

	Answer(String title, String button) {
		this(title, () -> {
			// nothing but to press the button
		}, button);
	}

	/** Whether there was such a dialog and it is gone. */
	boolean isGiven() {
		return given;
	}

	private void look() {
		Optional<Shell> dialog = dialog();
		if (dialog.isPresent())
			answer(dialog.get());
		else if (++looks < MOST_LOOKS)
			display.timerExec(PERIOD_MS, this::look);
		else
			closeOthers();
	}

	/** Another dialog than the one that is waited for would stop everything. */
	private void closeOthers() {
		for (Shell shell : display.getShells())
			if (shell.isVisible() && (shell.getStyle() & (SWT.APPLICATION_MODAL | SWT.PRIMARY_MODAL)) != 0) {
				System.out.println("waiting for " + title + ", there is: " + shell.getText());
				shell.close();
			}
	}

	private Optional<Shell> dialog() {
		for (Shell shell : display.getShells())
			if (shell.isVisible() && shell.getText().startsWith(title))
				return Optional.of(shell);
		return Optional.empty();
	}

	private void answer(Shell dialog) {
		List<Button> buttons = new ArrayList<>();
		collect(dialog, buttons);
		first.run();
		Optional<Button> wanted = buttons.stream().filter(b -> b.getText().replace("&", "").equals(button)).findFirst();
		if (wanted.isPresent()) {
			given = true;
			wanted.get().notifyListeners(SWT.Selection, new Event());
		} else {
			// a dialog that stays would stop everything
			System.out.println(title + " has no button " + button + " but " + buttons.stream().map(Button::getText).toList());
			dialog.close();
		}
	}

	private static void collect(Composite composite, List<Button> buttons) {
		for (Control child : composite.getChildren())
			if (child instanceof Button b && (b.getStyle() & SWT.PUSH) != 0)
				buttons.add(b);
			else if (child instanceof Composite c)
				collect(c, buttons);
	}
}
