// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.None;
import org.pxst.core.literal.Text;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.ui.session.OpenScan;

/** A parameter that is on or off. */
final class FlagField extends ParameterField {
	private final Button button;
	private final boolean standard;
	/** What somebody gave who can say more than on and off: the path of a data set. */
	private Optional<Literal> path = Optional.empty();

	/** @param changed called when the user switches it */
	FlagField(Composite parent, ParameterDescription parameter, Runnable changed) {
		super(parent, parameter, 1);
		standard = Boolean.TRUE.equals(parameter.defaultValue().orElse(false));
		button = main(new Button(this, SWT.CHECK));
		button.setText(parameter.label());
		button.setSelection(standard);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			path = Optional.empty();
			changed.run();
		}));
	}

	@Override
	boolean isLabelled() {
		return true;
	}

	@Override
	Control control() {
		return button;
	}

	@Override
	void show(Optional<Literal> given) {
		path = given.filter(Text.class::isInstance);
		button.setSelection(given.map(value -> value instanceof Flag flag ? flag.value() : !(value instanceof None) && standard)
				.orElse(standard));
	}

	@Override
	FieldState state() {
		if (path.isPresent())
			return new FieldState(path, "", "taken from " + path.get().text());
		boolean on = button.getSelection();
		return new FieldState(on == standard ? Optional.empty() : Optional.of(new Flag(on)), "", "");
	}

	@Override
	void setDefault(Optional<OpenScan> scan, DefaultWords isDefault) {
		// a flag is never in the file
	}
}
