// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.List;
import java.util.Optional;

import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.phase.Phase;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.processing.Iteration;
import org.pxst.processing.LoopHistory;
import org.pxst.processing.LoopLeg;
import org.pxst.processing.LoopMemory;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.ReconstructionResult;

/** A small result: 4 frames of 3 x 5 pixels, frame 2 not used, pixel (0, 0) bad, a reference image of 6 x 7. */
final class SampleResult {
	static final int ROWS = 3;
	static final int COLUMNS = 5;

	private SampleResult() {
	}

	static ReconstructionResult create(boolean cancelled) {
		double nan = Double.NaN;
		boolean[] good = Mask.allGood(ROWS, COLUMNS).good();
		good[0] = false;
		double[] map = ramp(ROWS * COLUMNS, 10);
		double[] phase = ramp(ROWS * COLUMNS, -7);
		map[0] = nan;
		phase[0] = nan;
		return new ReconstructionResult(new Mask(ROWS, COLUMNS, good), Image.constant(ROWS, COLUMNS, 900),
				new Roi(0, 3, 1, 5), new int[] { 0, 1, 2, 3 }, new int[] { 0, 1, 3 }, 2e-3, 1e-3, 1.0, 1e-7, 2e-7,
				new PixelMap(ROWS, COLUMNS, map, ramp(ROWS * COLUMNS, 20)),
				new PixelTranslations(new double[] { 1, 2, 3, 4 }, new double[] { 5, 6, 7, 8 }),
				new PixelTranslations(new double[] { 1.5, 2.5, nan, 4.5 }, new double[] { 5.5, 6.5, nan, 8.5 }),
				new ReferenceImage(Image.constant(6, 7, 1), Image.constant(6, 7, 2), 3.25, 4.5), 0.125,
				new double[] { 0.1, 0.2, nan, 0.3 }, Image.constant(ROWS, COLUMNS, 0.5f), Image.constant(6, 7, 0.25f),
				new double[] { 1, 1.01, nan, 0.99 },
				new Phase(ROWS, COLUMNS, phase, ramp(ROWS * COLUMNS, 0), ramp(ROWS * COLUMNS, 1)),
				List.of(new Iteration(1, 0.5, 0.4, 0.3, 9, 11, 4, 0.01), new Iteration(2, 0.125, 0.1, 0.05, 5, 7, 1, 0.01)),
				new LoopMemory(2, 1, 2, 0.125, 0, 0.05),
				new LoopHistory(Optional.empty(), List.of(new LoopLeg(LoopSettings.defaults(), 2))), cancelled, "Java, 2 threads");
	}

	private static double[] ramp(int length, double first) {
		double[] values = new double[length];
		for (int k = 0; k < length; k++)
			values[k] = first + k;
		return values;
	}
}
