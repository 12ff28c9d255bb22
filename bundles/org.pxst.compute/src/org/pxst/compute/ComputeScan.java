// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import org.eclipse.january.IMonitor;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;

/**
 * The frames of one scan where the back end works on them, and the operations on all of them. Detector arrays have the
 * full frame's shape (M, L); per-frame arrays have as many entries as the scan has frames in all (N), NaN for those that
 * were not loaded. Not for use from several threads at once; each operation uses all cores by itself and gives the same
 * result on every run. Every operation stops within a second with {@link org.pxst.core.CancelledException} when its
 * monitor is cancelled.
 */
public interface ComputeScan extends AutoCloseable {
	/** Detector rows M. */
	int rows();

	/** Detector columns L. */
	int columns();

	/** Indices of the loaded frames, ascending. */
	int[] goodFrames();

	/**
	 * Leaves out all loaded frames but these.
	 *
	 * @param frames indices of loaded frames, ascending, at least one
	 */
	void retainFrames(int[] frames);

	/**
	 * Pixels whose intensity is finite in all frames that were opened, those included that are no longer retained, and
	 * not negative in more than half of them.
	 */
	Mask usablePixels();

	/** Mean intensity of each loaded frame over the pixels that count, N entries, NaN for the others. */
	double[] frameMeans(Mask mask);

	/** What make_mask judges a pixel by (paper, section 4.1). */
	PixelStatistics pixelStatistics(IMonitor monitor);

	/**
	 * The whitefield as the median over frames of each pixel (paper, equation 2); for an even number of frames the mean
	 * of the two middle values.
	 */
	Image makeWhitefield(IMonitor monitor);

	/**
	 * Frame n divided by the whitefield, minus the mean over frames of that; 0 where the mask is false. What is fixed on
	 * the detector drops out, what moves with the sample stays.
	 *
	 * @param n      index of a loaded frame
	 * @param target receives M * L values
	 */
	void contrast(int n, Image meanContrast, Image whitefield, Mask mask, float[] target);

	/** Mean over frames of frame / whitefield, 1 where the mask is false. */
	Image meanContrast(Image whitefield, Mask mask, IMonitor monitor);

	/**
	 * Merges the frames into the reference image (paper, equation 3):
	 * {@code Iref = sum_n W I[n] / sum_n W^2}, both sums deposited bilinearly at {@code u - d[n] + n0}. The offsets
	 * are such that the smallest coordinate is 0.
	 *
	 * @param model          mask, whitefield, pixel map and translations
	 * @param minimumOverlap values whose overlap is below this part of the mean squared whitefield are NaN, at least 0
	 * @throws org.pxst.core.InvalidDataException when the reference image would be absurdly large, or no pixel counts
	 */
	default ReferenceImage makeReference(ForwardModel model, double minimumOverlap, IMonitor monitor) {
		return makeReference(model, minimumOverlap, Samples.ALL, monitor);
	}

	/** The same from part of the samples; the threshold on the overlap is for all of them. */
	ReferenceImage makeReference(ForwardModel model, double minimumOverlap, Samples samples, IMonitor monitor);

	/**
	 * The grid search of update_pixel_map (paper, equation 4): for each pixel the whole-pixel shift of its map for which
	 * the reference image, taken at the nearest pixel (the farther one where two are as near), explains the pixel's intensities best,
	 * {@code sum_n (I - W Iref)^2 / sum_n (I - W)^2} over the frames that see a value of the reference image. Shifts that
	 * are seen by less than half as many frames as the best seen one do not count; of equal errors the smallest shift
	 * wins.
	 *
	 * @param model     the model
	 * @param reference the reference image
	 * @param window    shifts to try
	 */
	default PixelShifts searchPixelMap(ForwardModel model, ReferenceImage reference, SearchWindow window,
			IMonitor monitor) {
		return searchPixelMap(model, reference, window, Samples.ALL, monitor);
	}

	/** The same with part of the samples. */
	PixelShifts searchPixelMap(ForwardModel model, ReferenceImage reference, SearchWindow window, Samples samples,
			IMonitor monitor);

	/**
	 * The same search in steps of less than a pixel, with the reference image sampled bilinearly, over the frames that see
	 * a value for all shifts. Of equal errors the smallest shift wins.
	 *
	 * @param window shifts to try, in steps
	 * @param step   reference pixels, 1/64 .. 1
	 * @return the best shifts, in steps
	 */
	PixelShifts searchPixelMapBetweenPixels(ForwardModel model, ReferenceImage reference, SearchWindow window,
			double step, Samples samples, IMonitor monitor);

	/**
	 * The error of each pixel for the nine shifts of its map by -step, 0, step along both axes, with the reference image
	 * sampled bilinearly: what the quadratic refinement of update_pixel_map fits (paper, section 4.2). Over the frames
	 * that see a value for all nine shifts, so that the nine errors are comparable.
	 *
	 * @param step reference pixels, &gt; 0
	 * @return (M * L, 9) flat, index 3 a + b for shift ((a - 1) step, (b - 1) step); NaN where it is unknown
	 */
	default float[] pixelMapErrors(ForwardModel model, ReferenceImage reference, double step, IMonitor monitor) {
		return pixelMapErrors(model, reference, step, Samples.ALL, monitor);
	}

	/** The same with part of the samples. */
	float[] pixelMapErrors(ForwardModel model, ReferenceImage reference, double step, Samples samples,
			IMonitor monitor);

	/**
	 * The error of each frame for a grid of shifts of its translation, with the reference image sampled bilinearly (paper,
	 * equation 6): {@code sum_ij (I - W Iref)^2 / sum_ij (I - W)^2} over pixels that see a value for all shifts.
	 *
	 * @param half number of steps on each side of 0, at least 1
	 * @param step reference pixels, &gt; 0
	 * @return (N, 2 half + 1, 2 half + 1) flat; NaN for frames that are not loaded and where nothing is seen
	 */
	double[] translationErrors(ForwardModel model, ReferenceImage reference, int half, double step, IMonitor monitor);

	/**
	 * The least-squares whitefield for the other parts of the model, {@code W = sum_n I Iref / sum_n Iref^2}; the old
	 * value where fewer than half of the frames see the reference image.
	 */
	Image fitWhitefield(ForwardModel model, ReferenceImage reference, IMonitor monitor);

	/**
	 * How far the model is from one frame: {@code I - W Iref}, NaN where the mask is false or the reference image has no
	 * value.
	 *
	 * @param n      index of a loaded frame
	 * @param target receives M * L values
	 */
	void residual(int n, ForwardModel model, ReferenceImage reference, float[] target);

	/** The errors of the model (paper, equations 7 to 10). */
	ModelErrors calcError(ForwardModel model, ReferenceImage reference, IMonitor monitor);

	@Override
	void close();
}
