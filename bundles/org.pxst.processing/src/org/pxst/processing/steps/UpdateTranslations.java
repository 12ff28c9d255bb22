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
	/** While translations still change by more than this they are searched for in a wide window. */
	private static final double WIDE_ABOVE = 0.1;
	private static final UpdateTranslations WIDE = new UpdateTranslations(3, 1);
	private static final UpdateTranslations FINE = new UpdateTranslations(1, 0.5);

	/** Checks the ranges. */
	public UpdateTranslations {
		if (half < 1 || !(step > 0))
			throw new IllegalArgumentException("window of " + half + " steps of " + step + " pixels to each side");
	}

	/**
	 * @param model     the model with the new translations, and with the map in the recorded positions' gauge
	 * @param rmsChange rms change of the translations over the frames that count, reference pixels
	 * @param error     mean error of the frames before (paper, equation 6)
	 */
	public record Update(ForwardModel model, double rmsChange, double error) {
	}

	/**
	 * What the main loop takes: 7 x 7 positions a pixel apart while the translations still change, then 3 x 3 half a pixel
	 * apart.
	 *
	 * @param lastChange rms change of the translations in the update before, reference pixels; infinite: there was none
	 */
	public static UpdateTranslations after(double lastChange) {
		return lastChange > WIDE_ABOVE ? WIDE : FINE;
	}

	/**
	 * Long work. To be called from one thread.
	 *
	 * @param scan      frames
	 * @param model     the model so far
	 * @param reference its reference image
	 * @param gauge     of the recorded positions
	 * @param monitor   for cancelling
	 * @throws org.pxst.core.CancelledException when cancelled
	 */
	public Update apply(ComputeScan scan, ForwardModel model, ReferenceImage reference, PositionGauge gauge,
			IMonitor monitor) {
		Update free = apply(scan, model, reference, monitor);
		PositionGauge.Fixed fixed = gauge.fix(free.model().translations(), model.map());
		return new Update(model.with(fixed.translations()).with(fixed.map()),
				rmsChange(scan.goodFrames(), model.translations(), fixed.translations()), free.error());
	}

	/**
	 * The same, but the gauge is left as it comes, and the map as it is.
	 *
	 * @param scan      frames
	 * @param model     the model so far
	 * @param reference its reference image
	 * @param monitor   for cancelling
	 * @throws org.pxst.core.CancelledException when cancelled
	 */
	public Update apply(ComputeScan scan, ForwardModel model, ReferenceImage reference, IMonitor monitor) {
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
		PixelTranslations found = new PixelTranslations(ss, fs);
		return new Update(model.with(found), rmsChange(scan.goodFrames(), old, found), before(scan.goodFrames(), errors, width));
	}

	/** Frames of which nothing is seen do not count; NaN when there is no other. */
	private double before(int[] frames, double[] errors, int width) {
		double sum = 0;
		int count = 0;
		for (int n : frames) {
			double error = errors[(n * width + half) * width + half];
			if (Double.isNaN(error))
				continue;
			sum += error;
			count++;
		}
		return sum / count;
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
