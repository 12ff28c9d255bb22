// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;

/**
 * make_mask (paper, section 4.1): finds dead and hot pixels from the scan itself.
 * <p>
 * The paper compares the squared deviation of a pixel from the median of its neighbours with its variance over the frames.
 * A lens with fine structure in its light (a caustic at the rim, a zone doublet) has pixels as odd as that which are sound,
 * so here such a pixel is only a suspect. It is bad when in addition it does not behave like a pixel that sees the sample
 * move: when it hardly changes while its lit neighbours do, or is many times brighter than all of them (hot), when it is
 * much darker than all of them (dead), or when it changes far more than any of them (flickering).
 * <p>
 * Other deviations from the 2020 suite, on purpose: the mean over frames instead of the sum, so that the threshold does
 * not depend on the number of frames; no integer arithmetic that wraps; the variance is that of the neighbours, since a
 * dead pixel has none of its own. Pixels whose value never changes are bad, be they the gaps of a detector.
 *
 * @param threshold a pixel is a suspect when its mean squared deviation from its neighbours is more than this many times
 *                  their variance over the frames, &gt; 1
 */
public record MakeMask(double threshold) {
	/** Threshold above which a pixel is looked at more closely. */
	public static final double DEFAULT_THRESHOLD = 4;

	/** Relative variance of a hot pixel against that of its neighbours: nothing but noise is left. */
	private static final double QUIET = 0.2;
	/** Relative variance of a flickering pixel against the largest of its neighbours. */
	private static final double WILD = 5;
	/** Brightness of a hot pixel in the dark against the brightest of its neighbours: no optics makes such a spot. */
	private static final double BRIGHT = 10;
	/** Brightness of a dead pixel against the darkest of its neighbours. */
	private static final double DARK = 0.3;
	/** A neighbour that is darker than this part of the brightest pixels tells nothing about the sample. */
	private static final double LIT = 0.01;
	/** Darker than this part of that, and a pixel may well have no count in any frame. */
	private static final double DIM = 0.1;

	/** With the default threshold. */
	public MakeMask() {
		this(DEFAULT_THRESHOLD);
	}

	/**
	 * @param mean      mean over frames of each pixel
	 * @param variance  variance over frames of each pixel
	 * @param deviation mean squared deviation from the median of the 3 x 3 pixels around it
	 * @return true = good
	 */
	public Mask apply(Image mean, Image variance, Image deviation) {
		int rows = mean.rows();
		int columns = mean.columns();
		double lit = LIT * brightest(mean, variance);
		boolean[] good = new boolean[rows * columns];
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int j = 0; j < columns; j++) {
				Neighbourhood around = new Neighbourhood(mean, variance, i, j, lit);
				int p = i * columns + j;
				double own = variance.values()[p];
				// light fluctuates: a value that never changes is none, but for dark pixels among dark ones
				boolean stuck = own == 0 && (around.variance > 0 && around.mean > DIM * lit || mean.values()[p] != 0);
				boolean suspect = deviation.values()[p] > threshold * Math.max(around.variance, around.mean);
				good[p] = !stuck && !(suspect && misbehaves(mean.values()[p], own, around));
			}
		});
		return new Mask(rows, columns, good);
	}

	/** The 99th percentile of the pixels that change: the mark for a gap of the detector may be a huge number. */
	private static double brightest(Image mean, Image variance) {
		float[] changing = new float[mean.values().length];
		int n = 0;
		for (int p = 0; p < changing.length; p++)
			if (variance.values()[p] > 0)
				changing[n++] = mean.values()[p];
		Arrays.sort(changing, 0, n);
		return n == 0 ? 0 : changing[(int) (0.99 * (n - 1))];
	}

	private static boolean misbehaves(double mean, double variance, Neighbourhood around) {
		if (mean < DARK * around.darkest || mean > BRIGHT * around.brightest)
			return true;
		double relative = variance / (mean * mean);
		return relative < QUIET * around.relativeVariance || relative > WILD * around.mostRelativeVariance;
	}

	/** What is usual around a pixel, itself left out. */
	private static final class Neighbourhood {
		/** Medians over 5 x 5 pixels. */
		final double mean;
		final double variance;
		/** Median over the lit ones of 5 x 5 of variance / mean^2; 0 when there are fewer than three. */
		final double relativeVariance;
		/** Extremes over 3 x 3; the variance over lit ones only, infinite when there are none. */
		final double darkest;
		final double brightest;
		final double mostRelativeVariance;

		Neighbourhood(Image means, Image variances, int i, int j, double lit) {
			float[] m = new float[24];
			float[] v = new float[24];
			float[] r = new float[24];
			int n = 0;
			int bright = 0;
			double least = Double.POSITIVE_INFINITY;
			double most = 0;
			double largest = 0;
			for (int a = Math.max(0, i - 2); a <= Math.min(means.rows() - 1, i + 2); a++)
				for (int b = Math.max(0, j - 2); b <= Math.min(means.columns() - 1, j + 2); b++) {
					if (a == i && b == j)
						continue;
					m[n] = means.at(a, b);
					v[n] = variances.at(a, b);
					boolean close = Math.abs(a - i) < 2 && Math.abs(b - j) < 2;
					if (close) {
						least = Math.min(least, m[n]);
						largest = Math.max(largest, m[n]);
					}
					if (m[n] > lit && v[n] > 0) {
						r[bright] = v[n] / (m[n] * m[n]);
						if (close)
							most = Math.max(most, r[bright]);
						bright++;
					}
					n++;
				}
			mean = median(m, n);
			variance = median(v, n);
			relativeVariance = bright < 3 ? 0 : median(r, bright);
			darkest = least;
			brightest = largest;
			mostRelativeVariance = most > 0 ? most : Double.POSITIVE_INFINITY;
		}

		private static double median(float[] values, int n) {
			Arrays.sort(values, 0, n);
			return n == 0 ? 0 : values[n / 2];
		}
	}
}
