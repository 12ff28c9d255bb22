// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.phase.PupilPlane;

/** Says what a wavefront amounts to, in words. */
final class FiguresText {
	/** Marechal's formula holds for small aberrations. */
	private static final double STREHL_LIMIT = 1;
	private static final double MICRO = 1e6;

	private final PhaseData data;

	FiguresText(PhaseData data) {
		this.data = data;
	}

	/** Two lines: the figures, and what was taken off. */
	String of(PhaseMap map) {
		String figures = map.settings().quantity() == PhaseQuantity.PHASE ? phase(map) : angle(map.figures());
		return figures + "\n" + removed(map);
	}

	private String phase(PhaseMap map) {
		PupilPlane plane = data.plane();
		PhaseUnit unit = map.settings().unit();
		PhaseFigures shown = map.figures().times(unit.perRad(plane.wavelength()));
		List<String> parts = new ArrayList<>();
		parts.add("Peak to valley " + number(shown.peakToValley()));
		parts.add("rms " + number(shown.rms()) + " " + unit.symbol());
		if (data.isWeighted())
			parts.add("weighted " + number(shown.weightedRms()) + " " + unit.symbol());
		double rms = data.isWeighted() ? map.figures().weightedRms() : map.figures().rms();
		// above, the Strehl ratio is that of focus_profile only
		if (rms <= STREHL_LIMIT)
			parts.add("Strehl about " + number(Math.exp(-rms * rms)));
		parts.add(map.figures().count() + " pixels");
		return String.join(" \u00b7 ", parts);
	}

	private String angle(PhaseFigures figures) {
		PhaseFigures shown = figures.times(MICRO);
		String text = "Peak to valley " + number(shown.peakToValley()) + " \u00b7 rms about the mean "
				+ number(shown.rms()) + " \u00b5rad";
		return (data.isWeighted() ? text + " \u00b7 weighted " + number(shown.weightedRms()) + " \u00b5rad"
				: text) + " \u00b7 " + figures.count() + " pixels";
	}

	private String removed(PhaseMap map) {
		GeometricAberrations removed = map.removed();
		PhaseRemoval removal = map.settings().removal();
		if (data.removed().isEmpty() && removal.equals(PhaseRemoval.none()))
			return "As it is in the file, which does not say what was taken off.";
		List<String> parts = new ArrayList<>();
		if (removal.piston())
			parts.add("piston " + number(removed.piston()) + " rad");
		if (removal.tilt())
			parts.add("tilt " + number(removed.tiltSs() * MICRO) + ", " + number(removed.tiltFs() * MICRO) + " \u00b5rad");
		if (removal.defocus())
			parts.add("defocus " + number(removed.defocus() * MICRO) + " \u00b5m");
		if (removal.astigmatism())
			parts.add("astigmatism " + number(removed.astigmatism() * MICRO) + ", oblique "
					+ number(removed.obliqueAstigmatism() * MICRO) + " \u00b5m");
		return parts.isEmpty() ? "Nothing taken off." : "Off: " + String.join(" \u00b7 ", parts);
	}

	/** Four digits. */
	private static String number(double value) {
		if (Double.isNaN(value))
			return "none";
		return value == 0 ? "0" : String.format(Locale.ROOT, Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5 ? "%.3e" : "%.4g", value);
	}
}
