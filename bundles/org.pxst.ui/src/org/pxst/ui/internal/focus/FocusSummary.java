// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import org.pxst.ui.view.SiPrefix;

/** The focus in words. */
final class FocusSummary {
	private FocusSummary() {
	}

	/** What does not depend on the plane. */
	static String focus(FocusData data) {
		double difference = data.ss().best() - data.fs().best();
		StringBuilder text = new StringBuilder("Best focus ").append(length(data.best())).append(" (ss ").append(length(data.ss().best()))
				.append(", fs ").append(length(data.fs().best())).append("), astigmatic difference ss \u2212 fs ")
				.append(length(difference)).append("; FWHM ss ").append(length(data.fwhmSs())).append(", fs ")
				.append(length(data.fwhmFs()));
		if (Double.isFinite(data.strehl()))
			text.append("; Strehl ").append(SiPrefix.text(data.strehl(), ""));
		return text.toString();
	}

	/** A plane, with its widths. */
	static String plane(FocusData data, int plane) {
		return "Plane " + length(data.planes()[plane]) + ": FWHM of the profiles ss " + length(new ProfileChart(data.ss(), plane).fwhm()) + ", fs "
				+ length(new ProfileChart(data.fs(), plane).fwhm());
	}

	private static String length(double metres) {
		return SiPrefix.text(metres, "m").replace('-', '\u2212');
	}
}
