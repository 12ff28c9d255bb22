// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;

/**
 * make_mask (paper, section 4.1): finds dead and hot pixels from the scan itself.
 * <p>
 * The paper compares the squared deviation of a pixel from the median of its neighbours with its variance over the frames.
 * A lens with fine structure in its light (a caustic at the rim, a zone doublet) has pixels as odd as that which are sound,
 * so here such a pixel is only a suspect. It is bad when in addition it does not behave like a pixel that sees the sample
 * move: when it hardly changes while its lit neighbours do, or is many times brighter than all of them (hot), when it is
 * much darker than all of them (dead), or when it changes far more than any of them (flickering). Bad pixels that touch hide
 * each other; so those next to a bad one are looked at once more, in wider surroundings from which the bad ones are left
 * out, until there are no more.
 * <p>
 * Other deviations from the 2020 suite, on purpose: the mean over frames instead of the sum, so that the threshold does
 * not depend on the number of frames; no integer arithmetic that wraps; the variance is that of the neighbours, since a
 * dead pixel has none of its own. Pixels whose value never changes are bad, be they the gaps of a detector; dark ones among
 * dark ones are not. What the file's detector mask says is for the caller to add ({@link Mask#and}).
 *
 * @param threshold a pixel is a suspect when its mean squared deviation from its neighbours is more than this many times
 *                  their variance over the frames, &gt; 1
 */
public record MakeMask(double threshold) {
	/** Threshold above which a pixel is looked at more closely. */
	public static final double DEFAULT_THRESHOLD = 4;

	static final String WORK = "make_mask";

	/** Enough frames for the variance of a pixel to be sure. */
	private static final int MANY = 1000;
	/** A neighbour that is darker than this part of the brightest pixels tells nothing about the sample. */
	private static final double LIT = 0.01;

	/** With the default threshold. */
	public MakeMask() {
		this(DEFAULT_THRESHOLD);
	}

	/** The verdict on statistics of many frames, some tens or more. */
	public Mask apply(Image mean, Image variance, Image deviation, IMonitor monitor) {
		return apply(mean, variance, deviation, MANY, monitor);
	}

	/**
	 * With few frames the variance of a sound pixel may be small by chance, and a dim pixel may have no count in any of
	 * them; both are allowed for.
	 *
	 * @param mean      mean over frames of each pixel
	 * @param variance  variance over frames of each pixel
	 * @param deviation mean squared deviation from the median of the 3 x 3 pixels around it
	 * @param frames    number of frames, at least 1
	 * @param monitor   for cancelling
	 * @return true = good
	 * @throws CancelledException when cancelled
	 */
	public Mask apply(Image mean, Image variance, Image deviation, int frames, IMonitor monitor) {
		int rows = mean.rows();
		int columns = mean.columns();
		double lit = LIT * brightest(mean, variance);
		PixelVerdict verdict = new PixelVerdict(threshold, lit, frames);
		boolean[] good = new DetectorGaps(mean, variance, lit, frames).good();
		boolean[] all = new boolean[good.length];
		Arrays.fill(all, true);
		Mask everywhere = new Mask(rows, columns, all);
		IntStream.range(0, rows).parallel().forEach(i -> {
			CancelledException.check(monitor, WORK);
			for (int j = 0; j < columns; j++) {
				Neighbourhood around = Neighbourhood.close(mean, variance, everywhere, i, j, lit);
				int p = i * columns + j;
				if (verdict.isBad(mean.values()[p], variance.values()[p], deviation.values()[p], around))
					good[p] = false;
			}
		});
		Mask first = new Mask(rows, columns, good);
		return new BadPixelClusters(mean, variance, verdict).complete(first, monitor);
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
}
