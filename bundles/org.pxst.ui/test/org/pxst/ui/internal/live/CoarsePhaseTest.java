// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.core.image.Image;
import org.pxst.core.initial.Defocus;
import org.pxst.core.map.PixelMap;
import org.pxst.core.phase.CalculatePhase;
import org.pxst.core.phase.Phase;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.processing.LoopScene;

class CoarsePhaseTest {
	private static final int ROWS = 300;
	private static final int COLUMNS = 420;
	private static final Roi ROI = new Roi(10, 290, 15, 405);
	/** Pixels that are not square. */
	private static final Geometry GEOMETRY = new Geometry(1.2, DistanceFrom.FOCUS, 60e-6, 50e-6, 1e-10, OptionalDouble.empty());
	private static final Defocus DEFOCUS = new Defocus(1e-3, 1e-3);
	private static final double DSS = 60e-6 / 1200;
	private static final double DFS = 50e-6 / 1200;

	private static LoopScene scene(Roi roi) {
		Mask all = Mask.allGood(ROWS, COLUMNS).within(roi);
		return new LoopScene(GEOMETRY, all, all, roi, new int[] { 0, 1, 2 }, DEFOCUS, 1.2, DSS, DFS,
				new PixelTranslations(new double[3], new double[3]));
	}

	/** Coma and a ripple that is some blocks wide. */
	private static PixelMap map() {
		double[] ss = new double[ROWS * COLUMNS];
		double[] fs = new double[ROWS * COLUMNS];
		for (int i = 0; i < ROWS; i++)
			for (int j = 0; j < COLUMNS; j++) {
				double y = (i - ROWS / 2.0) / ROWS;
				double x = (j - COLUMNS / 2.0) / COLUMNS;
				int p = i * COLUMNS + j;
				// the gradient, in the pixels' lengths, of 30 y (x^2 + y^2) + sin(12 x) cos(10 y)
				double dy = 30 * (x * x + 3 * y * y) - 10 * Math.sin(12 * x) * Math.sin(10 * y);
				double dx = 60 * x * y + 12 * Math.cos(12 * x) * Math.cos(10 * y);
				ss[p] = i - dy / (ROWS * 60e-6) / DSS * 1e-9;
				fs[p] = j - dx / (COLUMNS * 50e-6) / DFS * 1e-9;
			}
		return new PixelMap(ROWS, COLUMNS, ss, fs);
	}

	@Test
	void theCoarsePhaseIsTheFullOneWithinAFewPercent() {
		LoopScene scene = scene(ROI);
		Image whitefield = Image.constant(ROWS, COLUMNS, 100);
		double[] weights = new double[ROWS * COLUMNS];
		for (int p = 0; p < weights.length; p++)
			weights[p] = scene.area().good()[p] ? 100 : 0;
		Phase full = new CalculatePhase(GEOMETRY, DEFOCUS.mean(), DSS, DFS).apply(map().within(scene.area()), weights,
				new IMonitor.Stub()).phase();
		CoarsePhase coarse = new CoarsePhase(scene);
		Phase preview = coarse.of(map(), whitefield);
		BlockMeans blocks = coarse.blocks();
		assertTrue(blocks.smallRows() <= CoarsePhase.MOST && blocks.smallColumns() <= CoarsePhase.MOST);
		double[] expected = blocks.means(p -> full.values()[p]);
		double sum = 0;
		double size = 0;
		for (int q = 0; q < expected.length; q++) {
			sum += Math.pow(preview.values()[q] - expected[q], 2);
			size += expected[q] * expected[q];
		}
		assertTrue(size > 0);
		double difference = Math.sqrt(sum / size);
		assertTrue(difference < 0.03, "rms difference " + difference + " of the rms phase");
		assertEquals(full.rms(), preview.rms(), 0.03 * full.rms());
	}

	@Test
	void aSingleRowHasNoPhase() {
		assertFalse(new CoarsePhase(scene(new Roi(10, 11, 15, 405))).isPossible());
		assertTrue(new CoarsePhase(scene(ROI)).isPossible());
	}
}
