// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

import java.util.List;

import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.phase.Phase;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;

/**
 * All that a reconstruction found. Detector arrays have the full frame's shape (M, L), NaN where there is no value;
 * per-frame arrays have N entries, NaN for frames that were not used.
 *
 * @param mask                good pixels
 * @param whitefield          W
 * @param roi                 region of interest
 * @param checkedFrames       frames that were loaded and checked, ascending: those that were used, and those that were left out
 *                            for their intensity
 * @param goodFrames          frames that were used, ascending
 * @param defocusSs           focus to sample along the slow scan axis, m
 * @param defocusFs           focus to sample along the fast scan axis, m
 * @param distance            focus to detector, m
 * @param dss                 reference pixel along the slow scan axis, m
 * @param dfs                 reference pixel along the fast scan axis, m
 * @param pixelMap            u, reference pixels
 * @param recordedTranslations positions as recorded, reference pixels, mean taken off
 * @param translations        positions as found
 * @param reference           reference image
 * @param errorTotal          mean over good pixels of error_pixel
 * @param errorFrame          error of each frame (paper, equation 8)
 * @param errorPixel          error of each pixel (paper, equation 9), (M, L)
 * @param errorReference      error on the reference image, its shape
 * @param fluxCorrection      factor on each frame's intensity that fits it best
 * @param phase               phase of the wavefront and ray angles
 * @param iterations          how the main loop went, at least one entry; with those of the runs that this one went on from
 * @param memory              what the main loop would go on with
 * @param history             what the main loop followed, at least one leg
 * @param cancelled           whether the loop was cut short
 * @param computedOn          back end and device, for example "Java, 8 threads"
 */
public record ReconstructionResult(Mask mask, Image whitefield, Roi roi, int[] checkedFrames, int[] goodFrames,
		double defocusSs, double defocusFs, double distance, double dss, double dfs, PixelMap pixelMap,
		PixelTranslations recordedTranslations, PixelTranslations translations, ReferenceImage reference,
		double errorTotal, double[] errorFrame, Image errorPixel, Image errorReference, double[] fluxCorrection,
		Phase phase, List<Iteration> iterations, LoopMemory memory, LoopHistory history, boolean cancelled,
		String computedOn) {

	/** Mean focus-to-sample distance in m. */
	public double defocus() {
		return (defocusSs + defocusFs) / 2;
	}

	/** Half the difference of the focus-to-sample distances in m, positive when the slow scan focus is further upstream. */
	public double astigmatism() {
		return (defocusSs - defocusFs) / 2;
	}

	/** Geometric magnification of the sample on the detector. */
	public double magnification() {
		return distance / defocus();
	}
}
