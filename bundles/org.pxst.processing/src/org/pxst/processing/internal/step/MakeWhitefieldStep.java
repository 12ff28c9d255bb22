// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.List;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.FillWhitefield;
import org.pxst.core.scan.Mask;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.PreviewPart;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** make_whitefield. */
@StepInfo(name = "make_whitefield", group = StepGroup.INITIALISATION, source = "paper, equation 2", //
		preview = PreviewPart.MANY_FRAMES,
		summary = "Makes the whitefield: the light without the sample, as the median over frames.",
		description = "Bad pixels get the Gaussian average of the good ones around them; good pixels without counts keep their 0.",
		outputs = @Output(path = "whitefield", shape = "M, L", unit = "counts", description = "light without the sample"))
final class MakeWhitefieldStep implements Step {
	@Parameter(description = "Good pixels", path = "mask", from = "make_mask", required = true)
	private Mask mask;

	@Parameter(description = "Frames to use, counted from 0", path = "good_frames", from = "frame_check")
	private int[] goodFrames;

	@Override
	public StepResult run(StepContext context) {
		Mask good = FrameShape.of(context.scan()).mask(mask);
		if (good.count() == 0)
			throw new InvalidDataException("the mask has no good pixel of " + good.rows() + " x " + good.columns()
					+ "; run pxst make_mask again, or give --mask PATH of another");
		int[] frames = context.goodFrames(goodFrames);
		Image median = context.frames(frames).makeWhitefield(context.monitor());
		Image whitefield = new FillWhitefield().apply(median, good);
		int bad = good.good().length - good.count();
		return new StepResult(
				List.of(CxiDataset.of("whitefield", whitefield.values(), "counts", whitefield.rows(), whitefield.columns())),
				new SummaryLines().add("whitefield", "median of %d frames, %d bad pixels filled", frames.length, bad).lines());
	}
}
