// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.pxst.core.literal.Literal;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.session.OpenScan;

/**
 * A parameter in a form: its name, the field, what is to be known of its value, and what is wrong with it. The name of a
 * parameter that differs from its default is bold, and there is a button to go back.
 */
final class ParameterRow extends Composite {
	/** Text that says what is wrong, on light and on dark ground. */
	private static final RGB WRONG_ON_LIGHT = new RGB(0xb0, 0x00, 0x20);
	private static final RGB WRONG_ON_DARK = new RGB(0xff, 0x9a, 0x8a);
	/** Least sum of red, green and blue of what is light. */
	private static final int LIGHT = 3 * 128;

	private final ParameterField field;
	private final Label label;
	private final Label note;
	private final Label problem;
	private final Link reset;
	private final Runnable changed;
	private DefaultWords standard;

	/**
	 * @param labels  as wide as the names are
	 * @param changed called when the user changes it
	 */
	ParameterRow(Composite parent, ParameterDescription parameter, LabelWidth labels, Runnable changed) {
		super(parent, SWT.NONE);
		setBackgroundMode(SWT.INHERIT_DEFAULT);
		this.changed = changed;
		standard = new DefaultWords(parameter, OpenScan.RESULTS, Optional.empty());
		label = new Label(this, SWT.WRAP);
		label.setText(parameter.label());
		label.setToolTipText(new ParameterText(parameter).tooltip());
		field = field(parameter);
		label.setVisible(!field.isLabelled());
		reset = WrapRow.named(new Link(this, SWT.NONE), "form." + parameter.name() + ".reset");
		reset.setText("<a>Use default</a>");
		reset.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			field.show(Optional.empty());
			field.control().setFocus();
			edited();
		}));
		note = WrapRow.named(new Label(this, SWT.WRAP), "form." + parameter.name() + ".note");
		problem = WrapRow.named(new Label(this, SWT.WRAP), "form." + parameter.name() + ".problem");
		setLayout(new ParameterRowLayout(field.isLabelled() ? Optional.empty() : Optional.of(label), field, reset, note, problem,
				labels));
		setDefault(Optional.empty(), standard);
	}

	private ParameterField field(ParameterDescription parameter) {
		return switch (parameter.type()) {
		case FLAG -> new FlagField(this, parameter, this::edited);
		case CHOICE -> new ChoiceField(this, parameter, this::edited);
		case MASK, IMAGE, PIXEL_MAP, TRANSLATIONS, ARRAY -> new DatasetField(this, parameter, this::edited);
		default -> new TextField(this, parameter, this::edited);
		};
	}

	private void edited() {
		refresh();
		changed.run();
	}

	/** The parameter. */
	ParameterDescription parameter() {
		return field.parameter();
	}

	/** As wide as the name needs. */
	int labelWidth() {
		return field.isLabelled() ? 0 : label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
	}

	/** The control that has the focus when somebody works with it. */
	Control control() {
		return field.control();
	}

	/** Where the default comes from, or what to do when there is none; "" when there is nothing to say. */
	String origin() {
		return standard.origin();
	}

	/** What it says. */
	FieldState state() {
		return field.state();
	}

	/** Whether the step cannot be run without a value for it. */
	boolean isMissing() {
		return standard.isMissing() && field.state().given().isEmpty();
	}

	/** Shows what is given; empty for the default. */
	void show(Optional<Literal> given) {
		field.show(given);
		refresh();
	}

	/** Takes what is known of the scan. */
	void setDefault(Optional<OpenScan> scan, DefaultWords isDefault) {
		standard = isDefault;
		field.setDefault(scan, isDefault);
		refresh();
	}

	private void refresh() {
		FieldState state = field.state();
		boolean differs = state.given().isPresent() || !state.problem().isEmpty();
		Font font = differs ? JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT) : null;
		label.setFont(font);
		if (field.isLabelled())
			field.control().setFont(font);
		reset.setVisible(differs);
		reset.setToolTipText("Back to the default: " + standard.hint());
		problem.setForeground(wrongColour());
		set(problem, state.problem());
		set(note, !state.problem().isEmpty() ? "" : differs ? state.note() : standard.origin());
	}

	private static void set(Label label, String text) {
		String shown = text.replace("&", "&&");
		if (!shown.equals(label.getText()))
			label.setText(shown);
		label.setVisible(!text.isEmpty());
	}

	private Color wrongColour() {
		RGB ground = getBackground().getRGB();
		return new Color(ground.red + ground.green + ground.blue >= LIGHT ? WRONG_ON_LIGHT : WRONG_ON_DARK);
	}
}
