// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.List;

import org.pxst.compute.SearchWindow;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** A step with a parameter of each kind. */
@StepInfo(name = "try_it", group = StepGroup.ANALYSIS, summary = "Tries.", outputs = @Output(path = "tried", description = "what was tried"))
final class TryStep implements Step {
	@Parameter(description = "How much", min = 1, aboveMin = true)
	private double threshold = 4;

	@Parameter(description = "How far", unit = "m", min = 0, aboveMin = true, path = "defocus", from = "fit_it", required = true)
	private Double defocus;

	@Parameter(description = "Where the ends are", unit = "m")
	private double[] planes;

	@Parameter(description = "How often", min = 1)
	private int iterations = 30;

	@Parameter(description = "Whether")
	private boolean refine = true;

	@Parameter(description = "Formula; None: x")
	private String formula = "x";

	@Parameter(description = "Search window; None: chosen from the data", unit = "pixel")
	private SearchWindow searchWindow;

	@Parameter(description = "Region of interest", path = "roi", from = "guess_roi")
	private Roi roi;

	@Parameter(description = "Frames to use, counted from 0", path = "good_frames", from = "frame_check")
	private int[] goodFrames;

	@Parameter(description = "Good pixels", path = "mask", from = "make_mask", required = true)
	private Mask mask;

	@Override
	public StepResult run(StepContext context) {
		return new StepResult(List.of(), List.of());
	}

	/** One of the parameters. */
	static ParameterDescription parameter(String name) {
		return StepDescription.of(TryStep.class).parameter(name).orElseThrow();
	}
}
