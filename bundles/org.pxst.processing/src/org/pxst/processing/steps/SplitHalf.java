// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;


import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.numerics.RobustSpread;

/**
 * split_half_recon (paper, section 5.4): the noise of the pixel map, from the data alone. Each sample (a pixel in a frame)
 * goes into one of two halves at random; each half updates the same map by grid search and quadratic refinement, without any
 * filter; what the two maps differ by is noise.
 * <p>
 * Deviations from the 2020 suite, on purpose: each half has a reference image of its own unless asked otherwise, since one
 * from all samples has both halves' noise in it and makes them look alike; the choice of the samples can be repeated; pixels
 * without a minimum do not count, instead of being counted with what was left in memory; the width is that of the middle
 * of the distribution, which a few stray pixels do not change.
 *
 * @param window         shifts of the grid search around the map; with a single one there is only the refinement
 * @param ownReferences  whether each half has a reference image of its own; false: that of all samples
 * @param minimumOverlap values of the reference image of all samples with an overlap below this part of the mean squared
 *                       whitefield are left out, at least 0; of those of the halves at half of that
 * @param seed           of the choice of the halves
 */
public record SplitHalf(SearchWindow window, boolean ownReferences, double minimumOverlap, int seed) {
	/** Checks the range. */
	public SplitHalf {
		if (!(minimumOverlap >= 0))
			throw new IllegalArgumentException("minimum overlap " + minimumOverlap);
	}

	/**
	 * What the halves differ by. Each has half of the samples and so twice the variance of the whole map, and the difference
	 * has that of both: its sigma is twice that of the whole map.
	 *
	 * @param differenceSs map of the first half minus that of the second along the slow scan axis, reference pixels, shape
	 *                     (M, L); NaN where not both halves have a minimum
	 * @param differenceFs the same along the fast scan axis
	 * @param sigmaSs      robust standard deviation of the difference along the slow scan axis, reference pixels
	 * @param sigmaFs      the same along the fast scan axis
	 * @param pixels       number of pixels that have a difference
	 * @param unknown      number of pixels of the model's mask that have none
	 */
	public record Result(Image differenceSs, Image differenceFs, double sigmaSs, double sigmaFs, int pixels,
			int unknown) {
		/** Standard deviation of the map of all samples along the slow scan axis, reference pixels, before any filter. */
		public double mapSigmaSs() {
			return sigmaSs / 2;
		}

		/** Standard deviation of the map of all samples along the fast scan axis, reference pixels, before any filter. */
		public double mapSigmaFs() {
			return sigmaFs / 2;
		}

		/**
		 * The same as ray angles.
		 *
		 * @param dss   reference pixel along the slow scan axis, m
		 * @param dfs   reference pixel along the fast scan axis, m
		 * @param lever sample to detector, m: u is where the ray passes the sample, seen from where it hits the detector
		 */
		public Angles angles(double dss, double dfs, double lever) {
			if (!(dss > 0) || !(dfs > 0) || !(lever > 0))
				throw new IllegalArgumentException("reference pixels of " + dss + " and " + dfs + " m, lever of " + lever + " m");
			return new Angles(sigmaSs * dss / lever, sigmaFs * dfs / lever);
		}
	}

	/**
	 * What the halves differ by as ray angles, {@code sigma dss / lever} (paper, section 5.4).
	 *
	 * @param sigmaSs robust standard deviation of the difference along the slow scan axis, rad
	 * @param sigmaFs the same along the fast scan axis
	 */
	public record Angles(double sigmaSs, double sigmaFs) {
		private static final double NANO = 1e9;

		/** Standard deviation of the ray angle from all samples along the slow scan axis, before any filter, nrad. */
		public double mapNanoradSs() {
			return sigmaSs / 2 * NANO;
		}

		/** Standard deviation of the ray angle from all samples along the fast scan axis, before any filter, nrad. */
		public double mapNanoradFs() {
			return sigmaFs / 2 * NANO;
		}
	}

	/**
	 * Compares the halves. Long work: as much as an update of the pixel map. To be called from one thread.
	 *
	 * @param scan    frames
	 * @param model   the model to start from, best the result of a reconstruction
	 * @param monitor for cancelling
	 * @throws org.pxst.core.CancelledException when cancelled
	 * @throws InvalidDataException             when no pixel has a minimum in both halves
	 */
	public Result apply(ComputeScan scan, ForwardModel model, IMonitor monitor) {
		MapSearch.Found first = half(1, scan, model, monitor);
		MapSearch.Found second = half(2, scan, model, monitor);
		int rows = model.map().rows();
		int columns = model.map().columns();
		float[] ss = new float[rows * columns];
		float[] fs = new float[rows * columns];
		int pixels = 0;
		for (int p = 0; p < ss.length; p++) {
			boolean both = first.curvature()[p] > 0 && second.curvature()[p] > 0;
			ss[p] = both ? (float) (first.map().ss()[p] - second.map().ss()[p]) : Float.NaN;
			fs[p] = both ? (float) (first.map().fs()[p] - second.map().fs()[p]) : Float.NaN;
			if (both)
				pixels++;
		}
		int counted = model.mask().count();
		if (pixels == 0)
			throw new InvalidDataException("none of " + counted + " pixels of " + rows + " x " + columns
					+ " has a minimum of the error in both halves of the samples; take more frames, or reconstruct first");
		return new Result(new Image(rows, columns, ss), new Image(rows, columns, fs), sigma(ss, pixels),
				sigma(fs, pixels), pixels, counted - pixels);
	}

	private MapSearch.Found half(int part, ComputeScan scan, ForwardModel model, IMonitor monitor) {
		Samples samples = Samples.half(part, seed);
		ReferenceImage reference = ownReferences ? scan.makeReference(model, minimumOverlap / 2, samples, monitor)
				: scan.makeReference(model, minimumOverlap, monitor);
		return new MapSearch(window).find(scan, model, reference, samples, monitor);
	}

	private static double sigma(float[] differences, int count) {
		float[] known = new float[count];
		int n = 0;
		for (float difference : differences)
			if (!Float.isNaN(difference))
				known[n++] = difference;
		return RobustSpread.of(known, count).sigma();
	}
}
