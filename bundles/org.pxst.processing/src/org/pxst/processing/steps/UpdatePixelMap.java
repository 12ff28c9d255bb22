// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.SearchWindow;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.refine.IrrotationalProjection;
import org.pxst.core.refine.PixelMapSmoothing;
import org.pxst.core.refine.QuadraticRefinement;

/**
 * update_pixel_map (paper, section 4.2): grid search, quadratic refinement, filter with filling of bad pixels, optional
 * irrotational projection, clipping.
 *
 * @param window     shifts of the grid search; 0 by 0: only the refinement
 * @param filter     sigma of the filter, detector pixels, at least 0
 * @param projection makes the map the gradient of a potential; empty: the map may have a curl
 * @param clip       largest distance of a component from where it was, reference pixels, &gt; 0. (The 2020 suite limits
 *                   the distance from the identity map, which astigmatism alone exceeds on a wide detector.)
 */
public record UpdatePixelMap(SearchWindow window, double filter, Optional<IrrotationalProjection> projection,
		double clip) {
	/** Trust in a pixel whose error surface has no minimum in all directions, against 1. */
	private static final double WEIGHT_WITHOUT_MINIMUM = 0.02;

	/**
	 * @param map       the new pixel map, finite on the whole frame
	 * @param onEdge    part of the pixels whose best shift is at the edge of the window: when it is large, the window is too
	 *                  small
	 * @param rmsChange rms change of the map over the pixels that count, reference pixels
	 */
	public record Update(PixelMap map, double onEdge, double rmsChange) {
	}

	/**
	 * @param scan      frames
	 * @param model     the model so far
	 * @param reference its reference image
	 * @param monitor   for cancelling
	 * @throws org.pxst.core.CancelledException when cancelled
	 */
	public Update apply(ComputeScan scan, ForwardModel model, ReferenceImage reference, IMonitor monitor) {
		PixelMap old = model.map();
		double[] ss = old.ss().clone();
		double[] fs = old.fs().clone();
		double onEdge = search(scan, model, reference, ss, fs, monitor);
		double[] weights = refine(scan, model.with(new PixelMap(old.rows(), old.columns(), ss.clone(), fs.clone())),
				reference, ss, fs, monitor);
		PixelMap map = new PixelMapSmoothing(filter).apply(new PixelMap(old.rows(), old.columns(), ss, fs), weights);
		if (projection.isPresent())
			map = projection.get().apply(map, weights, monitor);
		map = new PixelMap(old.rows(), old.columns(), clipped(map.ss(), old.ss()), clipped(map.fs(), old.fs()));
		return new Update(map, onEdge, rmsChange(model, map));
	}

	private double search(ComputeScan scan, ForwardModel model, ReferenceImage reference, double[] ss, double[] fs,
			IMonitor monitor) {
		if (window.halfSs() == 0 && window.halfFs() == 0)
			return 0;
		PixelShifts shifts = scan.searchPixelMap(model, reference, window, monitor);
		int found = 0;
		int onEdge = 0;
		for (int p = 0; p < ss.length; p++) {
			if (Float.isNaN(shifts.error()[p]))
				continue;
			ss[p] += shifts.ss()[p];
			fs[p] += shifts.fs()[p];
			found++;
			if (Math.abs(shifts.ss()[p]) == window.halfSs() || Math.abs(shifts.fs()[p]) == window.halfFs())
				onEdge++;
		}
		return found == 0 ? 0 : (double) onEdge / found;
	}

	/** Moves each pixel's map to the minimum of its error surface; returns the trust in each pixel. */
	private double[] refine(ComputeScan scan, ForwardModel model, ReferenceImage reference, double[] ss, double[] fs,
			IMonitor monitor) {
		float[] errors = scan.pixelMapErrors(model, reference, 1, monitor);
		QuadraticRefinement refinement = new QuadraticRefinement();
		double[] weights = new double[ss.length];
		double[] nine = new double[9];
		for (int p = 0; p < ss.length; p++) {
			if (!model.mask().good()[p] || Float.isNaN(errors[9 * p + 4]))
				continue;
			for (int k = 0; k < 9; k++)
				nine[k] = errors[9 * p + k];
			QuadraticRefinement.Shift shift = refinement.minimum(nine, 0);
			ss[p] += shift.ss();
			fs[p] += shift.fs();
			weights[p] = shift.curvature() > 0 ? 1 : WEIGHT_WITHOUT_MINIMUM;
		}
		return weights;
	}

	private double[] clipped(double[] values, double[] old) {
		double[] out = new double[values.length];
		for (int p = 0; p < out.length; p++)
			out[p] = Math.max(old[p] - clip, Math.min(old[p] + clip, values[p]));
		return out;
	}

	private static double rmsChange(ForwardModel model, PixelMap map) {
		double sum = 0;
		int count = 0;
		for (int p = 0; p < map.ss().length; p++)
			if (model.mask().good()[p]) {
				double a = map.ss()[p] - model.map().ss()[p];
				double b = map.fs()[p] - model.map().fs()[p];
				sum += a * a + b * b;
				count++;
			}
		return Math.sqrt(sum / count);
	}
}
