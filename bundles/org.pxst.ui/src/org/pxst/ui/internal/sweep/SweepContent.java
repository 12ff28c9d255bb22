// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.sweep;

import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.pxst.core.scan.Geometry;
import org.pxst.processing.charts.DefocusScores;
import org.pxst.ui.view.SiPrefix;

/**
 * What defocus_sweep found.
 *
 * @param scores   at each defocus
 * @param chart    of the scores
 * @param images   whether the reference images are there
 * @param geometry where the detector is; empty when the file does not say
 */
record SweepContent(DefocusScores scores, JFreeChart chart, boolean images, Optional<Geometry> geometry) {
	/** The best defocus in words. */
	String best() {
		int best = scores.best();
		if (best < 0)
			return "None of the defoci could be judged. Run defocus_sweep with another range.";
		String where = scores.isSeparate()
				? "ss " + SiPrefix.text(scores.ss()[best], "m") + ", fs " + SiPrefix.text(scores.fs()[best], "m")
				: SiPrefix.text(scores.ss()[best], "m");
		return "Best defocus (dashed): " + where + ", score " + SiPrefix.text(scores.score()[best], "") + ", contrast "
				+ SiPrefix.text(scores.contrast()[best], "") + ".";
	}

	/** One defocus in words. */
	String at(int index) {
		String where = scores.isSeparate()
				? "ss " + SiPrefix.text(scores.ss()[index], "m") + ", fs " + SiPrefix.text(scores.fs()[index], "m")
				: SiPrefix.text(scores.ss()[index], "m");
		return "Shown: " + where + (Double.isNaN(scores.score()[index]) ? ", could not be judged."
				: ", score " + SiPrefix.text(scores.score()[index], "") + ", contrast " + SiPrefix.text(scores.contrast()[index], "") + ".");
	}
}
