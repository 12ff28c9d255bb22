// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.preferences;

import java.util.List;
import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * A preference that is one of a few values; the first is the default. For the UI thread.
 *
 * @param <E> the values
 */
final class ChoiceField<E extends Enum<E>> {
	private final Preference preference;
	private final List<E> values;
	private final Combo combo;

	/**
	 * @param parent     with a grid of two columns
	 * @param preference what is chosen
	 * @param type       of the values
	 * @param offered    those that can be chosen
	 * @param label      what it is
	 * @param tooltip    more about it
	 * @param text       of a value
	 */
	ChoiceField(Composite parent, Preference preference, Class<E> type, List<E> offered, String label, String tooltip,
			Function<? super E, String> text) {
		this.preference = preference;
		values = offered;
		new Label(parent, SWT.NONE).setText(label);
		combo = new Combo(parent, SWT.READ_ONLY);
		combo.setItems(values.stream().map(text).toArray(String[]::new));
		combo.setToolTipText(tooltip);
		combo.setData("org.pxst.ui.id", "preferences." + preference.name().toLowerCase(java.util.Locale.ROOT));
		combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		combo.select(Math.max(0, values.indexOf(preference.choice(type))));
	}

	void setDefault() {
		combo.select(0);
	}

	void keep() {
		int index = combo.getSelectionIndex();
		preference.set(index == 0 ? "" : values.get(index).name());
	}
}
