// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.splithalf;

import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Picture;

/**
 * What split_half_recon found.
 *
 * @param histogramSs differences along the slow scan axis
 * @param histogramFs differences along the fast scan axis
 * @param mapSs       the same as an image
 * @param mapFs       the same as an image
 * @param region      part of the detector that the images show
 * @param summary     the noise in numbers
 */
record SplitHalfContent(Optional<JFreeChart> histogramSs, Optional<JFreeChart> histogramFs, Picture mapSs, Picture mapFs,
		Roi region, String summary) {
}
