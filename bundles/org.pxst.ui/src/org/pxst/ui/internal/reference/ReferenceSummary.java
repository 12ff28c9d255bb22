// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import java.util.Locale;

import org.pxst.core.scan.Roi;
import org.pxst.ui.view.SiPrefix;

/** A line about the reference image. */
final class ReferenceSummary {
	private ReferenceSummary() {
	}

	/**
	 * @param content the reference image
	 * @param frame   current frame, -1 when there is none
	 */
	static String of(ReferenceContent content, int frame) {
		SamplePlane plane = content.plane();
		Roi region = plane.region();
		StringBuilder text = new StringBuilder(
				String.format(Locale.ROOT, "%d \u00d7 %d pixels", region.rows(), region.columns()));
		if (plane.hasLengths())
			text.append(" of ").append(size(plane.dss(), plane.dfs())).append(": ")
					.append(size(region.rows() * plane.dss(), region.columns() * plane.dfs()));
		if (!Double.isNaN(content.error()))
			text.append(String.format(Locale.ROOT, "; total error %.4g", content.error()));
		if (frame >= 0 && content.outline().isPresent())
			text.append(content.outline().get().knows(frame) ? "; outline: frame " + frame
					: "; frame " + frame + " was not used");
		return text.append('.').toString();
	}

	private static String size(double ss, double fs) {
		SiPrefix prefix = SiPrefix.of(Math.max(ss, fs), "m");
		return prefix.number(ss) + " \u00d7 " + prefix.number(fs) + " " + prefix.symbol();
	}
}
