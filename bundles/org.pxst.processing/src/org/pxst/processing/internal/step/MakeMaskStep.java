// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.List;
import java.util.Locale;

import org.pxst.compute.ComputeScan;
import org.pxst.compute.PixelStatistics;
import org.pxst.core.InvalidDataException;
import org.pxst.core.initial.MakeMask;
import org.pxst.core.initial.MaskGaps;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.PreviewPart;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** make_mask. */
@StepInfo(name = "make_mask", group = StepGroup.INITIALISATION, source = "paper, section 4.1", //
		preview = PreviewPart.MANY_FRAMES,
		summary = "Finds dead, hot and gap pixels from the frames themselves.",
		description = "A pixel that differs from the median of its neighbours by much more than the frames vary is looked at more "
				+ "closely; it is bad when it does not behave like a pixel that sees the sample move. The detector's own mask is "
				+ "merged in.",
		outputs = @Output(path = "mask", shape = "M, L", description = "true = good"))
final class MakeMaskStep implements Step {
	private static final int FEWEST_FRAMES = 3;

	@Parameter(description = "A pixel is looked at more closely when its mean squared deviation from its neighbours is more than "
			+ "so many times their variance", min = 1, aboveMin = true, aliases = "thresh")
	private double threshold = MakeMask.DEFAULT_THRESHOLD;

	@Parameter(description = "Also mask neighbours whose counts are the same in every frame: pixels that are read out together")
	private boolean maskGaps;

	@Parameter(description = "Frames to use, counted from 0", path = "good_frames", from = "frame_check")
	private int[] goodFrames;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		int[] frames = context.goodFrames(goodFrames);
		if (frames.length < FEWEST_FRAMES)
			throw new InvalidDataException("there are " + frames.length + " good frames, at least " + FEWEST_FRAMES
					+ " are needed to see what varies; give more with --good-frames, or none to use all");
		ComputeScan loaded = context.frames(frames);
		PixelStatistics statistics = loaded.pixelStatistics(context.monitor());
		Mask known = scan.detectorMask().and(loaded.usablePixels());
		Mask mask = new MakeMask(threshold).apply(statistics.mean(), statistics.variance(), statistics.deviation(), frames.length,
				context.monitor()).and(known);
		if (maskGaps)
			mask = mask.and(new MaskGaps().apply(scan.frames(), frames, context.monitor()));
		int all = mask.good().length;
		return new StepResult(List.of(CxiDataset.of("mask", mask.good(), "", mask.rows(), mask.columns())),
				List.of(String.format(Locale.ROOT, "bad pixels          %d of %d (%d of them known to the file)", all - mask.count(), all,
						all - known.count())));
	}
}
