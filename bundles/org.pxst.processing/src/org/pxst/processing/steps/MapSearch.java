// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.refine.QuadraticRefinement;

/**
 * Moves each pixel's map to where its error is least (paper, section 4.2): grid search and quadratic refinement, nothing
 * that ties a pixel to its neighbours.
 *
 * @param window shifts of the grid search; with a single one there is only the refinement
 */
record MapSearch(SearchWindow window) {
	/**
	 * @param map       the new map
	 * @param curvature smaller principal curvature of the error at the minimum, per reference pixel squared, flat (ss, fs);
	 *                  0 where there is a minimum in one direction at most, NaN where the error is not known and the map
	 *                  is that of the grid search
	 * @param onEdge    part of the pixels whose best shift is at the edge of the window
	 */
	record Found(PixelMap map, double[] curvature, double onEdge) {
	}

	/**
	 * @param samples that take part
	 * @param monitor for cancelling
	 * @throws org.pxst.core.CancelledException when cancelled
	 */
	Found find(ComputeScan scan, ForwardModel model, ReferenceImage reference, Samples samples, IMonitor monitor) {
		PixelMap old = model.map();
		PixelMap coarse = new PixelMap(old.rows(), old.columns(), old.ss().clone(), old.fs().clone());
		double onEdge = search(scan, model, reference, samples, coarse, monitor);
		PixelMap fine = new PixelMap(old.rows(), old.columns(), coarse.ss().clone(), coarse.fs().clone());
		float[] errors = scan.pixelMapErrors(model.with(coarse), reference, 1, samples, monitor);
		return new Found(fine, refine(model, errors, fine), onEdge);
	}

	private double search(ComputeScan scan, ForwardModel model, ReferenceImage reference, Samples samples, PixelMap map,
			IMonitor monitor) {
		if (window.shifts() == 1)
			return 0;
		PixelShifts shifts = scan.searchPixelMap(model, reference, window, samples, monitor);
		LongAdder found = new LongAdder();
		LongAdder onEdge = new LongAdder();
		IntStream.range(0, map.rows()).parallel().forEach(i -> {
			int foundInRow = 0;
			int onEdgeInRow = 0;
			for (int p = i * map.columns(); p < (i + 1) * map.columns(); p++) {
				if (Float.isNaN(shifts.error()[p]))
					continue;
				map.ss()[p] += shifts.ss()[p];
				map.fs()[p] += shifts.fs()[p];
				foundInRow++;
				if (window.isOnEdge(shifts.ss()[p], shifts.fs()[p]))
					onEdgeInRow++;
			}
			found.add(foundInRow);
			onEdge.add(onEdgeInRow);
		});
		return found.sum() == 0 ? 0 : (double) onEdge.sum() / found.sum();
	}

	/** Moves each pixel's map to the minimum of its error surface; returns the curvatures. */
	private static double[] refine(ForwardModel model, float[] errors, PixelMap map) {
		QuadraticRefinement refinement = new QuadraticRefinement();
		double[] curvature = new double[map.ss().length];
		IntStream.range(0, map.rows()).parallel().forEach(i -> {
			double[] nine = new double[9];
			for (int p = i * map.columns(); p < (i + 1) * map.columns(); p++) {
				if (!model.mask().good()[p] || Float.isNaN(errors[9 * p + 4])) {
					curvature[p] = Double.NaN;
					continue;
				}
				for (int k = 0; k < 9; k++)
					nine[k] = errors[9 * p + k];
				QuadraticRefinement.Shift shift = refinement.minimum(nine, 0);
				map.ss()[p] += shift.ss();
				map.fs()[p] += shift.fs();
				curvature[p] = shift.curvature();
			}
		});
		return curvature;
	}
}
