// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.SearchWindow;
import org.pxst.core.InvalidDataException;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.refine.PositionGauge;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.processing.internal.ModelDatasets;
import org.pxst.processing.internal.RecordedTranslations;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.PreviewPart;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;
import org.pxst.processing.steps.UpdateTranslations;

/** update_translations. */
@StepInfo(name = "update_translations", group = StepGroup.MAIN_LOOP, source = "paper, section 4.3, equation 6", //
		preview = PreviewPart.FRAMES, shownFirst = "pixel_translations",
		summary = "Finds for each frame where the sample was.",
		description = "Positions, pixel map and reference image together can be stretched, sheared and turned without a change of "
				+ "the model; the gauge takes what the positions have of that against the recorded ones off both positions and pixel map. "
				+ "The reference image is left as it is: make_reference makes the one that belongs to the new positions.",
		outputs = { @Output(path = "pixel_translations", shape = "N, 2", unit = "pixel",
				description = "sample positions in reference pixels, NaN for frames that are not used"),
				@Output(path = "pixel_translations_comparison", shape = "2, N, 2", unit = "pixel",
						description = "found, and recorded where dss and dfs are known, else as they were before"),
				@Output(path = "pixel_map", shape = "2, M, L", unit = "pixel", optional = true,
						description = "pixel map in the gauge of the recorded positions"),
				@Output(path = "pixel_map_residual", shape = "2, M, L", unit = "pixel", optional = true,
						description = "pixel map minus the pixel's own row and column") })
final class UpdateTranslationsStep extends ReferenceStep {
	private static final int DEFAULT_WIDTH = 7;

	@Parameter(description = "Positions that are tried along each axis, in steps; the larger number of [ss, fs] counts, and one "
			+ "more when it is even. With neither this nor step: 7 a pixel apart, and 3 half a pixel apart once positions change "
			+ "by less than 0.1 pixel from one iteration to the next")
	private SearchWindow searchWindow;

	@Parameter(description = "Distance of the positions that are tried; None: 1", unit = "pixel", min = 0, aboveMin = true)
	private Double step;

	@Parameter(description = "Iterations at most; a reference image is made for each but the first", min = 1)
	private int maxiters = 1;

	@Parameter(description = "Stop when the error falls by less than this part of itself", min = 0)
	private double tol = 1e-3;

	@Parameter(description = "Keep positions and pixel map in the gauge of the recorded positions")
	private boolean gauge = true;

	@Parameter(description = "Reference pixel along the slow scan axis, for the gauge", unit = "m", min = 0, aboveMin = true,
			path = "dss", from = "generate_pixel_map", advanced = true)
	private Double dss;

	@Parameter(description = "Reference pixel along the fast scan axis, for the gauge", unit = "m", min = 0, aboveMin = true,
			path = "dfs", from = "generate_pixel_map", advanced = true)
	private Double dfs;

	/** The model after some iterations. */
	private record Found(ForwardModel model, int iterations, double lastChange) {
	}

	@Override
	public StepResult run(StepContext context) {
		if (gauge && (dss == null || dfs == null))
			throw new InvalidDataException("the gauge needs " + (dss == null ? "dss" : "dfs")
					+ ", the size of the reference pixel; run pxst generate_pixel_map first, or give --no-gauge");
		ModelInFile from = model(context);
		PixelTranslations before = dss == null || dfs == null ? from.model().translations()
				: RecordedTranslations.of(context.scan().positions(), from.frames().goodFrames(), dss, dfs);
		Optional<PositionGauge> fixed = gauge ? Optional.of(new PositionGauge(before, from.frames().goodFrames()))
				: Optional.empty();
		Found found = iterate(from.frames(), from.model(), reference(from, context), fixed, context.monitor());
		ModelDatasets datasets = new ModelDatasets().translations(found.model.translations(), before);
		if (gauge)
			datasets.pixelMap(found.model.map().within(from.area()));
		return new StepResult(datasets.list(),
				new SummaryLines().add("frames", "%d of %d", from.frames().goodFrames().length, before.frames())
						.add("iterations", "%d", found.iterations).add("last change", "%.4f pixel rms", found.lastChange).lines());
	}

	private Found iterate(ComputeScan frames, ForwardModel start, ReferenceImage given, Optional<PositionGauge> fixed,
			IMonitor monitor) {
		ForwardModel model = start;
		double change = Double.POSITIVE_INFINITY;
		double error = Double.POSITIVE_INFINITY;
		for (int k = 0;; k++) {
			ReferenceImage reference = k == 0 ? given : makeReference().apply(frames, model, monitor);
			UpdateTranslations search = search(change);
			UpdateTranslations.Update update = fixed.isPresent()
					? search.apply(frames, model, reference, fixed.get(), monitor)
					: search.apply(frames, model, reference, monitor);
			if (Double.isNaN(update.error()))
				throw nothingSeen();
			model = update.model();
			change = update.rmsChange();
			if (k + 1 == maxiters || k > 0 && !(error - update.error() >= tol * error))
				return new Found(model, k + 1, change);
			error = update.error();
		}
	}

	private UpdateTranslations search(double lastChange) {
		if (searchWindow == null && step == null)
			return UpdateTranslations.after(lastChange);
		int width = searchWindow == null ? DEFAULT_WIDTH : Math.max(searchWindow.widthSs(), searchWindow.widthFs());
		if (width < 2)
			throw new InvalidDataException("search_window is " + width + ", but there must be other positions to try; give at least 3");
		return new UpdateTranslations(width / 2, step == null ? 1 : step);
	}
}
