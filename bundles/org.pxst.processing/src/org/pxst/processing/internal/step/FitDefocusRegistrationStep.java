// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.pxst.compute.ComputeScan;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.internal.LitArea;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.PreviewPart;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Obsolete;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;
import org.pxst.processing.steps.FitDefocusRegistration;

/** fit_defocus_registration. */
@StepInfo(name = "fit_defocus_registration", group = StepGroup.INITIALISATION, source = "paper, section 4.1", //
		preview = PreviewPart.STRIP,
		summary = "Finds the defocus of both axes: the one at which the frames, shifted by their positions, fall on each other.",
		description = "The correlations of pairs of neighbouring frames are made once and looked up at the shifts that each defocus "
				+ "predicts. The order of the scan does not matter. The significance is the correlation at the best defocus over its "
				+ "scatter; less than 10 is nothing, good scans have over 100.",
		outputs = { @Output(path = "defocus", unit = "m", description = "focus to sample, mean of both axes"),
				@Output(path = "defocus_ss", unit = "m", description = "focus to sample along the slow scan axis"),
				@Output(path = "defocus_fs", unit = "m", description = "focus to sample along the fast scan axis"),
				@Output(path = "astigmatism", unit = "m", description = "half of defocus_ss - defocus_fs"),
				@Output(path = "defocus_significance", unit = "1",
						description = "correlation of the frames at this defocus over its scatter") },
		obsolete = { @Obsolete(name = "oroi", reason = "the overlap is judged on the whole region of interest, not on a part of the object"),
				@Obsolete(name = "window", reason = "frames are correlated on the region of interest, at most 256 pixels of it") })
final class FitDefocusRegistrationStep extends DetectorStep {
	@Parameter(description = "Focus to sample to start from; it may be wrong by half. None: the whole range is searched, unless "
			+ "the file has one", unit = "m", min = 0, aboveMin = true, name = "defocus_start")
	private Double start;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		DetectorInputs inputs = inputs(context);
		LitArea lit = inputs.litArea();
		OptionalDouble from = start != null ? OptionalDouble.of(start) : scan.geometry().defocusStart();
		ComputeScan frames = context.frames(goodFrames(context));
		FitDefocusRegistration.Fit fit = new FitDefocusRegistration().fit(frames, inputs.whitefield(), lit.use(), lit.roi(),
				scan.positions(), scan.geometry(), from, context.monitor());
		DefocusDatasets defocus = new DefocusDatasets(fit.defocus());
		List<CxiDataset> datasets = new ArrayList<>(defocus.datasets());
		datasets.add(CxiDataset.of("defocus_significance", new double[] { fit.significance() }, "1"));
		boolean kept = from.isPresent() && fit.defocus().ss() == from.getAsDouble() && fit.defocus().fs() == from.getAsDouble();
		return new StepResult(datasets, defocus.summary().add("significance", "%.1f%s", fit.significance(),
				kept ? ": no defocus stands out, so the start value stays" : "").lines());
	}
}
