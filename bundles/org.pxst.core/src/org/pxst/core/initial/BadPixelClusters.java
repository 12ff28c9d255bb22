// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.ArrayDeque;
import java.util.Queue;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;

/** Completes clusters of bad pixels, from those found to their neighbours. */
final class BadPixelClusters {
	/** With fewer sound pixels around nothing can be said. */
	private static final int FEWEST = 12;

	private final Image mean;
	private final Image variance;
	private final PixelVerdict verdict;

	BadPixelClusters(Image mean, Image variance, PixelVerdict verdict) {
		this.mean = mean;
		this.variance = variance;
		this.verdict = verdict;
	}

	/** The mask less the pixels that turn out to be bad without their bad neighbours; true = good. */
	Mask complete(Mask found, IMonitor monitor) {
		int rows = mean.rows();
		int columns = mean.columns();
		Mask mask = new Mask(rows, columns, found.good().clone());
		Queue<Integer> bad = new ArrayDeque<>();
		for (int p = 0; p < mask.good().length; p++)
			if (!mask.good()[p])
				bad.add(p);
		while (!bad.isEmpty()) {
			CancelledException.check(monitor, MakeMask.WORK);
			int p = bad.remove();
			int i = p / columns;
			int j = p % columns;
			for (int a = Math.max(0, i - 1); a <= Math.min(rows - 1, i + 1); a++)
				for (int b = Math.max(0, j - 1); b <= Math.min(columns - 1, j + 1); b++)
					if (mask.isGood(a, b) && isBad(mask, a, b)) {
						mask.good()[a * columns + b] = false;
						bad.add(a * columns + b);
					}
		}
		return mask;
	}

	private boolean isBad(Mask mask, int i, int j) {
		Neighbourhood around = Neighbourhood.wide(mean, variance, mask, i, j, verdict.lit());
		if (around.pixels() < FEWEST)
			return false;
		double own = variance.at(i, j);
		double away = mean.at(i, j) - around.mean();
		return verdict.isBad(mean.at(i, j), own, away * away + own, around);
	}
}
