// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Layout;

/**
 * Name, field and button beside each other, with the texts below the field; where there is little room, the field is below the
 * name.
 */
final class ParameterRowLayout extends Layout {
	private static final int GAP = 6;
	private static final int MARGIN = 4;
	/** Least width of a field beside its name. */
	private static final int FIELD = 170;
	private static final int LEAST = 200;

	private final Optional<Label> label;
	private final Control field;
	private final Control reset;
	private final Label note;
	private final Label problem;
	private final LabelWidth labels;

	/** @param label empty when the field names itself */
	ParameterRowLayout(Optional<Label> label, Control field, Control reset, Label note, Label problem, LabelWidth labels) {
		this.label = label;
		this.field = field;
		this.reset = reset;
		this.note = note;
		this.problem = problem;
		this.labels = labels;
	}

	@Override
	protected Point computeSize(Composite row, int width, int height, boolean flush) {
		int used = width == SWT.DEFAULT ? LEAST : width;
		return new Point(used, place(used, false));
	}

	@Override
	protected void layout(Composite row, boolean flush) {
		Rectangle area = row.getClientArea();
		place(area.width, true);
	}

	/** Places the controls, or only says how high they are together. */
	private int place(int width, boolean really) {
		Point button = reset.computeSize(SWT.DEFAULT, SWT.DEFAULT);
		boolean wide = width >= labels.pixels() + GAP + FIELD + GAP + button.x;
		int left = MARGIN;
		int right = width - MARGIN;
		int y = 0;
		int begin = left;
		int fieldRight = right - button.x - GAP;
		if (label.isPresent() && !wide) {
			int labelHeight = label.get().computeSize(fieldRight - left, SWT.DEFAULT).y;
			int line = Math.max(labelHeight, button.y);
			line = reset.getVisible() ? line : labelHeight;
			put(really, label.get(), left, y + (line - labelHeight) / 2, fieldRight - left, labelHeight);
			put(really, reset, right - button.x, y, button.x, button.y);
			y += line;
			begin = left + GAP;
			int high = field.computeSize(right - begin, SWT.DEFAULT).y;
			put(really, field, begin, y, right - begin, high);
			y += high;
		} else {
			int high = field.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
			int line = Math.max(high, button.y);
			if (label.isPresent()) {
				int labelHeight = label.get().computeSize(labels.pixels(), SWT.DEFAULT).y;
				line = Math.max(line, labelHeight);
				put(really, label.get(), left, y + (line - labelHeight) / 2, labels.pixels(), labelHeight);
				begin = left + labels.pixels() + GAP;
			}
			put(really, field, begin, y + (line - high) / 2, fieldRight - begin, high);
			put(really, reset, right - button.x, y + (line - button.y) / 2, button.x, button.y);
			y += line;
		}
		for (Label text : new Label[] { note, problem }) {
			boolean shown = !text.getText().isEmpty();
			int high = shown ? text.computeSize(right - begin, SWT.DEFAULT).y : 0;
			put(really, text, begin, y, right - begin, high);
			y += high;
		}
		return y + GAP / 2;
	}

	private static void put(boolean really, Control control, int x, int y, int width, int height) {
		if (really)
			control.setBounds(x, y, Math.max(0, width), height);
	}
}
