// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.List;

import org.pxst.core.image.Image;
import org.pxst.core.initial.GuessRoi;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.internal.LitArea;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** guess_roi. */
@StepInfo(name = "guess_roi", group = StepGroup.INITIALISATION, source = "paper, section 4.1", //
		summary = "Finds the region of interest: the rectangle with most of the lit pixels in little area.",
		description = "The paper weighs pixels by their light. Here each lit pixel counts as much unless asked otherwise, since a "
				+ "bright middle hides a dim rim that is worth having.",
		outputs = @Output(path = "roi", shape = "4", unit = "pixel",
				description = "region of interest: first row, row after the last, first column, column after the last"))
final class GuessRoiStep implements Step {
	@Parameter(description = "Light without the sample", path = "whitefield", from = "make_whitefield", required = true)
	private Image whitefield;

	@Parameter(description = "Good pixels", path = "mask", from = "make_mask")
	private Mask mask;

	@Parameter(description = "Weigh pixels by their light, as the paper does")
	private boolean byLight;

	@Override
	public StepResult run(StepContext context) {
		DetectorInputs inputs = DetectorInputs.of(context.scan(), mask, whitefield, null);
		Mask lit = inputs.lit();
		Roi roi = LitArea.guessRoi(lit);
		if (byLight)
			roi = new GuessRoi().apply(inputs.whitefield());
		return new StepResult(
				List.of(CxiDataset.of("roi", new long[] { roi.ss0(), roi.ss1(), roi.fs0(), roi.fs1() }, "pixel", 4)),
				new SummaryLines()
						.add("region of interest", "rows %d:%d, columns %d:%d", roi.ss0(), roi.ss1(), roi.fs0(), roi.fs1())
						.add("good lit pixels", "%d of %d inside", inputs.mask().and(lit.within(roi)).count(),
								inputs.mask().and(lit).count())
						.lines());
	}
}
