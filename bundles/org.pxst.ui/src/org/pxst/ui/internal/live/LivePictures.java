// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopState;
import org.pxst.ui.image.Picture;
import org.pxst.ui.image.Picture.Colours;
import org.pxst.ui.internal.reference.SamplePlane;

/**
 * What is seen of a main loop between two iterations. Immutable.
 *
 * @param reference reference image; empty before the first iteration
 * @param residual  pixel map minus the pixel's own row or column
 * @param phase     of the wavefront, integrated on a coarse grid; empty before the first iteration and for single rows
 * @param error     of each iteration; empty before the first
 */
record LivePictures(Optional<Picture> reference, Picture residual, Optional<Picture> phase, Optional<JFreeChart> error) {
	/** Larger images are made smaller: more is not seen in a quarter of a view. */
	private static final int MOST = 640;

	/**
	 * Makes the pictures. Takes some milliseconds; for background threads.
	 *
	 * @param slow whether the residual along the slow scan axis is wanted, else along the fast one
	 */
	static LivePictures of(LoopScene scene, LoopState state, boolean slow) {
		boolean begun = !state.iterations().isEmpty();
		return new LivePictures(state.reference().map(image -> reference(scene, image)), residual(scene, state, slow),
				begun ? phase(scene, state) : Optional.empty(), ErrorCurve.of(state.iterations()));
	}

	private static Picture reference(LoopScene scene, ReferenceImage reference) {
		Image image = reference.image();
		Roi known = SamplePlane.around(image, scene.dss(), scene.dfs()).region();
		BlockMeans blocks = BlockMeans.square(known, image.columns(), MOST);
		return new LiveAxes(blocks, "m", scene.dss(), scene.dfs()).picture("Reference image",
				blocks.means(p -> image.values()[p]), "intensity / whitefield", "", Colours.GREY);
	}

	private static Picture residual(LoopScene scene, LoopState state, boolean slow) {
		PixelMap map = state.model().map();
		Mask area = scene.area();
		int columns = area.columns();
		BlockMeans blocks = BlockMeans.square(scene.roi(), columns, MOST);
		double[] shifts = blocks.means(slow ? p -> area.good()[p] ? map.ss()[p] - p / columns : Double.NaN
				: p -> area.good()[p] ? map.fs()[p] - p % columns : Double.NaN);
		return LiveAxes.detector(blocks, scene.geometry()).picture(
				"Pixel map along " + (slow ? "ss" : "fs") + " minus the pixel's own " + (slow ? "row" : "column"), shifts,
				"shift along " + (slow ? "ss" : "fs"), "px", Colours.SIGNED);
	}

	private static Optional<Picture> phase(LoopScene scene, LoopState state) {
		CoarsePhase coarse = new CoarsePhase(scene);
		if (!coarse.isPossible())
			return Optional.empty();
		double[] values = coarse.of(state.model().map(), state.model().whitefield()).values();
		return Optional.of(LiveAxes.detector(coarse.blocks(), scene.geometry()).picture("Phase (preview)", values, "phase",
				"rad", Colours.SIGNED));
	}
}
