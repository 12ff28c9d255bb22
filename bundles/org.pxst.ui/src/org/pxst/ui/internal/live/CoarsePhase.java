// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import org.eclipse.january.IMonitor;
import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.phase.CalculatePhase;
import org.pxst.core.phase.Phase;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.processing.LoopScene;

/**
 * The phase that a pixel map amounts to, integrated on a coarse grid so that it takes milliseconds: a preview for the eye. Each
 * coarse pixel has the mean slope of its block, so aberrations that are smooth over a block come out as in the result, and finer
 * ones are smoothed. As in the result piston, tilt and defocus are taken off. The result itself is integrated from all pixels.
 */
final class CoarsePhase {
	/** Pixels of the coarse grid along either axis at most. */
	static final int MOST = 96;

	private final LoopScene scene;
	private final BlockMeans blocks;

	CoarsePhase(LoopScene scene) {
		this.scene = scene;
		blocks = BlockMeans.of(scene.roi(), scene.area().columns(), MOST);
	}

	/** Blocks of the coarse grid, in the region of interest. */
	BlockMeans blocks() {
		return blocks;
	}

	/** Whether there are enough pixels to integrate over. */
	boolean isPossible() {
		return blocks.smallRows() > 1 && blocks.smallColumns() > 1;
	}

	/**
	 * Integrates.
	 *
	 * @param map        shape (M, L)
	 * @param whitefield shape (M, L), the trust in each pixel
	 * @return shape of {@link #blocks()}, NaN where the map is not known
	 */
	Phase of(PixelMap map, Image whitefield) {
		Mask area = scene.area();
		int columns = area.columns();
		double[] shiftSs = blocks.means(p -> area.good()[p] ? p / columns - map.ss()[p] : Double.NaN);
		double[] shiftFs = blocks.means(p -> area.good()[p] ? p % columns - map.fs()[p] : Double.NaN);
		double[] weights = blocks.means(p -> area.good()[p] ? Math.max(whitefield.values()[p], Float.MIN_NORMAL) : 0);
		int across = blocks.smallColumns();
		// the slope (i - u) d of a block is that of its coarse pixel, and the detector's pixel is as large as the block
		for (int q = 0; q < shiftSs.length; q++) {
			shiftSs[q] = q / across - shiftSs[q];
			shiftFs[q] = q % across - shiftFs[q];
		}
		Geometry fine = scene.geometry();
		Geometry coarse = new Geometry(fine.distance(), fine.distanceFrom(), fine.pixelSizeSs() * blocks.stepSs(),
				fine.pixelSizeFs() * blocks.stepFs(), fine.wavelength(), fine.defocusStart());
		return new CalculatePhase(coarse, scene.defocus().mean(), scene.dss(), scene.dfs())
				.apply(new PixelMap(blocks.smallRows(), across, shiftSs, shiftFs), weights, new IMonitor.Stub()).phase();
	}
}
