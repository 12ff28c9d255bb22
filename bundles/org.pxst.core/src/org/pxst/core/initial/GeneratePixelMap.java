// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;

/**
 * generate_pixel_map (paper, section 4.1): the pixel map of a lens without aberrations but defocus and astigmatism.
 * <p>
 * The two line foci lie at z1_ss and z1_fs in front of the sample, so the distances to the detector differ as well:
 * {@code u_ss = i (z1_ss / z_ss) p_ss / dss}, with z_ss counted from the slow scan axis' own focus. The 2020 suite uses one
 * z for both (small astigmatism).
 *
 * @param distance distance from the mean focus to the detector, m
 * @param dss      reference pixel along the slow scan axis, m
 * @param dfs      reference pixel along the fast scan axis, m
 * @param slopeSs  du_ss/di
 * @param slopeFs  du_fs/dj
 */
public record GeneratePixelMap(double distance, double dss, double dfs, double slopeSs, double slopeFs) {
	/**
	 * @param geometry  distances and pixel sizes
	 * @param defocusSs focus to sample along the slow scan axis, m
	 * @param defocusFs focus to sample along the fast scan axis, m
	 */
	public static GeneratePixelMap of(Geometry geometry, double defocusSs, double defocusFs) {
		double z1 = (defocusSs + defocusFs) / 2;
		double z = geometry.focusToDetector(z1);
		double sampleToDetector = geometry.sampleToDetector(z1);
		double shrink = z1 / z;
		return new GeneratePixelMap(z, geometry.pixelSizeSs() * shrink, geometry.pixelSizeFs() * shrink,
				defocusSs / (defocusSs + sampleToDetector) / shrink, defocusFs / (defocusFs + sampleToDetector) / shrink);
	}

	/**
	 * @param rows    detector rows M
	 * @param columns detector columns L
	 */
	public PixelMap map(int rows, int columns) {
		return PixelMap.linear(rows, columns, slopeSs, slopeFs);
	}
}
