// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;


import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.SearchWindow;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.numerics.RobustSpread;
import org.pxst.core.scan.Mask;

/**
 * The search window of update_pixel_map when nobody gives one, from the error landscape: a grid of 16 x 16 pixels is searched
 * in a window of 101 x 101, and along each axis the window reaches as far as the best shifts do, {@code |median| + 3 sigma}
 * and one pixel more, at most 50 pixels to each side. sigma is 1.48 times the median distance from the median, which single
 * pixels that match a wrong place do not change, and half a pixel more, since the shifts are whole pixels; so the smallest
 * window is 9 x 9. (The 2020 suite takes 100 pixels of a 10 x 10 grid, the standard deviation, and 2 of it.)
 */
public final class AutomaticWindow {
	private static final SearchGrid GRID = new SearchGrid(16, 16, false);
	private static final int LARGEST_HALF = 50;
	private static final double SIGMAS = 3;
	/** What a median distance of whole pixels may be too small by. */
	private static final double ROUNDING = 0.5;

	/**
	 * Long work. To be called from one thread.
	 *
	 * @param scan      frames
	 * @param model     the model so far
	 * @param reference its reference image
	 * @param monitor   for cancelling
	 * @return symmetric
	 * @throws org.pxst.core.CancelledException   when cancelled
	 * @throws org.pxst.core.InvalidDataException when none of the grid's pixels is good
	 */
	public SearchWindow of(ComputeScan scan, ForwardModel model, ReferenceImage reference, IMonitor monitor) {
		Mask nodes = GRID.nodes(model.mask());
		PixelShifts shifts = scan.searchPixelMap(
				new ForwardModel(nodes, model.whitefield(), model.map(), model.translations()), reference,
				SearchWindow.around(LARGEST_HALF, LARGEST_HALF), monitor);
		return SearchWindow.around(half(shifts.ss(), shifts.error()), half(shifts.fs(), shifts.error()));
	}

	private static int half(byte[] shifts, float[] errors) {
		float[] known = new float[shifts.length];
		int count = 0;
		for (int p = 0; p < shifts.length; p++)
			if (!Float.isNaN(errors[p]))
				known[count++] = shifts[p];
		if (count == 0)
			return LARGEST_HALF;
		RobustSpread spread = RobustSpread.of(known, count);
		double sigma = new RobustSpread(spread.median(), spread.distance() + ROUNDING).sigma();
		int reach = (int) Math.ceil(Math.abs(spread.median()) + SIGMAS * sigma) + 1;
		return Math.min(LARGEST_HALF, reach);
	}
}
