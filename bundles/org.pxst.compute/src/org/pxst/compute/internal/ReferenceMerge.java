// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Locale;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/** The merge of all frames into the reference image (paper, equation 3), with bilinear deposit. */
record ReferenceMerge(LoadedFrames frames, ForwardModel model, ParallelLoop loop) {
	/**
	 * Number of partial sums: fixed, so that the order of summation, and with it the result, does not depend on the
	 * number of cores.
	 */
	private static final int PARTS = 8;
	private static final double ROUNDING = 1e-9;
	private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
	/** Bytes a pixel of the reference image: the partial sums, and two images. */
	private static final int BYTES = PARTS * 2 * Double.BYTES + 2 * Float.BYTES;

	/** Offset and size of the reference image: what the map and the translations reach. */
	private record Extent(double n0, double m0, int rows, int columns) {
	}

	private interface Deposit {
		/** The two quantities that loaded frame k deposits from detector pixel p. */
		void at(int k, int p, double[] values);
	}

	/** {@code Iref = sum_n W I / sum_n W^2}. */
	ReferenceImage merge(double minimumOverlap) {
		float[] w = model.whitefield().values();
		GoodPixels pixels = GoodPixels.of(model.mask());
		Extent extent = extent(pixels);
		double[][] sums = deposit(pixels, extent, (k, p, values) -> {
			values[0] = (double) w[p] * frames.intensities()[k][p];
			values[1] = (double) w[p] * w[p];
		});
		double meanSquare = 0;
		for (int p : pixels.index())
			meanSquare += (double) w[p] * w[p] / pixels.count();
		double threshold = Math.max(minimumOverlap * meanSquare, Double.MIN_NORMAL);
		return new ReferenceImage(ratio(sums, extent, threshold), overlap(sums, extent), extent.n0, extent.m0);
	}

	/**
	 * Merges values that belong to single samples, for example errors, onto the reference image's pixels: their mean.
	 *
	 * @param reference gives offset and shape
	 * @param samples   value of loaded frame k at the q-th pixel that counts: samples[k][q]; NaN for none
	 */
	Image mergeSamples(ReferenceImage reference, float[][] samples) {
		GoodPixels pixels = GoodPixels.of(model.mask());
		int[] place = new int[model.mask().good().length];
		for (int q = 0; q < pixels.count(); q++)
			place[pixels.index()[q]] = q;
		Extent extent = new Extent(reference.n0(), reference.m0(), reference.image().rows(),
				reference.image().columns());
		double[][] sums = deposit(pixels, extent, (k, p, values) -> {
			float sample = samples[k][place[p]];
			boolean valid = !Float.isNaN(sample);
			values[0] = valid ? sample : 0;
			values[1] = valid ? 1 : 0;
		});
		return ratio(sums, extent, 1e-6);
	}

	private double[][] deposit(GoodPixels pixels, Extent extent, Deposit deposit) {
		int size = extent.rows * extent.columns;
		double[][] numerator = new double[PARTS][];
		double[][] denominator = new double[PARTS][];
		loop.run(PARTS, part -> {
			double[] num = new double[size];
			double[] den = new double[size];
			double[] values = new double[2];
			double[] uss = model.map().ss();
			double[] ufs = model.map().fs();
			for (int k = part; k < frames.count(); k += PARTS) {
				if (loop.monitor().isCancelled())
					break;
				double oss = extent.n0 - model.translations().ss()[frames.index()[k]];
				double ofs = extent.m0 - model.translations().fs()[frames.index()[k]];
				for (int p : pixels.index()) {
					double s = notBelowZeroByRounding(uss[p] + oss);
					double f = notBelowZeroByRounding(ufs[p] + ofs);
					int i = (int) Math.floor(s);
					int j = (int) Math.floor(f);
					if (i < 0 || j < 0 || i >= extent.rows - 1 || j >= extent.columns - 1)
						continue;
					double a = s - i;
					double b = f - j;
					deposit.at(k, p, values);
					int c = i * extent.columns + j;
					double w00 = (1 - a) * (1 - b);
					double w01 = (1 - a) * b;
					double w10 = a * (1 - b);
					double w11 = a * b;
					num[c] += w00 * values[0];
					num[c + 1] += w01 * values[0];
					num[c + extent.columns] += w10 * values[0];
					num[c + extent.columns + 1] += w11 * values[0];
					den[c] += w00 * values[1];
					den[c + 1] += w01 * values[1];
					den[c + extent.columns] += w10 * values[1];
					den[c + extent.columns + 1] += w11 * values[1];
				}
			}
			numerator[part] = num;
			denominator[part] = den;
		});
		for (int part = 1; part < PARTS; part++)
			for (int c = 0; c < size; c++) {
				numerator[0][c] += numerator[part][c];
				denominator[0][c] += denominator[part][c];
			}
		return new double[][] { numerator[0], denominator[0] };
	}

	/** The smallest coordinate is 0 by choice of the offset, but the sum of the three may round to less. */
	private static double notBelowZeroByRounding(double coordinate) {
		return coordinate < 0 && coordinate > -ROUNDING ? 0 : coordinate;
	}

	private static Image ratio(double[][] sums, Extent extent, double threshold) {
		float[] values = new float[sums[0].length];
		for (int c = 0; c < values.length; c++)
			values[c] = sums[1][c] >= threshold ? (float) (sums[0][c] / sums[1][c]) : Float.NaN;
		return new Image(extent.rows, extent.columns, values);
	}

	private static Image overlap(double[][] sums, Extent extent) {
		float[] values = new float[sums[1].length];
		for (int c = 0; c < values.length; c++)
			values[c] = (float) sums[1][c];
		return new Image(extent.rows, extent.columns, values);
	}

	private Extent extent(GoodPixels pixels) {
		double[] ss = range(pixels, model.map().ss(), model.translations().ss());
		double[] fs = range(pixels, model.map().fs(), model.translations().fs());
		// one row and column beyond the last, so that every sample has four corners
		double rows = Math.floor(ss[1] - ss[0]) + 2;
		double columns = Math.floor(fs[1] - fs[0]) + 2;
		String what = String.format(Locale.ROOT, "the reference image of %.4g x %.4g pixels that %d pixels and %d positions reach over",
				rows, columns, pixels.count(), frames.count());
		String remedy = "check positions and defocus";
		if (!(rows * columns <= LARGEST_ARRAY))
			throw new InvalidDataException(what + " is too large; " + remedy);
		HeapRoom.require(rows * columns * BYTES + (double) frames.count() * frames.rows() * frames.columns() * Float.BYTES,
				what, remedy);
		return new Extent(-ss[0], -fs[0], (int) rows, (int) columns);
	}

	private double[] range(GoodPixels pixels, double[] u, double[] d) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int p : pixels.index()) {
			low = Math.min(low, u[p]);
			high = Math.max(high, u[p]);
		}
		double least = Double.POSITIVE_INFINITY;
		double most = Double.NEGATIVE_INFINITY;
		for (int n : frames.index()) {
			least = Math.min(least, d[n]);
			most = Math.max(most, d[n]);
		}
		return new double[] { low - most, high - least };
	}
}
