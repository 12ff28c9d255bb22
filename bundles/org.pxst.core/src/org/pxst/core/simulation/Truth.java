// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation;

import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

/**
 * What a simulated scan was made from. Detector arrays have the frame's shape (M, L); per-frame arrays have N entries.
 * The forward model holds with these values up to diffraction:
 * {@code I[n] = flux[n] W reference(u_ss - d_ss[n] + originSs, u_fs - d_fs[n] + originFs)}.
 *
 * @param mask              good pixels: neither dead nor hot
 * @param whitefield        counts without sample, background included
 * @param phase             aberration phase Phi on the detector in rad (without the spherical wave from the mean focus),
 *                          flat (ss, fs)
 * @param pixelMap          u in reference pixels, zero at the ray of detector pixel (0, 0) of a perfect lens
 * @param positions         true sample positions in reference pixels
 * @param recordedPositions recorded sample positions in reference pixels
 * @param flux              brightness of the beam in each frame, 1 on average
 * @param badFrames         frames that went wrong, ascending
 * @param goodFrames        all others, ascending
 * @param defocusSs         focus to sample along the slow scan axis in m
 * @param defocusFs         focus to sample along the fast scan axis in m
 * @param distance          focus to detector z in m
 * @param wavelength        in m
 * @param effectiveDistance z1 (z - z1) / z in m
 * @param dss               reference pixel along the slow scan axis in m
 * @param dfs               reference pixel along the fast scan axis in m
 * @param reference         reference image: intensity behind the sample in a plane wave over the effective distance
 * @param thickness         thickness of the sample in m, the reference image's shape
 * @param originSs          row of the reference image that point 0 of the map is at for a sample at position 0
 * @param originFs          column of the reference image that point 0 of the map is at for a sample at position 0
 * @param pupilCentreSs     centre of the pupil, detector row
 * @param pupilCentreFs     centre of the pupil, detector column
 * @param pupilHalfSs       half the size of the pupil along the slow scan axis, detector pixels
 * @param pupilHalfFs       half the size of the pupil along the fast scan axis, detector pixels
 * @param delta             decrement of the refractive index of the sample
 * @param beta              absorption index of the sample
 * @param radPerPixelSs     phase gradient along the slow scan axis, rad per detector pixel, that displaces a ray by one
 *                          reference pixel
 * @param radPerPixelFs     the same along the fast scan axis
 */
public record Truth(Mask mask, Image whitefield, double[] phase, PixelMap pixelMap, PixelTranslations positions,
		PixelTranslations recordedPositions, double[] flux, int[] badFrames, int[] goodFrames, double defocusSs,
		double defocusFs, double distance, double wavelength, double effectiveDistance, double dss, double dfs,
		Image reference, Image thickness, double originSs, double originFs, double pupilCentreSs, double pupilCentreFs,
		double pupilHalfSs, double pupilHalfFs, double delta, double beta, double radPerPixelSs, double radPerPixelFs) {
	/** Checks that the parts fit together. */
	public Truth {
		int rows = mask.rows();
		int columns = mask.columns();
		if (whitefield.rows() != rows || whitefield.columns() != columns || phase.length != rows * columns
				|| pixelMap.rows() != rows || pixelMap.columns() != columns)
			throw new IllegalArgumentException("truth: mask, whitefield, phase and pixel map differ in shape");
		int frames = positions.frames();
		if (recordedPositions.frames() != frames || flux.length != frames
				|| badFrames.length + goodFrames.length != frames)
			throw new IllegalArgumentException("truth: positions, flux and lists of frames differ in length");
		if (reference.rows() != thickness.rows() || reference.columns() != thickness.columns())
			throw new IllegalArgumentException("truth: reference image and thickness differ in shape");
	}

	/** Mean focus-to-sample distance in m. */
	public double defocus() {
		return (defocusSs + defocusFs) / 2;
	}
}
