// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.refine.IrrotationalProjection;
import org.pxst.core.refine.OverRelaxation;
import org.pxst.core.refine.PixelMapSmoothing;
import org.pxst.core.scan.Mask;

/**
 * update_pixel_map (paper, section 4.2): grid search, quadratic refinement, filter with filling of bad pixels, optional
 * irrotational projection, clipping, over-relaxation.
 *
 * @param search        what is done for each pixel
 * @param grid          the pixels that it is done for; empty: all. When the pixels between are not interpolated only the
 *                      grid's change, and there is neither filter nor projection nor over-relaxation
 * @param filter        sigma of the filter, detector pixels, at least 0
 * @param fillBadPixels whether bad pixels take the map of those around them; false: they keep what they have
 * @param projection    makes the map the gradient of a potential; empty: the map may have a curl
 * @param clip          how far a component may move
 * @param relaxation    takes the smooth part of the step further, after clipping
 */
public record UpdatePixelMap(MapSearch search, Optional<SearchGrid> grid, double filter, boolean fillBadPixels,
		Optional<IrrotationalProjection> projection, Clip clip, OverRelaxation relaxation) {
	/**
	 * The over-relaxation of the main loop. The largest factor that was stable on all scans tried was 1.8; much above 2 the
	 * loop runs away.
	 */
	public static final OverRelaxation DEFAULT_RELAXATION = new OverRelaxation(1.7, 8);

	/** Trust in a pixel whose error surface has no minimum in all directions, against 1. */
	private static final double WEIGHT_WITHOUT_MINIMUM = 0.02;
	private static final OverRelaxation NO_RELAXATION = new OverRelaxation(1, 1);

	/**
	 * How far a component may move from where it was. (The 2020 suite limits the distance from the identity map, which
	 * astigmatism alone exceeds on a wide detector.)
	 *
	 * @param lowest  reference pixels
	 * @param highest reference pixels, not below lowest
	 */
	public record Clip(double lowest, double highest) {
		/** Farthest beyond the search window that the refinement and the filter may take a pixel, reference pixels. */
		private static final double MARGIN = 5;

		/** Checks the range. */
		public Clip {
			if (!(lowest <= highest))
				throw new IllegalArgumentException("clip from " + lowest + " to " + highest);
		}

		/** To both sides by at most so much, reference pixels, &gt; 0. */
		public static Clip within(double distance) {
			return new Clip(-distance, distance);
		}

		/** What fits a search: as far as its window, and a margin. */
		public static Clip of(MapSearch search) {
			return within(-Math.min(search.window().firstSs(), search.window().firstFs()) * search.step() + MARGIN);
		}

		private double apply(double value, double old) {
			return Math.max(old + lowest, Math.min(old + highest, value));
		}
	}

	/**
	 * All pixels, in whole pixels with refinement, bad pixels filled, no over-relaxation.
	 *
	 * @param window     shifts of the grid search; a single one: only the refinement
	 * @param filter     sigma of the filter, detector pixels, at least 0
	 * @param projection makes the map the gradient of a potential; empty: the map may have a curl
	 * @param clip       largest distance of a component from where it was, reference pixels, &gt; 0
	 */
	public UpdatePixelMap(SearchWindow window, double filter, Optional<IrrotationalProjection> projection, double clip) {
		this(new MapSearch(window), Optional.empty(), filter, true, projection, Clip.within(clip), NO_RELAXATION);
	}

	/**
	 * @param map       the new pixel map, finite on the whole frame
	 * @param onEdge    part of the pixels whose best shift is at the edge of the window: when it is large, the window is too
	 *                  small
	 * @param rmsChange rms change of the map over the pixels that count, reference pixels, before over-relaxation
	 * @param error     error of each pixel at its best shift in the grid search (paper, equation 4), shape (M, L); NaN where
	 *                  there was no search
	 */
	public record Update(PixelMap map, double onEdge, double rmsChange, Image error) {
	}

	/**
	 * Long work. To be called from one thread.
	 *
	 * @param scan      frames
	 * @param model     the model so far
	 * @param reference its reference image
	 * @param monitor   for cancelling
	 * @throws org.pxst.core.CancelledException   when cancelled
	 * @throws org.pxst.core.InvalidDataException when none of the grid's pixels is good
	 */
	public Update apply(ComputeScan scan, ForwardModel model, ReferenceImage reference, IMonitor monitor) {
		Mask wanted = grid.isPresent() ? grid.get().nodes(model.mask()) : model.mask();
		PixelMap old = model.map();
		MapSearch.Found found = search.find(scan, new ForwardModel(wanted, model.whitefield(), old, model.translations()),
				reference, Samples.ALL, monitor);
		boolean whole = grid.isEmpty() || grid.get().interpolate();
		PixelMap map = whole ? smoothed(model, wanted, found, monitor) : found.map();
		map = new PixelMap(old.rows(), old.columns(), clipped(map.ss(), old.ss()), clipped(map.fs(), old.fs()));
		return new Update(whole ? relaxation.apply(old, map, model.mask(), monitor) : map, found.onEdge(), rmsChange(model, map),
				new Image(old.rows(), old.columns(), found.error()));
	}

	/** What ties the pixels to each other. */
	private PixelMap smoothed(ForwardModel model, Mask wanted, MapSearch.Found found, IMonitor monitor) {
		PixelMap map = found.map();
		double[] weights = trust(wanted, found);
		if (grid.isPresent()) {
			boolean[] known = new boolean[weights.length];
			for (int p = 0; p < known.length; p++)
				known[p] = weights[p] == 1;
			map = grid.get().between(model.mask(), model.map(), map, known);
			for (int p = 0; p < weights.length; p++)
				weights[p] = model.mask().good()[p] ? 1 : 0;
		}
		map = new PixelMapSmoothing(filter).apply(map, weights, monitor);
		if (!fillBadPixels)
			map = onGoodPixels(model, map);
		return projection.isPresent() ? projection.get().apply(map, weights, monitor) : map;
	}

	private double[] trust(Mask wanted, MapSearch.Found found) {
		boolean searched = search.refine() || search.window().shifts() > 1;
		double[] weights = new double[found.curvature().length];
		for (int p = 0; p < weights.length; p++)
			if (search.refine() && !Double.isNaN(found.curvature()[p]))
				weights[p] = found.curvature()[p] > 0 ? 1 : WEIGHT_WITHOUT_MINIMUM;
			else if (!search.refine() && wanted.good()[p] && !(searched && Float.isNaN(found.error()[p])))
				weights[p] = 1;
		return weights;
	}

	private static PixelMap onGoodPixels(ForwardModel model, PixelMap map) {
		double[] ss = model.map().ss().clone();
		double[] fs = model.map().fs().clone();
		for (int p = 0; p < ss.length; p++)
			if (model.mask().good()[p]) {
				ss[p] = map.ss()[p];
				fs[p] = map.fs()[p];
			}
		return new PixelMap(map.rows(), map.columns(), ss, fs);
	}

	private double[] clipped(double[] values, double[] old) {
		double[] out = new double[values.length];
		for (int p = 0; p < out.length; p++)
			out[p] = clip.apply(values[p], old[p]);
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
