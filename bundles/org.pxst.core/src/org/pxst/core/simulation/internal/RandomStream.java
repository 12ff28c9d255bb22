// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

/**
 * Random numbers that depend on a seed and a stream number only, not on the Java version: splitmix64 (Steele, Lea and
 * Flood, OOPSLA 2014). Each thing that is random has a stream of its own, so that the order of work does not matter. For
 * one thread.
 */
public final class RandomStream {
	private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
	/** Means from here on use rejection, whose cost does not grow with the mean. */
	private static final double REJECTION_FROM = 10;
	private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

	private long state;
	private double spareNormal = Double.NaN;

	/**
	 * @param seed   of the whole simulation
	 * @param stream number of the stream; streams of different numbers are independent
	 */
	public RandomStream(long seed, long stream) {
		state = mix(mix(seed + GOLDEN_GAMMA) ^ mix(stream * GOLDEN_GAMMA + 1));
	}

	private static long mix(long value) {
		long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
		z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
		return z ^ z >>> 31;
	}

	/** 64 random bits. */
	public long bits() {
		state += GOLDEN_GAMMA;
		return mix(state);
	}

	/** Uniform in [0, 1). */
	public double uniform() {
		return (bits() >>> 11) * 0x1p-53;
	}

	/** Uniform in [low, high). */
	public double uniform(double low, double high) {
		return low + (high - low) * uniform();
	}

	/** Uniform integer in 0 .. bound - 1; bound is far below 2^53. */
	public int below(int bound) {
		return (int) (uniform() * bound);
	}

	/** Normal with mean 0 and standard deviation 1 (polar method of Marsaglia). */
	public double normal() {
		if (!Double.isNaN(spareNormal)) {
			double value = spareNormal;
			spareNormal = Double.NaN;
			return value;
		}
		double x;
		double y;
		double square;
		do {
			x = uniform(-1, 1);
			y = uniform(-1, 1);
			square = x * x + y * y;
		} while (square >= 1 || square == 0);
		double factor = Math.sqrt(-2 * Math.log(square) / square);
		spareNormal = y * factor;
		return x * factor;
	}

	/**
	 * Poisson distributed number.
	 *
	 * @param mean at least 0; below 2^31
	 */
	public int poisson(double mean) {
		return mean < REJECTION_FROM ? poissonByProduct(mean) : poissonByRejection(mean);
	}

	private int poissonByProduct(double mean) {
		double limit = Math.exp(-mean);
		int count = 0;
		for (double product = uniform(); product > limit; product *= uniform())
			count++;
		return count;
	}

	/** Transformed rejection with squeeze: algorithm PTRS of Hormann, Insurance: Math. and Econ. 12, 39 (1993). */
	private int poissonByRejection(double mean) {
		double b = 0.931 + 2.53 * Math.sqrt(mean);
		double a = -0.059 + 0.02483 * b;
		double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
		double squeeze = 0.9277 - 3.6224 / (b - 2);
		double logMean = Math.log(mean);
		while (true) {
			double u = uniform() - 0.5;
			double v = 1 - uniform();
			double us = 0.5 - Math.abs(u);
			double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
			if (us >= 0.07 && v <= squeeze)
				return (int) k;
			if (k < 0 || us < 0.013 && v > us)
				continue;
			double logRatio = Math.log(v * inverseAlpha / (a / (us * us) + b));
			if (logRatio <= k * logMean - mean - logFactorial(k))
				return (int) k;
		}
	}

	private static double logFactorial(double k) {
		if (k < 10) {
			double product = 1;
			for (int f = 2; f <= k; f++)
				product *= f;
			return Math.log(product);
		}
		double inverse = 1 / k;
		double square = inverse * inverse;
		return (k + 0.5) * Math.log(k) - k + HALF_LOG_TWO_PI
				+ inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260)));
	}
}
