// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.map.ReferenceImage;
import org.pxst.processing.internal.ModelDatasets;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.PreviewPart;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;
import org.pxst.processing.steps.FitWhitefield;

/** fit_whitefield. */
@StepInfo(name = "fit_whitefield", preview = PreviewPart.STRIP, group = StepGroup.MAIN_LOOP, //
		summary = "Fits the whitefield to the rest of the model, and scales it so that the reference image is 1 where the sample is "
				+ "empty.",
		description = "The median over the frames is biased where the sample is not weak; the least-squares whitefield is not. The "
				+ "reference image is made again for it. Whitefield and reference image can exchange a factor, which is fixed by the "
				+ "reference image's median where many frames overlap. Not a step of the 2020 suite.",
		outputs = { @Output(path = "whitefield", shape = "M, L", unit = "counts", description = "whitefield"),
				@Output(path = "reference_image", shape = "U, V", unit = "1",
						description = "reference image for it, NaN where there is no value"),
				@Output(path = "reference_overlap", shape = "U, V", unit = "counts^2",
						description = "squared whitefield merged into each value"),
				@Output(path = "n0", unit = "pixel", description = "origin along the slow scan axis"),
				@Output(path = "m0", unit = "pixel", description = "origin along the fast scan axis") })
final class FitWhitefieldStep extends ReferenceStep {
	@Parameter(description = "Fit the whitefield; False: only fix the factor between whitefield and reference image")
	private boolean refine = true;

	@Override
	public StepResult run(StepContext context) {
		ModelInFile from = model(context);
		ReferenceImage reference = reference(from, context);
		FitWhitefield.Fit fit = new FitWhitefield(refine, makeReference()).apply(from.frames(), from.model(), reference,
				context.monitor());
		double square = 0;
		float[] before = from.model().whitefield().values();
		for (int p = 0; p < before.length; p++)
			if (from.model().mask().good()[p])
				square += Math.pow(fit.model().whitefield().values()[p] / before[p] - 1, 2);
		return new StepResult(new ModelDatasets().whitefield(fit.model().whitefield()).reference(fit.reference()).list(),
				new SummaryLines().add("change", "%.3f %% rms of the whitefield",
						100 * Math.sqrt(square / from.model().mask().count())).lines());
	}
}
