// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;

/**
 * Correlates a flattened spectrum with rings of all scales along both axes. Rings of scales (a, b) are
 * {@code exp(i 2 pi (a qss^2 + b qfs^2))}, a product of a function of qss and one of qfs, so the correlations with all pairs
 * (a, b) are two products of matrices. The background is taken off the rings as well, so that smooth ones do not look
 * better than they are (a generalised Lomb-Scargle periodogram in two variables).
 */
final class ThonSearch {
	/** Numbers of rings over which they may fade. */
	private static final double[] DECAYS = { 0.5, 1, 2, 4, 8 };
	private static final double LOGARITHMIC_STEP = 0.03;
	/** Rings in the range of frequencies, at least. */
	private static final double LEAST_RINGS = 1.2;
	/** Periods in a sub-area at the first dark ring, at least. */
	private static final double LEAST_PERIODS = 4;
	private static final double START_DEPTH = 0.8;

	private final ThonPixels pixels;
	private final ThonPhase phase;
	private final int rows;
	private final int columns;
	private final double[] squaresSs;
	private final double[] squaresFs;
	private final double[] scales;
	/** Largest difference of the numbers of two scales. */
	private final int band;
	private final IMonitor monitor;

	/** Correlation with each pair of scales, real and imaginary. */
	private record Plane(double[][] re, double[][] im) {
	}

	ThonSearch(ThonSpectrum spectrum, ThonPixels pixels, double radHigh, double largestRatio, ThonPhase phase,
			IMonitor monitor) {
		this.pixels = pixels;
		this.phase = phase;
		this.monitor = monitor;
		rows = spectrum.rows() / 2;
		columns = spectrum.columns() / 2;
		squaresSs = IntStream.range(0, rows).mapToDouble(i -> Math.pow(spectrum.ss(i), 2)).toArray();
		squaresFs = IntStream.range(0, columns).mapToDouble(j -> Math.pow(spectrum.fs(j), 2)).toArray();
		double finest = LEAST_PERIODS * Math.min(spectrum.resolution()[0], spectrum.resolution()[1]);
		double low = LEAST_RINGS / (radHigh * radHigh);
		double high = Math.max(low, 1 / (finest * finest));
		int count = 1 + (int) (Math.log(high / low) / LOGARITHMIC_STEP);
		scales = IntStream.range(0, count).mapToDouble(k -> low * Math.exp(k * LOGARITHMIC_STEP)).toArray();
		band = (int) (Math.log(largestRatio) / LOGARITHMIC_STEP);
	}

	/** The best rings, all with the same depth; null when none correlate at all. */
	ThonModel best() {
		double[] flat = pixels.flattened(pixels.logarithm);
		double all = ThonPixels.dot(flat, flat);
		double least = all;
		ThonModel best = null;
		for (double decay : DECAYS) {
			Plane data = correlate(flat, 2 * Math.PI, 1 / decay);
			double[][][] norms = norms(decay);
			for (int k = 0; k < scales.length; k++)
				for (int l = Math.max(0, k - band); l <= Math.min(scales.length - 1, k + band); l++)
					for (double p : phase.candidates()) {
						// the rings are -cos(2 pi t + p), bright where it is +1
						double c = Math.cos(p);
						double s = Math.sin(p);
						double match = s * data.im[k][l] - c * data.re[k][l];
						double norm = c * c * norms[0][k][l] - 2 * s * c * norms[2][k][l] + s * s * norms[1][k][l];
						if (match <= 0 || !(norm > 0))
							continue;
						double cost = (all - match * match / norm) * (1 + phase.cost(p));
						if (cost < least) {
							least = cost;
							best = new ThonModel(scales[k], scales[l], 0, p, START_DEPTH, decay);
						}
					}
		}
		return best;
	}

	/** Sums of cos^2, sin^2 and cos sin of the flattened rings; the first two 0 for rings that are all background. */
	private double[][][] norms(double decay) {
		double[] ones = new double[pixels.count()];
		Arrays.fill(ones, 1);
		Plane constant = correlate(ones, 0, 2 / decay);
		Plane twice = correlate(ones, 4 * Math.PI, 2 / decay);
		double[][][] norms = new double[3][scales.length][scales.length];
		double[][] before = new double[scales.length][];
		for (int k = 0; k < scales.length; k++) {
			before[k] = constant.re[k];
			for (int l = 0; l < scales.length; l++) {
				norms[0][k][l] = (constant.re[k][l] + twice.re[k][l]) / 2;
				norms[1][k][l] = (constant.re[k][l] - twice.re[k][l]) / 2;
				norms[2][k][l] = twice.im[k][l] / 2;
			}
		}
		for (double[] function : pixels.background()) {
			Plane part = correlate(function, 2 * Math.PI, 1 / decay);
			for (int k = 0; k < scales.length; k++)
				for (int l = 0; l < scales.length; l++) {
					norms[0][k][l] -= part.re[k][l] * part.re[k][l];
					norms[1][k][l] -= part.im[k][l] * part.im[k][l];
					norms[2][k][l] -= part.re[k][l] * part.im[k][l];
				}
		}
		for (int k = 0; k < scales.length; k++)
			for (int l = 0; l < scales.length; l++)
				for (int part = 0; part < 2; part++)
					if (norms[part][k][l] < 1e-6 * before[k][l])
						norms[part][k][l] = Double.NaN;
		return norms;
	}

	/** Sum over pixels of value times exp((i turn - decay) t), for pairs of scales that are not too different. */
	private Plane correlate(double[] values, double turn, double decay) {
		if (monitor.isCancelled())
			throw new CancelledException("fit_thon_rings");
		double[][] folded = new double[rows][columns];
		for (int k = 0; k < values.length; k++) {
			int i = pixels.row[k];
			folded[i > rows ? 2 * rows - i : i][pixels.column[k]] += values[k];
		}
		int count = scales.length;
		double[][] re = new double[count][count];
		double[][] im = new double[count][count];
		double[][] alongRe = new double[count][rows];
		double[][] alongIm = new double[count][rows];
		IntStream.range(0, count).parallel().forEach(l -> {
			double[] c = new double[columns];
			double[] s = new double[columns];
			rings(scales[l], squaresFs, turn, decay, c, s);
			for (int i = 0; i < rows; i++) {
				alongRe[l][i] = ThonPixels.dot(folded[i], c);
				alongIm[l][i] = ThonPixels.dot(folded[i], s);
			}
		});
		IntStream.range(0, count).parallel().forEach(k -> {
			double[] c = new double[rows];
			double[] s = new double[rows];
			rings(scales[k], squaresSs, turn, decay, c, s);
			for (int l = Math.max(0, k - band); l <= Math.min(count - 1, k + band); l++) {
				double sumRe = 0;
				double sumIm = 0;
				for (int i = 0; i < rows; i++) {
					sumRe += c[i] * alongRe[l][i] - s[i] * alongIm[l][i];
					sumIm += c[i] * alongIm[l][i] + s[i] * alongRe[l][i];
				}
				re[k][l] = sumRe;
				im[k][l] = sumIm;
			}
		});
		return new Plane(re, im);
	}

	private static void rings(double scale, double[] squares, double turn, double decay, double[] c, double[] s) {
		for (int i = 0; i < squares.length; i++) {
			double t = scale * squares[i];
			double size = Math.exp(-decay * t);
			c[i] = size * Math.cos(turn * t);
			s[i] = size * Math.sin(turn * t);
		}
	}
}
