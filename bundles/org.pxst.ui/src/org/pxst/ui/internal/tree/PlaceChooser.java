// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.function.LongConsumer;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Spinner;

/** A place along an axis, chosen with a slider or as a number. */
final class PlaceChooser {
	private static final String ID = "org.pxst.ui.id";
	private static final int SLIDER_CHARACTERS = 24;
	private static final int PAGE = 10;

	private final int axis;
	private final Slider slider;
	private final Spinner spinner;

	/**
	 * @param parent where
	 * @param axis   of the data set
	 * @param extent along it
	 * @param chosen hears what the user chooses
	 */
	PlaceChooser(Composite parent, int axis, long extent, LongConsumer chosen) {
		this.axis = axis;
		int last = (int) Math.min(Integer.MAX_VALUE - 1, extent - 1);
		String tooltip = "Place along axis " + axis + ", 0 to " + last + " (left, right, page up, page down, home, end)";
		Composite row = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		row.setLayout(layout);
		Label label = new Label(row, SWT.NONE);
		label.setText("axis " + axis);
		label.setToolTipText(tooltip);
		slider = new Slider(row, SWT.HORIZONTAL);
		slider.setValues(0, 0, last + 1, 1, 1, PAGE);
		slider.setToolTipText(tooltip);
		slider.setData(ID, "data.slider." + axis);
		GridData wide = new GridData(SWT.FILL, SWT.CENTER, false, false);
		wide.widthHint = new PixelConverter(slider).convertWidthInCharsToPixels(SLIDER_CHARACTERS);
		slider.setLayoutData(wide);
		spinner = new Spinner(row, SWT.BORDER);
		spinner.setValues(0, 0, last, 0, 1, PAGE);
		spinner.setToolTipText(tooltip);
		spinner.setData(ID, "data.place." + axis);
		slider.addListener(SWT.Selection, event -> {
			spinner.setSelection(slider.getSelection());
			chosen.accept(slider.getSelection());
		});
		spinner.addListener(SWT.Selection, event -> {
			slider.setSelection(spinner.getSelection());
			chosen.accept(spinner.getSelection());
		});
	}

	int axis() {
		return axis;
	}

	/** Where it is. */
	long place() {
		return spinner.getSelection();
	}

	/** Shows another place, without telling anybody. */
	void set(long place) {
		if (place == place())
			return;
		slider.setSelection((int) place);
		spinner.setSelection((int) place);
	}
}
