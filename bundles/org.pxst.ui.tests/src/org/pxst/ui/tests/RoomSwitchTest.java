// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pxst.ui.view.RoomSwitch;

class RoomSwitchTest extends UiTest {
	private Shell shell;
	private Composite measured;
	private Label part;
	private Button button;

	@BeforeEach
	void open() {
		shell = new Shell(Display.getCurrent());
		shell.setSize(800, 600);
		measured = new Composite(shell, SWT.NONE);
		part = new Label(shell, SWT.NONE);
		button = new Button(shell, SWT.CHECK);
		button.setBounds(0, 500, 50, 20);
		new RoomSwitch(button, measured, (width, height) -> height >= 20, part::setVisible);
		shell.open();
		events();
	}

	@AfterEach
	void close() {
		shell.dispose();
		events();
	}

	private void check(boolean shown, int height) {
		measured.setSize(100, height);
		events();
		assertTrue(part.getVisible() == shown && button.getSelection() == shown, "at a height of " + height);
	}

	@Test
	void thePartIsThereWhereThereIsRoom() {
		assertFalse(part.getVisible());
		check(false, 60);
		check(true, 2000);
		check(false, 60);
	}

	@Test
	void whatTheUserChoseStays() {
		check(true, 2000);
		click(button);
		assertFalse(part.getVisible());
		check(false, 2100);
		click(button);
		check(true, 60);
	}
}
