// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.pxst.processing.LoopSettings;
import org.pxst.ui.internal.edit.WrapRow;

/** Fields for what a user may decide about a main loop while it runs. What is wrong in a field is said below. */
final class SettingsFields extends Composite {
	private final Button pixelMap;
	private final Button positions;
	private final Button whitefield;
	private final Button irrotational;
	private final List<LoopField> fields = new ArrayList<>();
	private final LoopField window;
	private final LoopField filter;
	private final LoopField tolerance;
	private final LoopField iterations;
	private final Label problem;
	private final Consumer<LoopSettings> changed;

	/** @param changed gets settings without faults as soon as the user has changed something */
	SettingsFields(Composite parent, Consumer<LoopSettings> changed) {
		super(parent, SWT.NONE);
		this.changed = changed;
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		setLayout(layout);
		WrapRow row = new WrapRow(this);
		row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		row.label("Update:").setToolTipText("What the iterations from the next one on update");
		pixelMap = check(row, "live.refinePixelMap", "pixel map", "Update the pixel map in each iteration");
		positions = check(row, "live.refinePositions", "positions", "Fit the sample positions in each iteration");
		whitefield = check(row, "live.refineWhitefield", "whitefield", "Fit the whitefield in each iteration");
		irrotational = check(row, "live.irrotational", "irrotational",
				"Make the pixel map the gradient of a potential in each iteration");
		window = field(row, "live.window", "Window (px):", "Search window of the pixel map, reference pixels across, at least 3. Given anew, "
				+ "the window starts from there again. Empty: chosen from the data.", LoopField.Kind.WINDOW);
		filter = field(row, "live.filter", "Filter (px):", "Smallest sigma of the Gaussian filter of the pixel map, detector pixels, at least 0",
				LoopField.Kind.NUMBER);
		tolerance = field(row, "live.tolerance", "Tolerance:",
				"Stop when the error falls by less than this part of itself in each of two iterations; 0: do all iterations",
				LoopField.Kind.NUMBER);
		iterations = field(row, "live.iterations", "Iterations:", "Iterations of this run at most, at least 1", LoopField.Kind.COUNT);
		problem = WrapRow.named(new Label(this, SWT.WRAP), "live.problem");
		GridData data = new GridData(SWT.FILL, SWT.TOP, true, false);
		data.exclude = true;
		data.horizontalIndent = 6;
		problem.setLayoutData(data);
		problem.setVisible(false);
	}

	private Button check(WrapRow row, String id, String text, String tooltip) {
		return row.button(SWT.CHECK, id, text, tooltip, button -> apply());
	}

	private LoopField field(WrapRow row, String id, String label, String tooltip, LoopField.Kind kind) {
		LoopField field = new LoopField(row, id, label, tooltip, kind);
		field.text().addListener(SWT.Modify, event -> showProblem());
		field.text().addListener(SWT.FocusOut, event -> apply());
		field.text().addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(e -> apply()));
		fields.add(field);
		return field;
	}

	/** Shows settings, but for a field that the user is typing in. */
	void show(LoopSettings settings) {
		pixelMap.setSelection(settings.refinePixelMap());
		positions.setSelection(settings.refinePositions());
		whitefield.setSelection(settings.refineWhitefield());
		irrotational.setSelection(settings.irrotational());
		window.show(settings.searchWindow());
		filter.show(settings.filter());
		tolerance.show(settings.tolerance());
		iterations.show(settings.iterations());
	}

	private void showProblem() {
		String text = fields.stream().map(LoopField::problem).filter(found -> !found.isEmpty()).findFirst().orElse("");
		if (text.equals(problem.getText()))
			return;
		problem.setText(text);
		problem.setVisible(!text.isEmpty());
		((GridData) problem.getLayoutData()).exclude = text.isEmpty();
		getParent().getParent().layout(true, true);
	}

	private void apply() {
		showProblem();
		if (fields.stream().anyMatch(field -> !field.problem().isEmpty()))
			return;
		fields.forEach(LoopField::accept);
		changed.accept(new LoopSettings((int) iterations.value(), tolerance.value(), (int) window.value(), filter.value(),
				pixelMap.getSelection(), whitefield.getSelection(), positions.getSelection(), irrotational.getSelection()));
	}

	@Override
	public void setEnabled(boolean enabled) {
		super.setEnabled(enabled);
		for (Control control : new Control[] { pixelMap, positions, whitefield, irrotational })
			control.setEnabled(enabled);
		fields.forEach(field -> field.text().setEnabled(enabled));
	}
}
