// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.refine.IrrotationalProjection;
import org.pxst.core.refine.PixelMapSmoothing;

/**
 * update_pixel_map (paper, section 4.2): grid search, quadratic refinement, filter with filling of bad pixels, optional
 * irrotational projection, clipping.
 *
 * @param window     shifts of the grid search; a single one: only the refinement
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
		MapSearch.Found found = new MapSearch(window).find(scan, model, reference, Samples.ALL, monitor);
		double[] weights = trust(found.curvature());
		PixelMap map = new PixelMapSmoothing(filter).apply(found.map(), weights);
		if (projection.isPresent())
			map = projection.get().apply(map, weights, monitor);
		map = new PixelMap(old.rows(), old.columns(), clipped(map.ss(), old.ss()), clipped(map.fs(), old.fs()));
		return new Update(map, found.onEdge(), rmsChange(model, map));
	}

	private static double[] trust(double[] curvature) {
		double[] weights = new double[curvature.length];
		for (int p = 0; p < weights.length; p++)
			if (!Double.isNaN(curvature[p]))
				weights[p] = curvature[p] > 0 ? 1 : WEIGHT_WITHOUT_MINIMUM;
		return weights;
	}

	private double[] clipped(double[] values, double[] old) {
		double[] out = new double[values.length];
		for (int p = 0; p < out.length; p++)
			out[p] = Math.max(old[p] - clip, Math.min(old[p] + clip, values[p]));
		return out;
	}

	private static double rmsChange(ForwardModel model, PixelMap map) {
		// added up row by row, so that the sum does not depend on which thread did what
		double[] ofRows = new double[map.rows()];
		IntStream.range(0, map.rows()).parallel().forEach(i -> {
			for (int p = i * map.columns(); p < (i + 1) * map.columns(); p++)
				if (model.mask().good()[p]) {
					double a = map.ss()[p] - model.map().ss()[p];
					double b = map.fs()[p] - model.map().fs()[p];
					ofRows[i] += a * a + b * b;
				}
		});
		double sum = 0;
		for (double ofRow : ofRows)
			sum += ofRow;
		return Math.sqrt(sum / model.mask().count());
	}
}
