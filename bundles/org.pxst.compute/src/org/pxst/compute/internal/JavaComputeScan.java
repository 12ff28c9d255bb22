// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ModelErrors;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.PixelStatistics;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.compute.backend.ReferenceExtent;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;

/** A scan that is worked on in Java. */
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
		return open().survey().usable();
	}

	@Override
	public double[] frameMeans(Mask mask) {
		return new FrameMeans(open(), mask).compute(new ParallelLoop("frame means", new IMonitor.Stub()));
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
		return new MeanContrast(open(), whitefield, mask).compute(new ParallelLoop("mean contrast", monitor));
	}

	@Override
	public void contrast(int n, Image meanContrast, Image whitefield, Mask mask, float[] target) {
		open().read(frames.number(n), 0, frames.rows(), target);
		for (int p = 0; p < frames.pixels(); p++)
			target[p] = mask.good()[p] ? target[p] / whitefield.values()[p] - meanContrast.values()[p] : 0;
	}

	@Override
	public ReferenceImage makeReference(ForwardModel model, double minimumOverlap, Samples samples, IMonitor monitor) {
		return ReferenceMerge.onto(ReferenceExtent.of(model, open().index()), frames, model,
				new ParallelLoop("make_reference", monitor)).merge(minimumOverlap, samples);
	}

	@Override
	public PixelShifts searchPixelMap(ForwardModel model, ReferenceImage reference, SearchWindow window,
			Samples samples, IMonitor monitor) {
		return new GridSearch(open(), model, reference, window, samples)
				.search(new ParallelLoop("update_pixel_map", monitor));
	}

	@Override
	public PixelShifts searchPixelMapBetweenPixels(ForwardModel model, ReferenceImage reference, SearchWindow window,
			double step, Samples samples, IMonitor monitor) {
		return new FineSearch(open(), model, reference, window, step, samples)
				.search(new ParallelLoop("update_pixel_map", monitor));
	}

	@Override
	public float[] pixelMapErrors(ForwardModel model, ReferenceImage reference, double step, Samples samples,
			IMonitor monitor) {
		return new MapErrorSurface(open(), model, reference, step, samples)
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
	public void residual(int n, ForwardModel model, ReferenceImage reference, float[] target) {
		open().read(frames.number(n), 0, frames.rows(), target);
		float[] shown = new float[frames.pixels()];
		ModelView.of(model, reference).show(n, 0, shown.length, shown);
		for (int p = 0; p < shown.length; p++)
			target[p] -= model.whitefield().values()[p] * shown[p];
	}

	@Override
	public ModelErrors calcError(ForwardModel model, ReferenceImage reference, IMonitor monitor) {
		return new ErrorProjection(open(), model, reference, new ParallelLoop("calc_error", monitor)).compute();
	}

	@Override
	public void close() {
		if (frames != null)
			frames.storage().close();
		frames = null;
	}
}
