// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.pxst.compute.ModelErrors;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.FrameSource;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.internal.ModelDatasets;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.PreviewPart;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** calc_error. */
@StepInfo(name = "calc_error", group = StepGroup.MAIN_LOOP, source = "paper, section 4.3, equations 7 to 10", //
		preview = PreviewPart.STRIP,
		summary = "Measures how far the model is from the frames.",
		description = "The squared error of each sample is divided by the variance of its pixel over the frames: 0 is all explained, "
				+ "1 nothing. The projections are means, not the sums of the 2020 suite, so that scans of different size compare.",
		outputs = { @Output(path = "error_total", unit = "1", description = "mean over the pixels that count"),
				@Output(path = "error_frame", shape = "N", unit = "1", description = "mean over pixels of each frame"),
				@Output(path = "error_pixel", shape = "M, L", unit = "1", description = "mean over frames of each pixel"),
				@Output(path = "error_reference", shape = "U, V", unit = "1", description = "error merged onto the reference image"),
				@Output(path = "flux_correction", shape = "N", unit = "1",
						description = "factor on each frame's intensities that fits the model best"),
				@Output(path = "forward", shape = "N, M, L", unit = "counts", optional = true,
						description = "intensities that the model says, NaN where it says nothing"),
				@Output(path = "error_residual", shape = "N, M, L", unit = "1", optional = true,
						description = "error of each sample, NaN where there is none") })
final class CalcErrorStep extends ReferenceStep {
	@Parameter(description = "Also write the model's frames: 4 bytes a sample")
	private boolean forward;

	@Parameter(description = "Also write the error of each sample: 4 bytes a sample")
	private boolean residual;

	@Override
	public StepResult run(StepContext context) {
		ModelInFile from = model(context);
		ReferenceImage reference = reference(from, context);
		ModelErrors errors = from.frames().calcError(from.model(), reference, context.monitor());
		if (Double.isNaN(errors.total()))
			throw nothingSeen();
		List<CxiDataset> datasets = new ArrayList<>(new ModelDatasets().errors(errors).list());
		if (forward || residual)
			datasets.addAll(samples(context, from, reference));
		int worst = from.frames().goodFrames()[0];
		for (int n : from.frames().goodFrames())
			if (errors.frame()[n] > errors.frame()[worst])
				worst = n;
		return new StepResult(datasets, new SummaryLines().add("error", "%.5f", errors.total())
				.add("worst frame", "%d, error %.5f", worst, errors.frame()[worst]).lines());
	}

	private List<CxiDataset> samples(StepContext context, ModelInFile from, ReferenceImage reference) {
		FrameSource frames = context.scan().frames();
		int pixels = frames.rows() * frames.columns();
		checkMemory(frames, pixels);
		float[] modelled = filled(forward ? frames.frames() * pixels : 0);
		float[] errors = filled(residual ? frames.frames() * pixels : 0);
		float[] variance = residual ? from.frames().pixelStatistics(context.monitor()).variance().values() : new float[0];
		float[] frame = new float[pixels];
		float[] difference = new float[pixels];
		for (int n : from.frames().goodFrames()) {
			if (context.monitor().isCancelled())
				throw new CancelledException("calc_error");
			from.frames().residual(n, from.model(), reference, difference);
			if (forward)
				frames.read(n, 1, frame);
			for (int p = 0; p < pixels; p++) {
				if (forward)
					modelled[n * pixels + p] = frame[p] - difference[p];
				if (residual && variance[p] > 0)
					errors[n * pixels + p] = difference[p] * difference[p] / variance[p];
			}
		}
		List<CxiDataset> datasets = new ArrayList<>();
		if (forward)
			datasets.add(CxiDataset.of("forward", modelled, "counts", frames.frames(), frames.rows(), frames.columns()));
		if (residual)
			datasets.add(CxiDataset.of("error_residual", errors, "1", frames.frames(), frames.rows(), frames.columns()));
		return datasets;
	}

	private void checkMemory(FrameSource frames, int pixels) {
		long samples = (long) frames.frames() * pixels;
		long bytes = samples * Float.BYTES * (forward && residual ? 2 : 1);
		Runtime heap = Runtime.getRuntime();
		long free = heap.maxMemory() - heap.totalMemory() + heap.freeMemory();
		if (samples > Integer.MAX_VALUE - 8 || bytes > free)
			throw new InvalidDataException(String.format(Locale.ROOT,
					"%s of %d x %d x %d samples needs %.1f GB of memory, but there are %.1f GB, and 2^31 samples at most; "
							+ "do without, or give Java more with PXST_VMARGS=-Xmx...",
					forward ? residual ? "forward and residual" : "forward" : "residual", frames.frames(), frames.rows(),
					frames.columns(), bytes * 1e-9, free * 1e-9));
	}

	private static float[] filled(int size) {
		float[] values = new float[size];
		Arrays.fill(values, Float.NaN);
		return values;
	}
}
