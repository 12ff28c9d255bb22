// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.PixelTranslations;

/**
 * Fixes what the forward model leaves free. The model does not change when positions, pixel map and reference image go
 * through one affine transformation together; only the recorded positions tell which one is right. So the affine part of
 * what the positions have moved away from the recorded ones is taken off, and the map goes through the same
 * transformation. (The 2020 suite lets it drift, which shows as astigmatism.)
 */
public final class PositionGauge {
	/** Extent of a scan across its main direction, in parts of that along it, below which it counts as a line. */
	private static final double LEAST_EXTENT = 0.05;

	private final PixelTranslations recorded;
	private final int[] frames;

	/**
	 * @param recorded positions as recorded, reference pixels
	 * @param frames   frames that are used
	 */
	public PositionGauge(PixelTranslations recorded, int[] frames) {
		this.recorded = recorded;
		this.frames = frames.clone();
	}

	/**
	 * Positions and map after the transformation.
	 *
	 * @param translations positions whose difference from the recorded ones has no affine part
	 * @param map          map that belongs to them
	 */
	public record Fixed(PixelTranslations translations, PixelMap map) {
	}

	/**
	 * @param translations positions; NaN for frames that are not used
	 * @param map          pixel map
	 */
	public Fixed fix(PixelTranslations translations, PixelMap map) {
		// recorded = inverse (moved - offset) in the least-squares sense, fitted as moved = A recorded + offset
		double[][] a = fitAffine(translations);
		double determinant = a[0][0] * a[1][1] - a[0][1] * a[1][0];
		if (!(determinant > 0.1))
			return new Fixed(translations, map);
		double[][] inverse = { { a[1][1] / determinant, -a[0][1] / determinant },
				{ -a[1][0] / determinant, a[0][0] / determinant } };
		double[] ss = translations.ss().clone();
		double[] fs = translations.fs().clone();
		for (int n : frames) {
			double x = translations.ss()[n] - a[0][2];
			double y = translations.fs()[n] - a[1][2];
			ss[n] = inverse[0][0] * x + inverse[0][1] * y;
			fs[n] = inverse[1][0] * x + inverse[1][1] * y;
		}
		double[] uss = new double[map.ss().length];
		double[] ufs = new double[map.ss().length];
		IntStream.range(0, map.rows()).parallel().forEach(i -> {
			for (int p = i * map.columns(); p < (i + 1) * map.columns(); p++) {
				uss[p] = inverse[0][0] * map.ss()[p] + inverse[0][1] * map.fs()[p];
				ufs[p] = inverse[1][0] * map.ss()[p] + inverse[1][1] * map.fs()[p];
			}
		});
		return new Fixed(new PixelTranslations(ss, fs), new PixelMap(map.rows(), map.columns(), uss, ufs));
	}

	/**
	 * Least-squares (A, offset), one row an axis. Directions in which the scan has no extent to speak of stay as they are:
	 * across a line scan there is nothing but the noise of the encoders.
	 */
	private double[][] fitAffine(PixelTranslations moved) {
		double[] centre = { mean(recorded.ss()), mean(recorded.fs()) };
		double[] change = { mean(moved.ss()) - centre[0], mean(moved.fs()) - centre[1] };
		double[][] spread = new double[2][2];
		double[][] common = new double[2][2];
		for (int n : frames) {
			double[] r = { recorded.ss()[n] - centre[0], recorded.fs()[n] - centre[1] };
			double[] c = { moved.ss()[n] - recorded.ss()[n] - change[0], moved.fs()[n] - recorded.fs()[n] - change[1] };
			for (int a = 0; a < 2; a++)
				for (int b = 0; b < 2; b++) {
					spread[a][b] += r[a] * r[b];
					common[a][b] += c[a] * r[b];
				}
		}
		double[][] inverse = inverseOfWide(spread);
		double[][] affine = new double[2][3];
		for (int a = 0; a < 2; a++) {
			for (int b = 0; b < 2; b++)
				affine[a][b] = (a == b ? 1 : 0) + common[a][0] * inverse[0][b] + common[a][1] * inverse[1][b];
			affine[a][2] = centre[a] + change[a] - affine[a][0] * centre[0] - affine[a][1] * centre[1];
		}
		return affine;
	}

	private double mean(double[] values) {
		double sum = 0;
		for (int n : frames)
			sum += values[n];
		return sum / frames.length;
	}

	/** Inverse of a symmetric matrix on the principal axes that are wide enough, 0 on the others. */
	private static double[][] inverseOfWide(double[][] matrix) {
		EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(matrix));
		double[] widths = eigen.getRealEigenvalues();
		double least = LEAST_EXTENT * LEAST_EXTENT * Math.max(widths[0], widths[1]);
		double[][] inverse = new double[2][2];
		for (int k = 0; k < 2; k++) {
			if (!(widths[k] > 0) || widths[k] < least)
				continue;
			RealVector axis = eigen.getEigenvector(k);
			for (int a = 0; a < 2; a++)
				for (int b = 0; b < 2; b++)
					inverse[a][b] += axis.getEntry(a) * axis.getEntry(b) / widths[k];
		}
		return inverse;
	}
}
