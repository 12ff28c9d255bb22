// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.Locale;

/**
 * Numbers of a mask in words.
 *
 * @param bad     bad pixels
 * @param all     all pixels
 * @param unsaved pixels that are not as in the file
 */
record MaskText(int bad, int all, int unsaved) {
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%d of %d pixels are bad (%s %%)%s", bad, all, percent(),
				unsaved == 0 ? "" : String.format(Locale.ROOT, "; %d changed since the last save", unsaved));
	}

	private String percent() {
		double percent = 100.0 * bad / all;
		return String.format(Locale.ROOT, percent > 0 && percent < 0.1 ? "%.4f" : "%.2f", percent);
	}
}
