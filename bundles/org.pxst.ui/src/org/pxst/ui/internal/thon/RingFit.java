// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thon;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the ellipses of fitted rings from their image. fit_thon_rings stores the image of its model,
 * {@code ln(1 - v exp(-t / decay) cos(2 pi t + phase))}, t the number of the ring ({@link Rings}), but not the model's
 * numbers, and the defoci in the file may be those of a later step.
 * <p>
 * The image does not change along an ellipse, so its gradient points along that of t: two linear equations give the shape
 * of the ellipses to a few percent. Least squares (Levenberg-Marquardt) then give it to the precision of the image.
 */
final class RingFit {
	private static final int MOST_PIXELS = 30_000;
	private static final int LEAST_PIXELS = 20;
	private static final int STEPS = 60;
	private static final double DIFFERENCE = 1e-6;
	private static final double SETTLED = 1e-12;
	/** A worse fit than this part of the image's spread is not a fit. */
	private static final double LARGEST_MISFIT = 0.05;
	private static final double[] FIRST_DEPTHS = { 0.8, 0.3 };
	private static final double[] FIRST_DECAYS = { 1, 4, 12 };

	private final double phase;
	private final double smaller;
	private final double[] qss;
	private final double[] qfs;
	private final double[] value;
	private final double spread;

	private RingFit(Spectrum fitted, double smaller, double phase) {
		this.phase = phase;
		this.smaller = smaller;
		float[] v = fitted.values();
		int[] known = IntStream.range(0, v.length).filter(k -> Float.isFinite(v[k])).toArray();
		int stride = Math.max(1, (known.length + MOST_PIXELS - 1) / MOST_PIXELS);
		int[] used = IntStream.range(0, known.length / stride).map(k -> known[k * stride]).toArray();
		qss = IntStream.of(used).mapToDouble(k -> fitted.ss(k / fitted.columns())).toArray();
		qfs = IntStream.of(used).mapToDouble(k -> fitted.fs(k % fitted.columns())).toArray();
		value = IntStream.of(used).mapToDouble(k -> v[k]).toArray();
		double mean = IntStream.range(0, value.length).mapToDouble(k -> value[k]).average().orElse(0);
		spread = IntStream.range(0, value.length).mapToDouble(k -> (value[k] - mean) * (value[k] - mean)).sum();
	}

	/**
	 * The rings of an image.
	 *
	 * @param fitted the image, NaN outside the range of the fit
	 * @param rings  number of rings up to the radius {@code high}, ellipse of the highest frequency
	 * @param high   largest radius of the fit, cycles per m
	 * @param phase  2 atan(beta / delta)
	 * @return empty when the image is not one of rings
	 */
	static Optional<Rings> of(Spectrum fitted, double rings, double high, double phase) {
		double smaller = rings / (high * high);
		RingFit fit = new RingFit(fitted, smaller, phase);
		if (fit.value.length < LEAST_PIXELS || !(smaller > 0) || !(fit.spread > 0) || !Double.isFinite(phase))
			return Optional.empty();
		return fit.best(start(fitted));
	}

	/** Logarithm of ss / fs and the oblique part, from the directions of the gradients. */
	private static double[] start(Spectrum image) {
		// with ss = 1 / 2 + a and fs = 1 / 2 - a: gradient x (ss qss + c qfs, c qss + fs qfs) = 0
		double aa = 0;
		double ac = 0;
		double cc = 0;
		double ar = 0;
		double cr = 0;
		int columns = image.columns();
		for (int i = 1; i < image.rows() - 1; i++)
			for (int j = 1; j < columns - 1; j++) {
				int k = i * columns + j;
				double gs = (image.values()[k + columns] - image.values()[k - columns]) / image.stepSs();
				double gf = (image.values()[k + 1] - image.values()[k - 1]) / image.stepFs();
				if (!Double.isFinite(gs) || !Double.isFinite(gf))
					continue;
				double s = image.ss(i);
				double f = image.fs(j);
				double a = -gs * f - gf * s;
				double c = gs * s - gf * f;
				double r = -(gs * f - gf * s) / 2;
				aa += a * a;
				ac += a * c;
				cc += c * c;
				ar += a * r;
				cr += c * r;
			}
		double determinant = aa * cc - ac * ac;
		double a = (ar * cc - cr * ac) / determinant;
		double c = (cr * aa - ar * ac) / determinant;
		if (!(Math.abs(a) < 0.5) || !(c * c < 0.25 - a * a))
			return new double[] { 0, 0 };
		return new double[] { Math.log((0.5 + a) / (0.5 - a)), c / Math.sqrt(0.25 - a * a) };
	}

	private Optional<Rings> best(double[] shape) {
		double[] best = null;
		double least = LARGEST_MISFIT * spread;
		for (double depth : FIRST_DEPTHS)
			for (double decay : FIRST_DECAYS) {
				double[] p = minimum(new double[] { shape[0], shape[1], depth, Math.log(decay) });
				double misfit = squares(residuals(p));
				if (misfit < least) {
					least = misfit;
					best = p;
				}
			}
		return Optional.ofNullable(best).map(this::rings);
	}

	private Rings rings(double[] p) {
		double ss = smaller * Math.exp(Math.max(0, p[0]));
		double fs = smaller * Math.exp(Math.max(0, -p[0]));
		return new Rings(ss, fs, p[1] * Math.sqrt(ss * fs), phase);
	}

	private double[] residuals(double[] p) {
		Rings rings = rings(p);
		double decay = Math.exp(p[3]);
		double[] residuals = new double[value.length];
		for (int k = 0; k < residuals.length; k++) {
			double t = rings.ring(qss[k], qfs[k]);
			residuals[k] = Math.log(1 - p[2] * Math.exp(-t / decay) * Math.cos(2 * Math.PI * t + phase)) - value[k];
		}
		return residuals;
	}

	/** Infinite where the model has no value. */
	private static double squares(double[] residuals) {
		double sum = 0;
		for (double r : residuals)
			sum += r * r;
		return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
	}

	private double[] minimum(double[] from) {
		double[] p = from;
		double[] residuals = residuals(p);
		double misfit = squares(residuals);
		double damping = 1e-3;
		for (int step = 0; step < STEPS && damping < 1e8; step++) {
			double[] next = moved(p, residuals, damping);
			double[] there = residuals(next);
			double better = squares(there);
			if (better < misfit) {
				boolean settled = misfit - better < SETTLED * misfit;
				p = next;
				residuals = there;
				misfit = better;
				damping /= 5;
				if (settled)
					break;
			} else
				damping *= 5;
		}
		return p;
	}

	private double[] moved(double[] p, double[] residuals, double damping) {
		double[][] slopes = new double[p.length][];
		for (int a = 0; a < p.length; a++) {
			double[] shifted = p.clone();
			shifted[a] += DIFFERENCE;
			slopes[a] = residuals(shifted);
			for (int k = 0; k < residuals.length; k++)
				slopes[a][k] = (slopes[a][k] - residuals[k]) / DIFFERENCE;
		}
		double[][] normal = new double[p.length][p.length + 1];
		for (int a = 0; a < p.length; a++) {
			for (int b = 0; b < p.length; b++)
				normal[a][b] = dot(slopes[a], slopes[b]);
			normal[a][a] *= 1 + damping;
			normal[a][p.length] = -dot(slopes[a], residuals);
		}
		double[] moved = solved(normal);
		for (int a = 0; a < p.length; a++)
			moved[a] += p[a];
		return moved;
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++)
			sum += a[k] * b[k];
		return sum;
	}

	/** Gauss-Jordan without pivoting: the matrix is positive definite. */
	private static double[] solved(double[][] rows) {
		int n = rows.length;
		for (int c = 0; c < n; c++)
			for (int r = 0; r < n; r++)
				if (r != c) {
					double factor = rows[r][c] / rows[c][c];
					for (int k = c; k <= n; k++)
						rows[r][k] -= factor * rows[c][k];
				}
		double[] solution = new double[n];
		for (int c = 0; c < n; c++)
			solution[c] = rows[c][n] / rows[c][c];
		return solution;
	}
}
