// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.pxst.core.numerics.RobustSpread;

/**
 * Proposes frames to leave out, each with the reason: those without beam, in a beam dip or a flash, whose light is not where
 * it is in the others, or that the model explains much worse than the others. Outliers are judged against the median and
 * the median distance from it, which up to half of the frames may spoil.
 *
 * @param least part of the median frame's mean intensity below which a frame is taken for a dip, and above whose inverse for
 *              a flash, 0 .. 1
 */
public record FrameCheck(double least) {
	/** Half of the usual intensity: the illumination is not the same any more. */
	public static final double DEFAULT_LEAST = 0.5;

	/** Part of the median intensity below which there was no beam at all; hot pixels alone may give some percent. */
	private static final double BLANK = 0.05;
	/** Robust standard deviations that an outlier is away from the median at least. */
	private static final double OUTLIER = 6;
	/** Times the usual value that an outlier has at least: where frames are alike, small differences do no harm. */
	private static final double MUCH_WORSE = 1.5;
	/** With fewer frames nobody knows what is usual. */
	private static final int FEWEST = 8;

	/** Why a frame should be left out, and what the values of a {@link Proposal} are. */
	public enum Reason {
		/** No beam, or not finite: mean intensity over that of the median frame. */
		BLANK,
		/** Beam dip: mean intensity over that of the median frame. */
		DIP,
		/** Too bright: mean intensity over that of the median frame. */
		FLASH,
		/** Light not where it is in the others: correlation of the frame with the whitefield. */
		UNLIKE_WHITEFIELD,
		/** Explained much worse than the others: error of the frame. */
		UNEXPLAINED
	}

	/**
	 * A frame to leave out.
	 *
	 * @param frame  index in the scan
	 * @param reason why
	 * @param value  what it has, see the reason
	 * @param limit  what it should have, at least for {@link Reason#BLANK}, {@link Reason#DIP} and
	 *               {@link Reason#UNLIKE_WHITEFIELD}, at most for the others
	 */
	public record Proposal(int frame, Reason reason, double value, double limit) {
	}

	/** Checks the range. */
	public FrameCheck {
		if (!(least >= 0) || !(least <= 1))
			throw new IllegalArgumentException("least intensity " + least + " of the median, not 0 .. 1");
	}

	/** With the default part. */
	public FrameCheck() {
		this(DEFAULT_LEAST);
	}

	/**
	 * Blank frames, dips and flashes.
	 *
	 * @param frames frames to look at, ascending
	 * @param means  mean intensity of each frame of the scan, from {@link org.pxst.compute.ComputeScan#frameMeans}
	 * @return ascending; all frames when the median frame is empty
	 */
	public List<Proposal> byIntensity(int[] frames, double[] means) {
		double median = median(frames, means);
		List<Proposal> proposals = new ArrayList<>();
		for (int n : frames) {
			double relative = median > 0 ? means[n] / median : 0;
			if (!(relative >= least))
				proposals.add(new Proposal(n, relative >= BLANK ? Reason.DIP : Reason.BLANK, relative, least));
			else if (relative * least > 1)
				proposals.add(new Proposal(n, Reason.FLASH, relative, 1 / least));
		}
		return proposals;
	}

	/**
	 * Frames whose light is not where it is in the others: the beam moved, something stood in it, the detector misread. To
	 * be asked about the frames that {@link #byIntensity} leaves.
	 *
	 * @param frames       frames to look at, ascending
	 * @param correlations of each frame of the scan with the whitefield, -1 .. 1, from {@link WhitefieldCorrelation}
	 * @return ascending; none of fewer than eight frames
	 */
	public List<Proposal> byStructure(int[] frames, double[] correlations) {
		double[] unlike = Arrays.stream(correlations).map(r -> 1 - r).toArray();
		double limit = limit(frames, unlike);
		return IntStream.of(frames).filter(n -> !(unlike[n] <= limit))
				.mapToObj(n -> new Proposal(n, Reason.UNLIKE_WHITEFIELD, correlations[n], 1 - limit)).toList();
	}

	/**
	 * Frames that the model explains much worse than the others, after a reconstruction: the sample moved, the position is
	 * wrong.
	 *
	 * @param frames frames to look at, ascending
	 * @param errors of each frame of the scan, from {@link org.pxst.compute.ModelErrors#frame}
	 * @return ascending; none of fewer than eight frames
	 */
	public List<Proposal> byError(int[] frames, double[] errors) {
		double limit = limit(frames, errors);
		return IntStream.of(frames).filter(n -> !(errors[n] <= limit))
				.mapToObj(n -> new Proposal(n, Reason.UNEXPLAINED, errors[n], limit)).toList();
	}

	/**
	 * The frames whose intensity is as usual.
	 *
	 * @param frames frames to look at, ascending
	 * @param means  mean intensity of each frame of the scan
	 * @return the good ones of them, ascending; none when the median frame is empty
	 */
	public int[] goodFrames(int[] frames, double[] means) {
		return without(frames, byIntensity(frames, means));
	}

	/**
	 * The frames that are left when proposals are followed.
	 *
	 * @param frames    ascending
	 * @param proposals in any order
	 * @return ascending
	 */
	public static int[] without(int[] frames, List<Proposal> proposals) {
		int[] bad = proposals.stream().mapToInt(Proposal::frame).sorted().toArray();
		return IntStream.of(frames).filter(n -> Arrays.binarySearch(bad, n) < 0).toArray();
	}

	/** What an outlier is above; values that are not known do not count for it, and are outliers. */
	private static double limit(int[] frames, double[] values) {
		double[] known = IntStream.of(frames).mapToDouble(n -> values[n]).filter(Double::isFinite).toArray();
		if (known.length < FEWEST)
			return Double.POSITIVE_INFINITY;
		RobustSpread spread = RobustSpread.of(known);
		return Math.max(spread.median() + OUTLIER * spread.sigma(), MUCH_WORSE * spread.median());
	}

	private static double median(int[] frames, double[] values) {
		double[] sorted = IntStream.of(frames).mapToDouble(n -> values[n]).sorted().toArray();
		return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
	}
}
