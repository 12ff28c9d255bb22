// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.refine.PositionGauge;
import org.pxst.core.refine.QuadraticRefinement;
import org.pxst.core.scan.PixelTranslations;

/**
 * update_translations (paper, section 4.3): for each frame the shift of its position for which the reference image explains
 * it best, by grid search and quadratic refinement; then the gauge is fixed.
 * <p>
 * Deviations from the 2020 suite, on purpose: the search has a window, as in the paper; only minima are accepted; what the
 * model leaves free does not drift ({@link PositionGauge}).
 *
 * @param half number of steps on each side, at least 1
 * @param step reference pixels, &gt; 0
 */
public record UpdateTranslations(int half, double step) {
	/**
	 * @param model     the model with the new translations, and with the map in the recorded positions' gauge
	 * @param rmsChange rms change of the translations over the frames that count, reference pixels
	 */
	public record Update(ForwardModel model, double rmsChange) {
	}

	/**
	 * @param scan      frames
	 * @param model     the model so far
	 * @param reference its reference image
	 * @param gauge     of the recorded positions
	 * @param monitor   for cancelling
	 * @throws org.pxst.core.CancelledException when cancelled
	 */
	public Update apply(ComputeScan scan, ForwardModel model, ReferenceImage reference, PositionGauge gauge,
			IMonitor monitor) {
		double[] errors = scan.translationErrors(model, reference, half, step, monitor);
		PixelTranslations old = model.translations();
		double[] ss = old.ss().clone();
		double[] fs = old.fs().clone();
		int width = 2 * half + 1;
		for (int n : scan.goodFrames()) {
			QuadraticRefinement.Shift shift = best(errors, n * width * width, width);
			ss[n] += step * shift.ss();
			fs[n] += step * shift.fs();
		}
		PositionGauge.Fixed fixed = gauge.fix(new PixelTranslations(ss, fs), model.map());
		return new Update(model.with(fixed.translations()).with(fixed.map()),
				rmsChange(scan.goodFrames(), old, fixed.translations()));
	}

	/** Minimum of the error, in steps from the middle. */
	private QuadraticRefinement.Shift best(double[] errors, int offset, int width) {
		int best = half * width + half;
		for (int c = 0; c < width * width; c++)
			if (errors[offset + c] < errors[offset + best])
				best = c;
		// the nine points around it must lie inside the grid
		int row = Math.min(width - 2, Math.max(1, best / width));
		int column = Math.min(width - 2, Math.max(1, best % width));
		double[] nine = new double[9];
		for (int a = 0; a < 3; a++)
			for (int b = 0; b < 3; b++)
				nine[3 * a + b] = errors[offset + (row - 1 + a) * width + column - 1 + b];
		QuadraticRefinement.Shift fine = new QuadraticRefinement().minimum(nine, 0);
		return new QuadraticRefinement.Shift(row - half + fine.ss(), column - half + fine.fs(), fine.curvature());
	}

	private static double rmsChange(int[] frames, PixelTranslations a, PixelTranslations b) {
		double sum = 0;
		for (int n : frames)
			sum += Math.pow(a.ss()[n] - b.ss()[n], 2) + Math.pow(a.fs()[n] - b.fs()[n], 2);
		return Math.sqrt(sum / frames.length);
	}
}
