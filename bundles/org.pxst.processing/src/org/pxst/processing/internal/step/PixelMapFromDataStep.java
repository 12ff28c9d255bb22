// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.SearchWindow;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Roi;
import org.pxst.processing.Iteration;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.ResultDatasets;
import org.pxst.processing.internal.Reconstruction;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.PreviewPart;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Obsolete;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** pixel_map_from_data. */
@StepInfo(name = "pixel_map_from_data", group = StepGroup.MAIN_LOOP, source = "paper, section 4, figure 2", //
		preview = PreviewPart.LOOP, shownFirst = "reference_image",
		summary = "Does all steps from the frames to the phase by itself, the main loop until it converges.",
		description = "The same as pxst reconstruct: frame check, mask, whitefield, region of interest and defocus are found from the "
				+ "data; then pixel map, positions and whitefield are updated in turn while search window and filter shrink. With "
				+ "resume nothing is found anew: the loop goes on from the iterations in the file as if it had not been stopped, when "
				+ "the other parameters are given as before, or with other ones from there on.",
		outputs = { @Output(path = "mask", shape = "M, L", description = "true = good"),
				@Output(path = "roi", shape = "4", unit = "pixel", description = "region of interest, ss0, ss1, fs0, fs1, half open"),
				@Output(path = "checked_frames", shape = "frames",
						description = "frames that were loaded, with those that were left out for their intensity"),
				@Output(path = "good_frames", shape = "K", description = "frames that were used"),
				@Output(path = "whitefield", shape = "M, L", unit = "counts", description = "whitefield"),
				@Output(path = "defocus", unit = "m", description = "focus to sample, mean of both axes"),
				@Output(path = "defocus_ss", unit = "m", description = "focus to sample along the slow scan axis"),
				@Output(path = "defocus_fs", unit = "m", description = "focus to sample along the fast scan axis"),
				@Output(path = "astigmatism", unit = "m", description = "half the difference of defocus_ss and defocus_fs"),
				@Output(path = "distance", unit = "m", description = "focus to detector"),
				@Output(path = "dss", unit = "m", description = "reference pixel along the slow scan axis"),
				@Output(path = "dfs", unit = "m", description = "reference pixel along the fast scan axis"),
				@Output(path = "magnification", unit = "1", description = "of the sample on the detector"),
				@Output(path = "magnification_ss", unit = "1", description = "the same along the slow scan axis"),
				@Output(path = "magnification_fs", unit = "1", description = "the same along the fast scan axis"),
				@Output(path = "pixel_map", shape = "2, M, L", unit = "pixel", description = "pixel map in reference pixels"),
				@Output(path = "pixel_map_residual", shape = "2, M, L", unit = "pixel",
						description = "pixel map minus the pixel's own row and column"),
				@Output(path = "pixel_translations", shape = "N, 2", unit = "pixel", description = "sample positions"),
				@Output(path = "pixel_translations_comparison", shape = "2, N, 2", unit = "pixel",
						description = "sample positions as found and as recorded"),
				@Output(path = "reference_image", shape = "U, V", unit = "1", description = "reference image"),
				@Output(path = "reference_overlap", shape = "U, V", unit = "counts^2",
						description = "squared whitefield merged into each value"),
				@Output(path = "n0", unit = "pixel", description = "origin of the reference image along the slow scan axis"),
				@Output(path = "m0", unit = "pixel", description = "origin of the reference image along the fast scan axis"),
				@Output(path = "error_total", unit = "1", description = "mean over the pixels that count"),
				@Output(path = "error_frame", shape = "N", unit = "1", description = "mean over pixels of each frame"),
				@Output(path = "error_pixel", shape = "M, L", unit = "1", description = "mean over frames of each pixel"),
				@Output(path = "error_reference", shape = "U, V", unit = "1", description = "error merged onto the reference image"),
				@Output(path = "flux_correction", shape = "N", unit = "1",
						description = "factor on each frame's intensities that fits the model best"),
				@Output(path = "error_iteration", shape = "iterations", unit = "1", description = "error after each iteration"),
				@Output(path = "pixel_map_change_iteration", shape = "iterations", unit = "pixel",
						description = "rms change of the pixel map in each iteration"),
				@Output(path = "pixel_translations_change_iteration", shape = "iterations", unit = "pixel",
						description = "rms change of the positions in each iteration"),
				@Output(path = "search_window_iteration", shape = "iterations", unit = "pixel",
						description = "search window of each iteration, pixels across"),
				@Output(path = "filter_iteration", shape = "iterations", unit = "pixel",
						description = "sigma of the filter of the pixel map in each iteration"),
				@Output(path = "main_loop_memory", shape = "6",
						description = "what resume goes on with: steps of the next search window to each side, sigma that the filter "
								+ "has shrunk to, number of iterations, last error, how often in a row it has hardly fallen, last rms "
								+ "change of the positions"),
				@Output(path = "main_loop_settings", shape = "7",
						description = "what the last iteration followed: tolerance, search_window (0: None), filter, refine_pixel_map, "
								+ "refine_whitefield, refine_positions, irrotational"),
				@Output(path = "phase", shape = "M, L", unit = "rad", description = "phase of the wavefront"),
				@Output(path = "angles", shape = "2, M, L", unit = "rad", description = "angles of the rays") },
		obsolete = { @Obsolete(name = "mask", reason = "it is found from the frames and the detector's own mask; resume takes that in the file"),
				@Obsolete(name = "whitefield", reason = "it is always made of the frames"),
				@Obsolete(name = "pixel_translations", reason = "they are always made of the recorded positions"),
				@Obsolete(name = "pixel_map", reason = "it is what is to be found") })
final class PixelMapFromDataStep implements Step {
	private static final LoopSettings DEFAULTS = LoopSettings.defaults();
	private static final int SMALLEST_WINDOW = 3;

	@Parameter(description = "Iterations of the main loop in this run at most", min = 1, aliases = "maxiters")
	private int iterations = DEFAULTS.iterations();

	@Parameter(description = "Stop when the error falls by less than this part of itself in each of two iterations; 0: do all "
			+ "iterations", min = 0, aliases = "tol")
	private double tolerance = DEFAULTS.tolerance();

	@Parameter(description = "Focus-to-sample distance where it is known; None: found from the data", unit = "m", min = 0,
			aboveMin = true)
	private Double defocus;

	@Parameter(description = "Region of interest; None: found from the data")
	private Roi roi;

	@Parameter(description = "Search window of the pixel map in the first iteration, the larger number of [ss, fs] counts; None: "
			+ "chosen from the data, with resume: that which is next", unit = "pixel")
	private SearchWindow searchWindow;

	@Parameter(description = "Sigma of the filter of the pixel map that the loop ends with, 0: none", unit = "pixel", min = 0)
	private double filter = DEFAULTS.filter();

	@Parameter(description = "Update the pixel map in the loop")
	private boolean refinePixelMap = DEFAULTS.refinePixelMap();

	@Parameter(description = "Fit the whitefield in the loop")
	private boolean refineWhitefield = DEFAULTS.refineWhitefield();

	@Parameter(description = "Fit the sample positions in the loop")
	private boolean refinePositions = DEFAULTS.refinePositions();

	@Parameter(description = "Make the pixel map the gradient of a potential in each iteration", aliases = "integrate")
	private boolean irrotational = DEFAULTS.irrotational();

	@Parameter(description = "Frames to use, counted from 0; None: those that the scan says")
	private int[] goodFrames;

	@Parameter(description = "Go on from the iterations in the file")
	private boolean resume;

	/** Tells how far the loop is, and keeps what the steps before it found. */
	private static final class Progress implements ReconstructionListener {
		private final IMonitor monitor;
		private final SummaryLines summary;

		Progress(IMonitor monitor, SummaryLines summary) {
			this.monitor = monitor;
			this.summary = summary;
		}

		@Override
		public void stepDone(String step, String outcome) {
			monitor.subTask(step + ": " + outcome);
			summary.add(step, "%s", outcome);
		}

		@Override
		public void iterationDone(Iteration iteration) {
			monitor.subTask(String.format(Locale.ROOT, "iteration %d: error %.5f", iteration.number(), iteration.error()));
			monitor.worked(1);
		}
	}

	@Override
	public StepResult run(StepContext context) {
		LoopSettings loop = loop();
		SummaryLines summary = new SummaryLines();
		ReconstructionResult result = resume ? resumed(context, loop, summary) : begun(context, loop, summary);
		List<Iteration> done = result.iterations();
		int before = done.size() - result.history().iterations();
		summary.add("iterations", "%d%s%s", done.size(), before > 0 ? ", " + before + " of them before" : "",
				result.cancelled() ? ", interrupted" : "")
				.add("error", "%.5f (first iteration %.5f)", result.errorTotal(), done.get(0).error());
		return new StepResult(ResultDatasets.of(result), summary.lines(), new LoopRuns(loop, resume, beginning()).of(result));
	}

	private ReconstructionResult begun(StepContext context, LoopSettings loop, SummaryLines summary) {
		ReconstructionSettings settings = new ReconstructionSettings(loop,
				defocus == null ? OptionalDouble.empty() : OptionalDouble.of(defocus), Optional.ofNullable(roi), context.compute());
		ComputeScan frames = context.frames(context.goodFrames(goodFrames));
		return reconstruction(context, settings, summary).of(frames, "");
	}

	private ReconstructionResult resumed(StepContext context, LoopSettings loop, SummaryLines summary) {
		if (!beginning().isEmpty())
			throw new InvalidDataException("resume goes on with the frames, the region of interest and the defocus that are in the file; "
					+ "leave out " + String.join(", ", beginning()) + ", or resume");
		IterationsInFile.Loaded loaded = IterationsInFile.load(context, loop);
		return reconstruction(context, ReconstructionSettings.of(loop), summary).goOn(loaded.frames(), loaded.start(), "");
	}

	private static Reconstruction reconstruction(StepContext context, ReconstructionSettings settings, SummaryLines summary) {
		return new Reconstruction(context.scan(), settings, context.guide(), new Progress(context.monitor(), summary),
				context.monitor());
	}

	/** What is given that only a run from the beginning takes. */
	private List<String> beginning() {
		Map<String, Object> given = new LinkedHashMap<>();
		given.put("defocus", defocus);
		given.put("roi", roi);
		given.put("good_frames", goodFrames);
		given.values().removeIf(Objects::isNull);
		return List.copyOf(given.keySet());
	}

	private LoopSettings loop() {
		int width = searchWindow == null ? 0 : Math.max(searchWindow.widthSs(), searchWindow.widthFs());
		if (width != 0 && width < SMALLEST_WINDOW)
			throw new InvalidDataException("search_window is " + width + " pixels, but must be at least " + SMALLEST_WINDOW
					+ "; give more, or None");
		return new LoopSettings(iterations, tolerance, width, filter, refinePixelMap, refineWhitefield, refinePositions,
				irrotational);
	}
}
