// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.wizard;

import java.util.StringJoiner;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.pxst.processing.step.OutputDescription;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.internal.pipeline.StepTitle;

/** All that a step says about itself, in a window that closes when something else is clicked. */
final class AboutStep extends PopupDialog {
	private static final int WIDTH = 560;
	private static final int HEIGHT = 320;

	private final StepDescription step;

	AboutStep(Shell parent, StepDescription step) {
		super(parent, SWT.RESIZE, true, true, false, false, false, StepTitle.of(step), "Esc closes this");
		this.step = step;
	}

	/** The text. */
	static String text(StepDescription step) {
		StringJoiner text = new StringJoiner("\n\n");
		text.add(step.summary());
		if (!step.description().isEmpty())
			text.add(step.description());
		if (!step.source().isEmpty())
			text.add("Source: " + step.source() + ".");
		StringJoiner outputs = new StringJoiner("\n", "It writes:\n", "");
		for (OutputDescription output : step.outputs())
			outputs.add("  " + output.path() + (output.shape().isEmpty() ? "" : " (" + output.shape() + ")") + ": " + output.description()
					+ (output.unit().isEmpty() || output.unit().equals("1") ? "" : ", in " + output.unit()));
		text.add(outputs.toString());
		text.add("On the command line: pxst " + step.name());
		return text.toString();
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		Text text = WrapRow.named(new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), "step.aboutText");
		text.setText(text(step));
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.widthHint = WIDTH;
		data.heightHint = HEIGHT;
		text.setLayoutData(data);
		return area;
	}
}
