// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.None;
import org.pxst.core.literal.Text;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.ui.session.OpenScan;

/** A parameter that is a data set: what is taken by default, those of the scan's file that suit, or any other. */
final class DatasetField extends ParameterField {
	private static final String WITHOUT = "Do without";
	private static final String OTHER = "Other data set...";

	private final Combo combo;
	private final Runnable changed;
	private DefaultWords standard;
	private Optional<OpenScan> scan = Optional.empty();
	private Optional<Literal> given = Optional.empty();
	/** What each line gives, but for the last one. */
	private List<Optional<Literal>> values = List.of();

	/** @param changed called when the user chooses */
	DatasetField(Composite parent, ParameterDescription parameter, Runnable changed) {
		super(parent, parameter, 1);
		this.changed = changed;
		combo = combo();
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose(combo.getSelectionIndex())));
		standard = new DefaultWords(parameter, OpenScan.RESULTS, Optional.empty());
		fill();
	}

	private void choose(int line) {
		if (line < values.size()) {
			given = values.get(line);
		} else {
			OtherDatasetDialog dialog = new OtherDatasetDialog(getShell(), parameter(), scan, standard.facts().orElse(FileFacts.NONE));
			if (dialog.open() == Window.OK)
				given = Optional.of(new Text(dialog.path()));
			fill();
		}
		changed.run();
	}

	private void fill() {
		List<Optional<Literal>> all = new ArrayList<>(List.of(Optional.empty()));
		if (!parameter().required())
			all.add(Optional.of(new None()));
		standard.facts().ifPresent(facts -> facts.suiting(parameter(), standard.path()).stream()
				.filter(d -> !d.path().equals(standard.path())).forEach(d -> all.add(Optional.of(new Text(d.path())))));
		if (!all.contains(given))
			all.add(given);
		values = all;
		List<String> lines = new ArrayList<>(all.stream().map(this::line).toList());
		lines.add(OTHER);
		combo.setItems(lines.toArray(String[]::new));
		combo.select(values.indexOf(given));
	}

	private String line(Optional<Literal> value) {
		if (value.isEmpty())
			return standard.isMissing() ? "not there yet" : name(standard.path()) + " (default)";
		return value.get() instanceof Text path ? name(path.value()) : value.get() instanceof None ? WITHOUT : value.get().text();
	}

	/** Results are named without their group, so that the name can be read in a narrow field. */
	private String name(String path) {
		return path.startsWith(standard.group() + "/") ? path.substring(standard.group().length() + 1) : path;
	}

	@Override
	Control control() {
		return combo;
	}

	@Override
	void show(Optional<Literal> value) {
		given = value.filter(v -> !(v instanceof Text path && path.value().equals(standard.path())));
		fill();
	}

	@Override
	FieldState state() {
		boolean fits = given.isEmpty() || given.get() instanceof None || given.get() instanceof Text text && text.value().contains("/");
		return new FieldState(given, fits ? "" : "It is " + given.get().text() + ", but must be the path of a data set.", origin());
	}

	private String origin() {
		if (given.isPresent() && given.get() instanceof Text path)
			return standard.facts().flatMap(facts -> facts.find(path.value())).map(FileFacts.Dataset::origin).orElse("");
		return "";
	}

	@Override
	void setDefault(Optional<OpenScan> newScan, DefaultWords isDefault) {
		scan = newScan;
		standard = isDefault;
		fill();
	}
}
