// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.function.Consumer;

import org.eclipse.swt.widgets.Button;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.ui.view.OptionRow;

/** Four switches that say which low orders are taken off a phase. For the UI thread. */
public final class RemovalChecks {
	private final Button piston;
	private final Button tilt;
	private final Button defocus;
	private final Button astigmatism;

	/**
	 * @param row     that they are added to
	 * @param id      what their ids begin with: "phase" gives "phase.remove.piston" ...
	 * @param changed called when the user changes one
	 */
	public RemovalChecks(OptionRow row, String id, Consumer<PhaseRemoval> changed) {
		String prefix = id + ".remove.";
		row.label("Take off", "Low orders that are taken off the phase");
		piston = row.check(prefix + "piston", "piston", "Take the mean of the phase off", true, b -> changed.accept(removal()));
		tilt = row.check(prefix + "tilt", "tilt", "Take both tilts off, which only displace the focus sideways", true,
				b -> changed.accept(removal()));
		defocus = row.check(prefix + "defocus", "defocus", "Take the defocus off, one for both axes", true,
				b -> changed.accept(removal()));
		astigmatism = row.check(prefix + "astigmatism", "astigmatism", "Take both astigmatisms off", false,
				b -> changed.accept(removal()));
	}

	/** What they say. */
	public PhaseRemoval removal() {
		return new PhaseRemoval(piston.getSelection(), tilt.getSelection(), defocus.getSelection(), astigmatism.getSelection());
	}

	/** Sets them, without a call to who listens. */
	public void set(PhaseRemoval removal) {
		piston.setSelection(removal.piston());
		tilt.setSelection(removal.tilt());
		defocus.setSelection(removal.defocus());
		astigmatism.setSelection(removal.astigmatism());
	}
}
