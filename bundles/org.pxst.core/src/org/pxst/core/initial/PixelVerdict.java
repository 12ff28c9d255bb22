// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

/** Tells a pixel that misbehaves from a sound one by what is usual around it. Immutable. */
final class PixelVerdict {
	/** Relative variance of a hot pixel against that of its neighbours: nothing but noise is left. */
	private static final double QUIET = 0.2;
	/** Relative variance of a flickering pixel against the largest of its neighbours. */
	private static final double WILD = 5;
	/** Brightness of a hot pixel in the dark against the brightest of its neighbours: no optics makes such a spot. */
	private static final double BRIGHT = 10;
	/** Brightness above which a pixel is so odd that little change is no chance. */
	private static final double STRIKING = 3;
	/** Brightness of a dead pixel against the darkest of its neighbours. */
	private static final double DARK = 0.3;
	/** Darker than this part of what is lit, and a pixel may well have no count in any frame. */
	private static final double DIM = 0.1;
	/** Photons expected in all frames together when none at all is no chance: it happens to one of 3e6 pixels. */
	static final double SURE_COUNTS = 15;
	/** Standard deviations that one pixel of a thousand is below. */
	private static final double RARE = 3.09;

	private final double threshold;
	private final double lit;
	private final int frames;
	private final double quiet;

	/**
	 * @param threshold of the deviation over the neighbours' variance, above which a pixel is a suspect
	 * @param lit       mean intensity above which a pixel sees the sample
	 * @param frames    number of frames that the statistics are of
	 */
	PixelVerdict(double threshold, double lit, int frames) {
		this.threshold = threshold;
		this.lit = lit;
		this.frames = frames;
		quiet = Math.min(QUIET, smallestByChance(frames));
	}

	/** Mean intensity above which a pixel sees the sample. */
	double lit() {
		return lit;
	}

	/** Estimated over true variance that one sound pixel of a thousand is below (chi square, Wilson and Hilferty 1931). */
	private static double smallestByChance(int frames) {
		double part = 2.0 / (9 * Math.max(1, frames - 1));
		return Math.pow(Math.max(0, 1 - part - RARE * Math.sqrt(part)), 3);
	}

	/**
	 * @param mean      of the pixel
	 * @param variance  of the pixel
	 * @param deviation mean squared deviation from what is usual around it
	 * @param around    what that is
	 */
	boolean isBad(double mean, double variance, double deviation, Neighbourhood around) {
		return isStuck(mean, variance, around)
				|| deviation > threshold * Math.max(around.variance(), around.mean()) && misbehaves(mean, variance, around);
	}

	/** Light fluctuates: a value that never changes is none, but for dark pixels among dark ones. */
	private boolean isStuck(double mean, double variance, Neighbourhood around) {
		if (variance != 0)
			return false;
		double counts = frames * around.mean() * around.mean() / around.variance();
		return mean != 0 || around.variance() > 0 && around.mean() > DIM * lit && counts > SURE_COUNTS;
	}

	private boolean misbehaves(double mean, double variance, Neighbourhood around) {
		if (mean < DARK * around.darkest() || mean > BRIGHT * around.brightest())
			return true;
		double relative = variance / (mean * mean);
		double small = mean > STRIKING * around.brightest() ? QUIET : quiet;
		return relative < small * around.relativeVariance() || relative > WILD * around.mostRelativeVariance();
	}
}
