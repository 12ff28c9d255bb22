// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.Arrays;
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
 * @param window   shifts of the grid search, in steps; with a single one there is no grid search
 * @param step     of the grid search, reference pixels, 1/64 .. 1; 1 unless subpixel
 * @param subpixel whether the grid search samples the reference image bilinearly, instead of taking the nearest pixel
 * @param refine   whether the quadratic refinement follows
 */
public record MapSearch(SearchWindow window, double step, boolean subpixel, boolean refine) {
	private static final double SMALLEST_STEP = 1.0 / 64;

	/** Checks the range. */
	public MapSearch {
		if (!(step >= SMALLEST_STEP) || !(step <= 1) || !subpixel && step != 1)
			throw new IllegalArgumentException("step of " + step + " pixels, must be 1, or 1/64 .. 1 for sub-pixels");
	}

	/** In whole pixels, with refinement. */
	public MapSearch(SearchWindow window) {
		this(window, 1, false, true);
	}

	/**
	 * @param map       the new map
	 * @param curvature smaller principal curvature of the error at the minimum, per reference pixel squared, flat (ss, fs);
	 *                  0 where there is a minimum in one direction at most, NaN where the error is not known and the map
	 *                  is that of the grid search; all NaN without refinement
	 * @param error     error at the best shift of the grid search, without one at the map as it was; NaN where it is not known
	 * @param onEdge    part of the pixels whose best shift is at the edge of the window
	 */
	record Found(PixelMap map, double[] curvature, float[] error, double onEdge) {
	}

	/**
	 * @param samples that take part
	 * @param monitor for cancelling
	 * @throws org.pxst.core.CancelledException when cancelled
	 */
	Found find(ComputeScan scan, ForwardModel model, ReferenceImage reference, Samples samples, IMonitor monitor) {
		PixelMap old = model.map();
		PixelMap coarse = copy(old);
		float[] error = new float[old.ss().length];
		Arrays.fill(error, Float.NaN);
		double onEdge = search(scan, model, reference, samples, coarse, error, monitor);
		if (!refine) {
			double[] unknown = new double[error.length];
			Arrays.fill(unknown, Double.NaN);
			return new Found(coarse, unknown, error, onEdge);
		}
		PixelMap fine = copy(coarse);
		float[] errors = scan.pixelMapErrors(model.with(coarse), reference, 1, samples, monitor);
		double[] curvature = refined(model, errors, fine);
		if (window.shifts() == 1)
			for (int p = 0; p < error.length; p++)
				error[p] = model.mask().good()[p] ? errors[9 * p + 4] : Float.NaN;
		return new Found(fine, curvature, error, onEdge);
	}

	private static PixelMap copy(PixelMap map) {
		return new PixelMap(map.rows(), map.columns(), map.ss().clone(), map.fs().clone());
	}

	private double search(ComputeScan scan, ForwardModel model, ReferenceImage reference, Samples samples, PixelMap map,
			float[] error, IMonitor monitor) {
		if (window.shifts() == 1)
			return 0;
		PixelShifts shifts = subpixel ? scan.searchPixelMapBetweenPixels(model, reference, window, step, samples, monitor)
				: scan.searchPixelMap(model, reference, window, samples, monitor);
		LongAdder found = new LongAdder();
		LongAdder onEdge = new LongAdder();
		IntStream.range(0, map.rows()).parallel().forEach(i -> {
			int foundInRow = 0;
			int onEdgeInRow = 0;
			for (int p = i * map.columns(); p < (i + 1) * map.columns(); p++) {
				error[p] = shifts.error()[p];
				if (Float.isNaN(shifts.error()[p]))
					continue;
				map.ss()[p] += step * shifts.ss()[p];
				map.fs()[p] += step * shifts.fs()[p];
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
	private static double[] refined(ForwardModel model, float[] errors, PixelMap map) {
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
