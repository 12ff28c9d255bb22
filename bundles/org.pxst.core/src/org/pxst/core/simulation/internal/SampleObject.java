// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

import org.pxst.core.simulation.SimulationSettings;

/**
 * The sample: thickness and transmission on a grid that is larger than the wavefield's by a margin on all sides, so that
 * the sample can be shifted by whole samples without running out of it.
 *
 * @param rows      samples along the slow scan axis
 * @param columns   samples along the fast scan axis
 * @param margin    samples before the first row and column of the wavefield when the sample is at position 0
 * @param thickness in m, flat (ss, fs)
 */
public record SampleObject(int rows, int columns, int margin, float[] thickness) {
	private static final int SPOKES = 36;
	/** Samples a grid point and axis of the star. */
	private static final int SUBSAMPLES = 3;
	private static final double[] RINGS = { 0.25, 0.5, 0.75 };

	/**
	 * Makes the sample.
	 *
	 * @param settings what to make
	 * @param grid     grid of the wavefield
	 * @param margin   reference pixels that the sample can be shifted by
	 * @param random   for the speckle sample
	 */
	public static SampleObject of(SimulationSettings settings, Grid grid, int margin, RandomStream random) {
		int os = grid.oversampling();
		int rows = Fourier2D.fastLength(grid.rows() / os + 2 * margin) * os;
		int columns = Fourier2D.fastLength(grid.columns() / os + 2 * margin) * os;
		float[] relative = switch (settings.sample()) {
		case STAR -> star(settings, rows, columns, os, grid.firstRow() / os + settings.rows() / 2.0 + margin,
				grid.firstColumn() / os + settings.columns() / 2.0 + margin);
		case SPECKLE -> speckle(rows, columns, settings.correlation() * os, random);
		};
		float[] thickness = new GaussianBlur(settings.smoothing() * os, GaussianBlur.Border.NEAREST).apply(relative, rows,
				columns);
		for (int k = 0; k < thickness.length; k++)
			thickness[k] *= (float) settings.thickness();
		return new SampleObject(rows, columns, margin * os, thickness);
	}

	/** Siemens star with rings cut out, and a second one of twice as many spokes around it; values 0 .. 1. */
	private static float[] star(SimulationSettings s, int rows, int columns, int os, double middleSs, double middleFs) {
		double centreSs = middleSs + 0.07 * s.rows();
		double centreFs = middleFs - 0.05 * s.rows();
		double inner = 0.04 * s.rows();
		double outer = 0.55 * Math.max(s.rows(), 100);
		double gap = 0.02 * s.rows();
		float[] values = new float[rows * columns];
		for (int a = 0; a < rows * SUBSAMPLES; a++) {
			double y = (a + 0.5) / (SUBSAMPLES * os) - centreSs;
			for (int b = 0; b < columns * SUBSAMPLES; b++) {
				double x = (b + 0.5) / (SUBSAMPLES * os) - centreFs;
				double r = Math.sqrt(x * x + y * y);
				if (inStar(r, Math.atan2(y, x), inner, outer, gap))
					values[a / SUBSAMPLES * columns + b / SUBSAMPLES] += 1f / (SUBSAMPLES * SUBSAMPLES);
			}
		}
		return values;
	}

	private static boolean inStar(double r, double angle, double inner, double outer, double gap) {
		if (r > outer * 1.04)
			return spoke(2 * SPOKES * angle + 0.5);
		if (r <= inner || r >= outer)
			return false;
		for (double ring : RINGS)
			if (r > ring * outer && r < ring * outer + gap)
				return false;
		return spoke(SPOKES * angle);
	}

	/** Whether the sine of the angle is positive. */
	private static boolean spoke(double angle) {
		double turns = angle / (2 * Math.PI);
		return turns - Math.floor(turns) < 0.5;
	}

	/** Random field of two correlation lengths, squeezed into 0 .. 1. */
	private static float[] speckle(int rows, int columns, double correlation, RandomStream random) {
		float[] fine = smoothNoise(rows, columns, correlation, random);
		float[] coarse = smoothNoise(rows, columns, 4 * correlation, random);
		for (int k = 0; k < fine.length; k++)
			fine[k] = (float) (0.5 * (1 + Math.tanh((fine[k] + 0.7 * coarse[k]) / 1.5)));
		return fine;
	}

	/** Smoothed white noise of standard deviation 1. */
	private static float[] smoothNoise(int rows, int columns, double sigma, RandomStream random) {
		float[] noise = new float[rows * columns];
		for (int k = 0; k < noise.length; k++)
			noise[k] = (float) random.normal();
		noise = new GaussianBlur(sigma, GaussianBlur.Border.WRAP).apply(noise, rows, columns);
		double sum = 0;
		double squares = 0;
		for (float value : noise) {
			sum += value;
			squares += (double) value * value;
		}
		double mean = sum / noise.length;
		double deviation = Math.sqrt(squares / noise.length - mean * mean);
		for (int k = 0; k < noise.length; k++)
			noise[k] /= (float) deviation;
		return noise;
	}

	/** Transmission exp(-k (beta + i delta) t), interleaved (re, im). */
	public float[] transmission(SimulationSettings settings) {
		double k = 2 * Math.PI / settings.wavelength();
		float[] values = new float[2 * thickness.length];
		for (int p = 0; p < thickness.length; p++) {
			double modulus = Math.exp(-k * settings.beta() * thickness[p]);
			double phase = -k * settings.delta() * thickness[p];
			values[2 * p] = (float) (modulus * Math.cos(phase));
			values[2 * p + 1] = (float) (modulus * Math.sin(phase));
		}
		return values;
	}
}
