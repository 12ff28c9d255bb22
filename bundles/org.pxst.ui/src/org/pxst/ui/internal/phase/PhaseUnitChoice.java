// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Combo;
import org.pxst.ui.internal.preferences.Preference;
import org.pxst.ui.view.OptionRow;

/** The unit of a phase: at first, and when the preference changes, the preferred one. For the UI thread. */
public final class PhaseUnitChoice {
	private static final List<PhaseUnit> UNITS = List.of(PhaseUnit.values());

	private final Combo combo;
	private final Consumer<PhaseUnit> chosen;

	/**
	 * @param row    where
	 * @param id     of the list, for tests
	 * @param what   what has the unit, for the tooltip
	 * @param chosen called when the unit is another one
	 */
	public PhaseUnitChoice(OptionRow row, String id, String what, Consumer<PhaseUnit> chosen) {
		this.chosen = chosen;
		combo = row.choice(id, "", "Unit of the " + what + ": radians, wavelengths (2 pi rad), or optical path in nm. "
				+ "The preferences say with which one views begin.", UNITS, PhaseUnit::symbol, chosen);
		combo.select(UNITS.indexOf(preferred()));
		Preference.PHASE_UNIT.follow(combo, this::takePreferred);
	}

	private void takePreferred() {
		combo.select(UNITS.indexOf(preferred()));
		chosen.accept(preferred());
	}

	/** What the list begins with. */
	public static PhaseUnit preferred() {
		return Preference.PHASE_UNIT.choice(PhaseUnit.class);
	}
}
