// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Drives a wizard by its buttons. */
final class WizardProbe {
	private final Shell shell;

	private WizardProbe(Shell shell) {
		this.shell = shell;
	}

	/** The wizard that is open. */
	static Optional<WizardProbe> open(String title) {
		for (Shell shell : Display.getCurrent().getShells())
			if (!shell.isDisposed() && shell.isVisible() && shell.getText().equals(title))
				return Optional.of(new WizardProbe(shell));
		return Optional.empty();
	}

	private static Optional<Button> button(Composite composite, String text) {
		for (Control child : composite.getChildren()) {
			if (child instanceof Button button && (button.getStyle() & SWT.PUSH) != 0 && button.getText().replace("&", "").equals(text))
				return Optional.of(button);
			Optional<Button> below = child instanceof Composite inner ? button(inner, text) : Optional.empty();
			if (below.isPresent())
				return below;
		}
		return Optional.empty();
	}

	private Button button(String text) {
		return button(shell, text).orElseThrow(() -> new AssertionError("no button " + text));
	}

	/** Whether a button can be pressed. */
	boolean can(String text) {
		return button(text).isEnabled();
	}

	/** Presses a button as soon as it can be. */
	void press(String text) {
		UiTest.waitUntil(text + " can be pressed", () -> can(text));
		UiTest.click(button(text));
	}

	/** The title area's text: what to do, or what is wrong. */
	boolean says(String part) {
		return says(shell, part);
	}

	private static boolean says(Composite composite, String part) {
		for (Control child : composite.getChildren()) {
			String text = child instanceof org.eclipse.swt.widgets.Text field ? field.getText()
					: child instanceof org.eclipse.swt.widgets.Label label ? label.getText() : "";
			if (child.isVisible() && text.contains(part) || child instanceof Composite inner && says(inner, part))
				return true;
		}
		return false;
	}

	/** Whether it is open. */
	boolean isOpen() {
		return !shell.isDisposed();
	}

	/** Closes it by its window's button. */
	void close() {
		if (isOpen())
			shell.close();
		UiTest.events();
	}
}
