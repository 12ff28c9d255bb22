// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.pxst.core.literal.Literal;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.session.OpenScan;

/** What a parameter is given with. */
abstract class ParameterField extends Composite {
	/** Characters that a field is wide when there is little room. */
	private static final int NARROW = 70;

	private final ParameterDescription parameter;

	/** @param columns of controls side by side */
	ParameterField(Composite parent, ParameterDescription parameter, int columns) {
		super(parent, SWT.NONE);
		setBackgroundMode(SWT.INHERIT_DEFAULT);
		this.parameter = parameter;
		GridLayout layout = new GridLayout(columns, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		setLayout(layout);
	}

	/** Of which it is. */
	final ParameterDescription parameter() {
		return parameter;
	}

	/** Gives the control its id, its tooltip, and the room that there is. */
	final <C extends Control> C main(C control) {
		control.setToolTipText(new ParameterText(parameter).tooltip());
		GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
		data.widthHint = NARROW;
		control.setLayoutData(data);
		return WrapRow.named(control, "form." + parameter.name());
	}

	/** A list of choices, which the mouse wheel does not change. */
	final Combo combo() {
		Combo combo = main(new Combo(this, SWT.DROP_DOWN | SWT.READ_ONLY));
		combo.addListener(SWT.MouseVerticalWheel, event -> event.doit = false);
		return combo;
	}

	/** The unit behind the control. */
	final void unit() {
		if (parameter.unit().isEmpty())
			return;
		Label label = new Label(this, SWT.NONE);
		label.setText(parameter.unit().equals("pixel") ? "px" : parameter.unit());
		label.setToolTipText(new NumberText(parameter.unit()).hasPrefixes()
				? "Plain numbers are in " + parameter.unit() + "; other prefixes can be typed, too: 1.2 m" + parameter.unit()
				: "In pixels");
	}

	/** Whether the control names the parameter itself. */
	boolean isLabelled() {
		return false;
	}

	/** The control that has the focus when somebody works with it. */
	abstract Control control();

	/**
	 * Shows what is given.
	 *
	 * @param given empty for the default
	 */
	abstract void show(Optional<Literal> given);

	/** What it says. */
	abstract FieldState state();

	/**
	 * Takes what is known of the scan.
	 *
	 * @param scan      the scan
	 * @param isDefault what the default is
	 */
	abstract void setDefault(Optional<OpenScan> scan, DefaultWords isDefault);
}
