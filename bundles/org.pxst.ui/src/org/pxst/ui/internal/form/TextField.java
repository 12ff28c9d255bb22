// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.ParameterType;
import org.pxst.ui.session.OpenScan;

/**
 * A parameter that is typed. A default that does not depend on the scan stands in the field; any other one is shown in grey
 * while the field is empty.
 */
final class TextField extends ParameterField {
	private final Text text;
	private final ParameterText words;
	/** What stands in the field when nothing is given. */
	private final String standard;
	private Optional<RegionPicker> picker = Optional.empty();
	private boolean showing;

	/** @param changed called when the user types */
	TextField(Composite parent, ParameterDescription parameter, Runnable changed) {
		super(parent, parameter, columns(parameter));
		words = new ParameterText(parameter);
		standard = parameter.path().isEmpty() ? words.defaultText().orElse("") : "";
		text = main(new Text(this, SWT.BORDER | SWT.SINGLE));
		text.setText(standard);
		text.addModifyListener(event -> {
			if (!showing)
				changed.run();
		});
		text.addFocusListener(FocusListener.focusLostAdapter(event -> {
			if (text.getText().isBlank())
				show(Optional.empty());
		}));
		unit();
		if (parameter.type() == ParameterType.ROI && isOfDetector(parameter))
			picker = Optional.of(new RegionPicker(this, parameter, text::setText));
	}

	private static int columns(ParameterDescription parameter) {
		return 1 + (parameter.unit().isEmpty() ? 0 : 1) + (parameter.type() == ParameterType.ROI && isOfDetector(parameter) ? 1 : 0);
	}

	/** Other regions are those of the reference image. */
	private static boolean isOfDetector(ParameterDescription parameter) {
		return parameter.name().equals("roi");
	}

	@Override
	Control control() {
		return text;
	}

	@Override
	void show(Optional<Literal> given) {
		String shown = given.map(words::text).orElse(standard);
		if (shown.equals(text.getText()))
			return;
		showing = true;
		text.setText(shown);
		showing = false;
	}

	@Override
	FieldState state() {
		try {
			Optional<Literal> given = words.parse(text.getText());
			return new FieldState(given, "", given.isEmpty() ? "" : words.understood(text.getText()));
		} catch (InvalidDataException e) {
			return new FieldState(Optional.empty(), e.getMessage(), "");
		}
	}

	@Override
	void setDefault(Optional<OpenScan> scan, DefaultWords isDefault) {
		text.setMessage(isDefault.hint());
		picker.ifPresent(p -> p.setScan(scan, isDefault));
	}
}
