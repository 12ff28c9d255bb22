// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.wizard;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.pxst.ui.internal.edit.WrapRow;

/** The window of a step's wizard: its last button says Run. Opening it returns at once. */
final class StepWizardDialog extends WizardDialog {
	private static final int WIDTH = 1040;
	private static final int HEIGHT = 680;

	StepWizardDialog(Shell parent, StepWizard wizard) {
		super(parent, wizard);
		setBlockOnOpen(false);
		setHelpAvailable(false);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		super.createButtonsForButtonBar(parent);
		Button run = WrapRow.named(getButton(IDialogConstants.FINISH_ID), "step.run");
		run.setText("Run");
		run.setToolTipText("Runs the step on the whole scan; the result is written when it has ended");
		WrapRow.named(getButton(IDialogConstants.CANCEL_ID), "step.cancel");
	}

	@Override
	protected Point getInitialSize() {
		Rectangle screen = getShell().getMonitor().getClientArea();
		return new Point(Math.min(WIDTH, screen.width), Math.min(HEIGHT, screen.height));
	}
}
