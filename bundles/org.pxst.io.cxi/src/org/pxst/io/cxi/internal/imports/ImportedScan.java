// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.Optional;

/**
 * All items of an import, SI units.
 *
 * @param stack       the frames
 * @param mask        true = good, flat (ss, fs)
 * @param basis       steps (axis, xyz) flat, or one pair a frame; axis 0 = slow scan
 * @param distance    detector distance
 * @param pixelSizeSs pixel size along the slow scan axis
 * @param pixelSizeFs pixel size along the fast scan axis
 * @param wavelength  wavelength
 * @param positions   (frame, xyz) flat
 * @param defocus     focus to sample
 * @param goodFrames  frames to be used, ascending
 */
record ImportedScan(Stack stack, Optional<boolean[]> mask, double[] basis, double distance, double pixelSizeSs,
		double pixelSizeFs, double wavelength, double[] positions, Optional<Double> defocus, Optional<int[]> goodFrames) {
}
