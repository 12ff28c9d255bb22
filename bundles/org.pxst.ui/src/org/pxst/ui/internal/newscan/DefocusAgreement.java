// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Locale;
import java.util.Optional;

/** Whether registration and Thon rings say the same, in words. They have nothing in common but distance and pixel size. */
final class DefocusAgreement {
	/** Below this the reconstruction begins as well with either. */
	private static final double CLOSE = 0.05;
	/** Above this one of them is wrong. */
	private static final double FAR = 0.2;
	/** Times the uncertainty that is nothing to wonder about. */
	private static final double USUAL = 2;

	private DefocusAgreement() {
	}

	/** What to make of them. */
	static String of(Optional<DefocusFit> registration, Optional<DefocusFit> thon) {
		if (registration.isEmpty() || thon.isEmpty())
			return "";
		double ratio = thon.get().mean() / registration.get().mean() - 1;
		String by = String.format(Locale.ROOT, "%.1f %%", 100 * Math.abs(ratio));
		double allowed = Math.max(CLOSE, USUAL * Math.max(0, thon.get().uncertainty()));
		if (Math.abs(ratio) <= allowed)
			return "Both agree: they differ by " + by + ".";
		if (Math.abs(ratio) <= FAR)
			return "They differ by " + by + ", which the reconstruction can deal with.";
		return "They differ by " + by + ", so something is wrong. The registration needs right positions, the rings the right wavelength,"
				+ " both distance and pixel size: check them, and choose by the sharpest image below.";
	}
}
