// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.numerics.OrderStatistic;

/**
 * Fits the whitefield to the rest of the model by least squares, which takes the bias of the median off it, and fixes the
 * factor that whitefield and reference image can exchange: the reference image's median is 1 where many frames overlap.
 *
 * @param refine    whether the whitefield is fitted; false: only the factor is fixed
 * @param reference how the reference image is made again after the fit
 */
public record FitWhitefield(boolean refine, MakeReference reference) {
	private static final double WELL_COVERED = 0.3;

	/**
	 * @param model     the model with the new whitefield
	 * @param reference its reference image
	 */
	public record Fit(ForwardModel model, ReferenceImage reference) {
	}

	/**
	 * Long work: two passes over all frames, none without a fit. To be called from one thread.
	 *
	 * @param scan    frames
	 * @param model   the model so far
	 * @param merged  its reference image
	 * @param monitor for cancelling
	 * @throws org.pxst.core.CancelledException when cancelled
	 */
	public Fit apply(ComputeScan scan, ForwardModel model, ReferenceImage merged, IMonitor monitor) {
		if (!refine)
			return normalised(model, merged);
		ForwardModel fitted = model.with(scan.fitWhitefield(model, merged, monitor));
		return normalised(fitted, reference.apply(scan, fitted, monitor));
	}

	private static Fit normalised(ForwardModel model, ReferenceImage merged) {
		float level = level(merged);
		return new Fit(model.with(scaled(model.whitefield(), level)), new ReferenceImage(scaled(merged.image(), 1 / level),
				scaled(merged.overlap(), level * level), merged.n0(), merged.m0()));
	}

	/** Median of the reference image where many frames overlap: the model does not change when W takes the factor. */
	private static float level(ReferenceImage reference) {
		float most = 0;
		for (float overlap : reference.overlap().values())
			most = Math.max(most, overlap);
		float[] values = new float[reference.image().values().length];
		int n = 0;
		for (int c = 0; c < values.length; c++)
			if (reference.overlap().values()[c] > WELL_COVERED * most && !Float.isNaN(reference.image().values()[c]))
				values[n++] = reference.image().values()[c];
		float median = n > 0 ? OrderStatistic.ofRank(values, n, n / 2) : 0;
		return median > 0 ? median : 1;
	}

	private static Image scaled(Image image, float factor) {
		float[] values = image.values().clone();
		for (int p = 0; p < values.length; p++)
			values[p] *= factor;
		return new Image(image.rows(), image.columns(), values);
	}
}
