// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.util.Locale;
import java.util.Optional;

import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Picture;
import org.pxst.ui.view.SiPrefix;

/**
 * Numbers of a region of interest in words.
 *
 * @param roi   the region
 * @param ss    positions of rows
 * @param fs    positions of columns
 * @param share lit pixels, when there is a whitefield
 */
record RoiText(Roi roi, Picture.Axis ss, Picture.Axis fs, Optional<LitShare> share) {
	@Override
	public String toString() {
		String size = String.format(Locale.ROOT, "Region of interest: %d x %d px", roi.rows(), roi.columns());
		if (ss.unit().equals("m"))
			size += " = " + SiPrefix.text(roi.rows() * ss.step(), "m") + " x " + SiPrefix.text(roi.columns() * fs.step(), "m");
		return size + share.filter(s -> s.all() > 0)
				.map(s -> String.format(Locale.ROOT, "; %.1f %% of the lit pixels are inside", 100.0 * s.inside(roi) / s.all()))
				.orElse("");
	}
}
