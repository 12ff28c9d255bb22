// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thon;

import java.util.Locale;
import java.util.Optional;

import org.pxst.core.initial.Defocus;

/** What the rings say, in words. */
final class ThonSummary {
	/** Defoci that differ by less than this part are the same. */
	private static final double SAME = 1e-4;

	private final ThonData data;

	ThonSummary(ThonData data) {
		this.data = data;
	}

	/** A few lines. */
	String text() {
		StringBuilder text = new StringBuilder();
		Optional<Defocus> defocus = data.defocus();
		defocus.ifPresentOrElse(d -> text.append(fitted(d)), () -> text.append(data.rings().isEmpty()
				? "The ellipses cannot be found from the image of the fit. Run fit_thon_rings again."
				: "The defocus of these rings is not known, because the file lacks distance, wavelength or pixel sizes."));
		text.append(String.format(Locale.ROOT, " %.1f rings, significance %.1f, \u03b2 / \u03b4 %.3f.", data.count(),
				data.significance(), data.bd()));
		defocus.filter(this::isReplaced).ifPresent(d -> text.append(String.format(Locale.ROOT,
				"%nA later step wrote other defoci into the file: ss %s, fs %s mm.", millimetres(data.stored().ss()),
				millimetres(data.stored().fs()))));
		return text.toString();
	}

	private String fitted(Defocus d) {
		String oblique = Double.isFinite(data.oblique()) ? " (oblique " + millimetres(data.oblique()) + ")" : "";
		return "Defocus ss " + length(d.ss()) + ", fs " + length(d.fs()) + " mm; astigmatism " + millimetres(d.ss() / 2 - d.fs() / 2)
				+ oblique + " mm.";
	}

	private String length(double metres) {
		return data.uncertainty() >= 0 ? millimetres(metres) + " \u00b1 " + millimetres(data.uncertainty() * metres)
				: millimetres(metres);
	}

	private boolean isReplaced(Defocus d) {
		Defocus stored = data.stored();
		return Math.abs(stored.ss() / d.ss() - 1) > SAME || Math.abs(stored.fs() / d.fs() - 1) > SAME;
	}

	private static String millimetres(double metres) {
		// no minus before a number that is rounded to 0
		return String.format(Locale.ROOT, "%.4f", 1e3 * metres).replaceFirst("^-(?=[0.]+$)", "").replace('-', '\u2212');
	}
}
