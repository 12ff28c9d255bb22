// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ModelErrors;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.PixelStatistics;
import org.pxst.compute.SearchWindow;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;

/** A scan in the Java heap. */
final class JavaComputeScan implements ComputeScan {
	private LoadedFrames frames;

	JavaComputeScan(LoadedFrames frames) {
		this.frames = frames;
	}

	private LoadedFrames open() {
		if (frames == null)
			throw new IllegalStateException("the scan is closed");
		return frames;
	}

	@Override
	public int rows() {
		return open().rows();
	}

	@Override
	public int columns() {
		return open().columns();
	}

	@Override
	public int[] goodFrames() {
		return open().index().clone();
	}

	@Override
	public void retainFrames(int[] retained) {
		frames = open().retain(retained);
	}

	@Override
	public Mask usablePixels() {
		return open().usable();
	}

	@Override
	public double[] frameMeans(Mask mask) {
		double[] means = new double[open().total()];
		Arrays.fill(means, Double.NaN);
		GoodPixels pixels = GoodPixels.of(mask);
		for (int k = 0; k < frames.count(); k++) {
			double sum = 0;
			for (int p : pixels.index())
				sum += frames.intensities()[k][p];
			means[frames.index()[k]] = sum / pixels.count();
		}
		return means;
	}

	@Override
	public PixelStatistics pixelStatistics(IMonitor monitor) {
		return new PixelStatisticsKernel(open(), new ParallelLoop("make_mask", monitor)).compute();
	}

	@Override
	public Image makeWhitefield(IMonitor monitor) {
		return new MedianWhitefield(open(), new ParallelLoop("make_whitefield", monitor)).compute();
	}

	@Override
	public Image meanContrast(Image whitefield, Mask mask, IMonitor monitor) {
		int columns = open().columns();
		float[] mean = new float[frames.rows() * columns];
		Arrays.fill(mean, 1);
		new ParallelLoop("mean contrast", monitor).run(frames.rows(), i -> {
			for (int p = i * columns; p < (i + 1) * columns; p++) {
				if (!mask.good()[p])
					continue;
				double sum = 0;
				for (float[] frame : frames.intensities())
					sum += frame[p];
				mean[p] = (float) (sum / frames.count() / whitefield.values()[p]);
			}
		});
		return new Image(frames.rows(), frames.columns(), mean);
	}

	@Override
	public void contrast(int n, Image meanContrast, Image whitefield, Mask mask, float[] target) {
		int k = Arrays.binarySearch(open().index(), n);
		if (k < 0)
			throw new IllegalArgumentException("frame " + n + " is not loaded");
		float[] frame = frames.intensities()[k];
		for (int p = 0; p < frame.length; p++)
			target[p] = mask.good()[p] ? frame[p] / whitefield.values()[p] - meanContrast.values()[p] : 0;
	}

	@Override
	public ReferenceImage makeReference(ForwardModel model, double minimumOverlap, IMonitor monitor) {
		return new ReferenceMerge(open(), model, new ParallelLoop("make_reference", monitor)).merge(minimumOverlap);
	}

	@Override
	public PixelShifts searchPixelMap(ForwardModel model, ReferenceImage reference, SearchWindow window,
			IMonitor monitor) {
		return new GridSearch(open(), model, reference, window).search(new ParallelLoop("update_pixel_map", monitor));
	}

	@Override
	public float[] pixelMapErrors(ForwardModel model, ReferenceImage reference, double step, IMonitor monitor) {
		return new MapErrorSurface(open(), model, reference, step)
				.compute(new ParallelLoop("update_pixel_map", monitor));
	}

	@Override
	public double[] translationErrors(ForwardModel model, ReferenceImage reference, int half, double step,
			IMonitor monitor) {
		return new TranslationErrorSurface(open(), model, reference, half, step)
				.compute(new ParallelLoop("update_translations", monitor));
	}

	@Override
	public Image fitWhitefield(ForwardModel model, ReferenceImage reference, IMonitor monitor) {
		return new WhitefieldFit(open(), model, reference).compute(new ParallelLoop("fit_whitefield", monitor));
	}

	@Override
	public ModelErrors calcError(ForwardModel model, ReferenceImage reference, IMonitor monitor) {
		return new ErrorProjection(open(), model, reference, new ParallelLoop("calc_error", monitor)).compute();
	}

	@Override
	public void close() {
		frames = null;
	}
}
