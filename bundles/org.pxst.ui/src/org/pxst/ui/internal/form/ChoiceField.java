// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.Text;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.ui.session.OpenScan;

/** A parameter that is one of a few choices. */
final class ChoiceField extends ParameterField {
	private final Combo combo;
	/** What each line gives; empty for the default. */
	private final List<Optional<Literal>> values = new ArrayList<>();
	private int standard;

	/** @param changed called when the user chooses */
	ChoiceField(Composite parent, ParameterDescription parameter, Runnable changed) {
		super(parent, parameter, 1);
		combo = combo();
		Optional<Literal> usual = parameter.defaultValue().map(parameter::literal);
		if (usual.isEmpty())
			add("Automatic", Optional.empty());
		for (String choice : parameter.choices()) {
			Optional<Literal> value = Optional.of(new Text(choice));
			boolean isUsual = value.equals(usual);
			if (isUsual)
				standard = values.size();
			String words = choice.replace('_', ' ');
			add(Character.toUpperCase(words.charAt(0)) + words.substring(1) + (isUsual ? " (default)" : ""),
					isUsual ? Optional.empty() : value);
		}
		combo.select(standard);
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
	}

	private void add(String line, Optional<Literal> value) {
		combo.add(line);
		values.add(value);
	}

	@Override
	Control control() {
		return combo;
	}

	@Override
	void show(Optional<Literal> given) {
		Optional<Literal> wanted = given.flatMap(new ParameterText(parameter())::canonical);
		if (!values.contains(wanted))
			add(wanted.orElseThrow().text(), wanted);
		combo.select(values.indexOf(wanted));
	}

	@Override
	FieldState state() {
		return new FieldState(values.get(combo.getSelectionIndex()), "", "");
	}

	@Override
	void setDefault(Optional<OpenScan> scan, DefaultWords isDefault) {
		// a choice is never in the file
	}
}
