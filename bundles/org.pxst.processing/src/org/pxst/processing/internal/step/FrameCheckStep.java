// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.PixelStatistics;
import org.pxst.core.InvalidDataException;
import org.pxst.core.initial.FillWhitefield;
import org.pxst.core.initial.MakeMask;
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
import org.pxst.processing.steps.FrameCheck;
import org.pxst.processing.steps.FrameCheck.Proposal;
import org.pxst.processing.steps.WhitefieldCorrelation;

/** frame_check. */
@StepInfo(name = "frame_check", preview = PreviewPart.MANY_FRAMES, group = StepGroup.INITIALISATION, //
		summary = "Finds frames that had better be left out, and says why.",
		description = "Blank frames, beam dips and flashes are found from the mean intensity; on request also frames whose light is "
				+ "not where it is in the others, and, after a reconstruction, frames that the model explains much worse than the "
				+ "others. The frames that are left are what later steps use.",
		outputs = { @Output(path = "good_frames", shape = "K", description = "frames to use, counted from 0"),
				@Output(path = "frame_intensity", shape = "N", unit = "counts",
						description = "mean intensity of the frames that were looked at"),
				@Output(path = "frame_correlation", shape = "N", unit = "1", optional = true,
						description = "correlation with the whitefield of the frames that have a usual intensity") })
final class FrameCheckStep implements Step {
	private static final int FEWEST_FRAMES = 3;

	@Parameter(description = "A frame is left out when its mean intensity is below this part of that of the median frame, or above "
			+ "the inverse of this part", min = 0, max = 1)
	private double least = FrameCheck.DEFAULT_LEAST;

	@Parameter(description = "Also look for frames whose light is not where it is in the others")
	private boolean byStructure;

	@Parameter(description = "Also look for frames that the model explains much worse than the others")
	private boolean byError;

	@Parameter(description = "Good pixels, for by_structure; found from the frames when there is none", path = "mask",
			from = "make_mask", advanced = true)
	private Mask mask;

	@Parameter(description = "Error of each frame, for by_error", path = "error_frame", from = "calc_error", advanced = true)
	private double[] errorFrame;

	@Parameter(description = "Frames to look at, counted from 0", advanced = true)
	private int[] goodFrames;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		int[] frames = context.goodFrames(goodFrames);
		ComputeScan loaded = context.frames(frames);
		Mask known = scan.detectorMask().and(loaded.usablePixels());
		if (known.count() == 0)
			throw new InvalidDataException(String.format(Locale.ROOT,
					"the detector mask leaves no good pixel of %d x %d; give another one", known.rows(), known.columns()));
		double[] means = loaded.frameMeans(known);
		FrameCheck check = new FrameCheck(least);
		List<Proposal> proposals = new ArrayList<>(check.byIntensity(frames, means));
		List<CxiDataset> datasets = new ArrayList<>();
		datasets.add(CxiDataset.of("frame_intensity", means, "counts", means.length));
		int[] usual = left(frames, proposals);
		if (byStructure) {
			loaded.retainFrames(usual);
			double[] correlations = correlations(scan, loaded, known, context.monitor());
			proposals.addAll(check.byStructure(usual, correlations));
			datasets.add(CxiDataset.of("frame_correlation", correlations, "1", correlations.length));
		}
		if (byError)
			proposals.addAll(check.byError(explained(left(frames, proposals), means.length), errorFrame));
		long[] good = Arrays.stream(left(frames, proposals)).asLongStream().toArray();
		datasets.add(CxiDataset.of("good_frames", good, "", good.length));
		return new StepResult(datasets, summary(frames.length, good.length, proposals));
	}

	private static int[] left(int[] frames, List<Proposal> proposals) {
		int[] left = FrameCheck.without(frames, proposals);
		if (left.length < FEWEST_FRAMES)
			throw new InvalidDataException(String.format(Locale.ROOT,
					"%d of %d frames are good; at least %d are needed; see whether there was beam, or give frame_check a lower --least",
					left.length, frames.length, FEWEST_FRAMES));
		return left;
	}

	private double[] correlations(Scan scan, ComputeScan loaded, Mask known, IMonitor monitor) {
		Mask good = known.and(mask != null ? FrameShape.of(scan).mask(mask) : found(loaded, monitor));
		return new WhitefieldCorrelation().apply(loaded, new FillWhitefield().apply(loaded.makeWhitefield(monitor), good), good,
				monitor);
	}

	private static Mask found(ComputeScan loaded, IMonitor monitor) {
		PixelStatistics statistics = loaded.pixelStatistics(monitor);
		return new MakeMask().apply(statistics.mean(), statistics.variance(), statistics.deviation(), loaded.goodFrames().length,
				monitor);
	}

	/** Frames that the reconstruction left out have no error to be judged by. */
	private int[] explained(int[] frames, int all) {
		if (errorFrame == null || errorFrame.length != all)
			throw new InvalidDataException(errorFrame == null
					? "by_error needs error_frame, the error of each frame; run pxst calc_error first"
					: "error_frame has " + errorFrame.length + " values for " + all + " frames; run pxst calc_error for this scan");
		return IntStream.of(frames).filter(n -> Double.isFinite(errorFrame[n])).toArray();
	}

	private static List<String> summary(int looked, int good, List<Proposal> proposals) {
		SummaryLines lines = new SummaryLines().add("good frames", "%d of %d", good, looked);
		proposals.stream().sorted(Comparator.comparingInt(Proposal::frame))
				.forEach(proposal -> lines.add("frame " + proposal.frame(), "%s", why(proposal)));
		return lines.lines();
	}

	private static String why(Proposal proposal) {
		String format = switch (proposal.reason()) {
		case BLANK -> "left out: blank, %.3f of the median frame's intensity, at least %.3f is usual";
		case DIP -> "left out: beam dip, %.3f of the median frame's intensity, at least %.3f is usual";
		case FLASH -> "left out: too bright, %.3f of the median frame's intensity, at most %.3f is usual";
		case UNLIKE_WHITEFIELD -> "left out: light is elsewhere, correlation with the whitefield %.4f, at least %.4f is usual";
		case UNEXPLAINED -> "left out: the model does not explain it, error %.4g, at most %.4g is usual";
		};
		return String.format(Locale.ROOT, format, proposal.value(), proposal.limit());
	}
}
