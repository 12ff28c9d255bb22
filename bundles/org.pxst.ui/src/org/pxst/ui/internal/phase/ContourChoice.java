// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Where the user says how far apart contour lines are: chosen from a list, or any number that is typed. */
final class ContourChoice {
	private static final String AUTOMATIC = "automatic";
	private static final String NONE = "none";
	private static final String[] ITEMS = { AUTOMATIC, NONE, "0.05", "0.1", "0.2", "0.5", "1", "2", "5", "10" };
	private static final String TOOLTIP = "Distance of the contour lines in the unit of the image: choose one, or type a number "
			+ "and press Enter";

	private final Combo combo;

	/**
	 * @param parent  a row
	 * @param id      of the list, for tests
	 * @param chosen  gets the distance, 0 for automatic, NaN for no lines
	 * @param refused called when what was typed is none of these
	 */
	ContourChoice(Composite parent, String id, DoubleConsumer chosen, Runnable refused) {
		Composite pair = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		pair.setLayout(layout);
		Label label = new Label(pair, SWT.NONE);
		label.setText("Contours");
		label.setToolTipText(TOOLTIP);
		combo = new Combo(pair, SWT.DROP_DOWN);
		combo.setItems(ITEMS);
		combo.select(0);
		combo.setToolTipText(TOOLTIP);
		combo.setData("org.pxst.ui.id", id);
		Runnable take = () -> step(combo.getText()).ifPresentOrElse(chosen, refused);
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> take.run()));
		combo.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(e -> take.run()));
	}

	/** The distance that a text stands for. */
	static OptionalDouble step(String text) {
		String word = text.trim();
		if (word.equals(AUTOMATIC) || word.isEmpty())
			return OptionalDouble.of(0);
		if (word.equals(NONE))
			return OptionalDouble.of(Double.NaN);
		try {
			double step = Double.parseDouble(word.replace(',', '.'));
			return step > 0 && Double.isFinite(step) ? OptionalDouble.of(step) : OptionalDouble.empty();
		} catch (NumberFormatException e) {
			return OptionalDouble.empty();
		}
	}
}
