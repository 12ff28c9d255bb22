// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.InvalidDataException;
import org.pxst.core.map.ReferenceImage;
import org.pxst.processing.internal.ModelDatasets;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.PreviewPart;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;
import org.pxst.processing.steps.MakeReference;

/** make_reference. */
@StepInfo(name = "make_reference", group = StepGroup.MAIN_LOOP, source = "paper, section 4.2, equation 3", //
		preview = PreviewPart.STRIP,
		summary = "Merges all frames into the reference image.",
		description = "Each sample is deposited bilinearly where the pixel map and the sample position say, weighted with the "
				+ "whitefield. A kernel trades resolution for noise and fills small holes.",
		outputs = { @Output(path = "reference_image", shape = "U, V", unit = "1",
				description = "reference image, about 1 where the sample is empty, NaN where there is no value"),
				@Output(path = "reference_overlap", shape = "U, V", unit = "counts^2",
						description = "squared whitefield merged into each value"),
				@Output(path = "n0", unit = "pixel", description = "origin along the slow scan axis"),
				@Output(path = "m0", unit = "pixel", description = "origin along the fast scan axis") })
final class MakeReferenceStep extends ModelStep {
	@Parameter(description = "Values with less than this part of the mean overlap are left out", min = 0)
	private double minimumOverlap = MakeReference.DEFAULT_MINIMUM_OVERLAP;

	@Parameter(description = "Width of the Gaussian of a kernel regression, 0: none", unit = "pixel", min = 0)
	private double kernelSigma;

	@Override
	public StepResult run(StepContext context) {
		ModelInFile from = model(context);
		ReferenceImage reference = new MakeReference(minimumOverlap, kernelSigma).apply(from.frames(), from.model(),
				context.monitor());
		int known = 0;
		for (float value : reference.image().values())
			if (!Float.isNaN(value))
				known++;
		if (known == 0)
			throw new InvalidDataException("nowhere do frames overlap as much as minimum_overlap = " + minimumOverlap
					+ " asks for, so that there is no reference image; give a lower --minimum-overlap");
		return new StepResult(new ModelDatasets().reference(reference).list(),
				new SummaryLines().add("reference image", "%d x %d pixels, %d with a value", reference.image().rows(),
						reference.image().columns(), known).add("frames", "%d", from.frames().goodFrames().length).lines());
	}
}
