// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import org.pxst.ui.view.SiPrefix;

/**
 * What a way to find the defocus found.
 *
 * @param ss           focus to sample along the slow scan axis, m
 * @param fs           focus to sample along the fast scan axis, m
 * @param significance how far it stands out
 * @param uncertainty  relative; NaN when it is not known
 */
record DefocusFit(double ss, double fs, double significance, double uncertainty) {
	/** Mean of the axes, m. */
	double mean() {
		return (ss + fs) / 2;
	}

	/** In words. */
	String text() {
		String text = SiPrefix.text(mean(), "m") + "\nss " + SiPrefix.text(ss, "m") + ", fs " + SiPrefix.text(fs, "m") + "\nsignificance "
				+ SiPrefix.text(significance, "");
		return Double.isNaN(uncertainty) ? text : text + ", uncertain by " + SiPrefix.text(100 * uncertainty, "") + " %";
	}
}
