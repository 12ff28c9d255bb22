// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;

/**
 * Least-squares fit of rings on any background (Levenberg-Marquardt; the background, linear, is eliminated). Immutable;
 * usable from several threads.
 */
final class ThonRefinement {
	/** Scales stay within this factor's logarithm of where they started. */
	private static final double FARTHEST = 0.25;
	private static final double LARGEST_OBLIQUE = 0.25;
	private static final double SHALLOWEST = 0.005;
	private static final double DEEPEST = 0.97;
	private static final double SHORTEST_DECAY = 0.4;
	private static final double LONGEST_DECAY = 25;
	private static final int ROUNDS = 4;
	private static final int STEPS = 25;
	private static final int ATTEMPTS = 8;
	/** Relative change of the misfit at which the fit is done: a change of the scales by far less than they mean. */
	private static final double SETTLED = 1e-7;
	private static final int PARAMETERS = 6;
	private static final int LEAST_IN_RING = 50;

	/**
	 * A fit.
	 *
	 * @param model    the rings
	 * @param misfit   sum of the squared residuals
	 * @param settled  whether all scales are inside the range in which they were looked for
	 * @param scatter  relative standard error of the less certain scale, for noise that all pixels have by themselves and a
	 *                 phase that is known to within its tolerance
	 */
	record Fit(ThonModel model, double misfit, boolean settled, double scatter) {
	}

	private final ThonPixels pixels;
	private final ThonPhase phase;
	private final IMonitor monitor;
	/** Logarithm of the power without its background. */
	private final double[] flat;

	/**
	 * @param pixels  what to fit
	 * @param phase   what is expected
	 * @param monitor for cancelling
	 */
	ThonRefinement(ThonPixels pixels, ThonPhase phase, IMonitor monitor) {
		this.monitor = monitor;
		this.pixels = pixels;
		this.phase = phase;
		flat = pixels.flattened(pixels.logarithm);
	}

	/** Sum of squares of what the background does not explain. */
	double spread() {
		return ThonPixels.dot(flat, flat);
	}

	/**
	 * Correlation of the data with a model's ring of some number, from half a ring before to half a ring behind it.
	 *
	 * @return -1 .. 1; 1 where that ring is not in the range of frequencies
	 */
	double correlation(ThonModel model, int number) {
		double[] rings = pixels.flattened(model.at(pixels));
		double match = 0;
		double ofData = 0;
		double ofRings = 0;
		int count = 0;
		for (int k = 0; k < rings.length; k++)
			if (Math.abs(model.ring(pixels.ss[k], pixels.fs[k]) - number) < 0.5) {
				match += flat[k] * rings[k];
				ofData += flat[k] * flat[k];
				ofRings += rings[k] * rings[k];
				count++;
			}
		return count < LEAST_IN_RING ? 1 : match / Math.sqrt(ofData * ofRings);
	}

	/** The best fit near a start. */
	Fit from(ThonModel start) {
		double[] p = parameters(start);
		double[] lowest = { p[0] - FARTHEST, p[1] - FARTHEST, -LARGEST_OBLIQUE, -Math.PI / 2, SHALLOWEST,
				Math.log(SHORTEST_DECAY) };
		double[] highest = { p[0] + FARTHEST, p[1] + FARTHEST, LARGEST_OBLIQUE, Math.PI, DEEPEST,
				Math.log(LONGEST_DECAY) };
		clamp(p, lowest, highest);
		double before = misfit(p);
		for (int round = 0; round < ROUNDS; round++) {
			p = minimum(p, lowest, highest, before);
			double misfit = misfit(p);
			if (Math.abs(misfit - before) < SETTLED * before)
				break;
			before = misfit;
		}
		boolean settled = p[0] > lowest[0] && p[0] < highest[0] && p[1] > lowest[1] && p[1] < highest[1];
		return new Fit(model(p), misfit(p), settled, scatter(p));
	}

	private double scatter(double[] p) {
		double[][] normal = new double[PARAMETERS][PARAMETERS];
		double variance = misfit(p) / pixels.count();
		linearise(p, variance, normal, new double[PARAMETERS]);
		RealMatrix inverse = new SingularValueDecomposition(new Array2DRowRealMatrix(normal, false)).getSolver().getInverse();
		return Math.sqrt(variance * Math.max(inverse.getEntry(0, 0), inverse.getEntry(1, 1)));
	}

	/** Minimises misfit + price * cost of the phase, with a fixed price, inside bounds. */
	private double[] minimum(double[] from, double[] lowest, double[] highest, double price) {
		double[] p = from;
		double damping = 1e-3;
		double best = misfit(p) + price * phase.cost(p[3]);
		for (int step = 0; step < STEPS; step++) {
			if (monitor.isCancelled())
				throw new CancelledException("fit_thon_rings");
			double[][] normal = new double[PARAMETERS][PARAMETERS];
			double[] gradient = new double[PARAMETERS];
			linearise(p, price, normal, gradient);
			for (int a = 0; a < PARAMETERS; a++)
				if (p[a] <= lowest[a] && gradient[a] < 0 || p[a] >= highest[a] && gradient[a] > 0)
					hold(a, normal, gradient);
			double gained = 0;
			for (int attempt = 0; attempt < ATTEMPTS && gained == 0; attempt++) {
				double[] tried = moved(p, normal, gradient, damping);
				clamp(tried, lowest, highest);
				double objective = misfit(tried) + price * phase.cost(tried[3]);
				if (objective < best) {
					gained = best - objective;
					best = objective;
					p = tried;
					damping /= 10;
				} else
					damping *= 10;
			}
			if (gained < SETTLED * best)
				break;
		}
		return p;
	}

	/** Takes a parameter that would leave its bounds out of the step. */
	private static void hold(int parameter, double[][] normal, double[] gradient) {
		for (int a = 0; a < PARAMETERS; a++) {
			normal[parameter][a] = 0;
			normal[a][parameter] = 0;
		}
		normal[parameter][parameter] = 1;
		gradient[parameter] = 0;
	}

	private static double[] moved(double[] p, double[][] normal, double[] gradient, double damping) {
		double[][] damped = new double[PARAMETERS][];
		for (int a = 0; a < PARAMETERS; a++) {
			damped[a] = normal[a].clone();
			damped[a][a] *= 1 + damping;
		}
		double[] step = new SingularValueDecomposition(new Array2DRowRealMatrix(damped, false)).getSolver()
				.solve(new ArrayRealVector(gradient, false)).toArray();
		double[] moved = p.clone();
		for (int a = 0; a < PARAMETERS; a++)
			moved[a] += step[a];
		return moved;
	}

	/** Normal equations of the next step. */
	private void linearise(double[] p, double price, double[][] normal, double[] gradient) {
		double[] residuals = residuals(p);
		double[][] derivatives = derivatives(model(p));
		for (int a = 0; a < PARAMETERS; a++)
			derivatives[a] = pixels.flattened(derivatives[a]);
		for (int a = 0; a < PARAMETERS; a++) {
			gradient[a] = ThonPixels.dot(derivatives[a], residuals);
			for (int b = 0; b < PARAMETERS; b++)
				normal[a][b] = ThonPixels.dot(derivatives[a], derivatives[b]);
		}
		double stiffness = price / (phase.tolerance() * phase.tolerance());
		normal[3][3] += stiffness;
		gradient[3] -= stiffness * (p[3] - phase.expected());
	}

	/** Derivatives of the rings with respect to the parameters. */
	private double[][] derivatives(ThonModel m) {
		double[][] derivatives = new double[PARAMETERS][pixels.count()];
		double mean = Math.sqrt(m.ss() * m.fs());
		for (int k = 0; k < pixels.count(); k++) {
			double ss = pixels.ss[k];
			double fs = pixels.fs[k];
			double t = m.ring(ss, fs);
			double fade = Math.exp(-t / m.decay());
			double angle = 2 * Math.PI * t + m.phase();
			double visible = m.depth() * fade;
			double value = 1 - visible * Math.cos(angle);
			double byVisible = -Math.cos(angle) / value;
			double byPhase = visible * Math.sin(angle) / value;
			double byRing = 2 * Math.PI * byPhase - byVisible * visible / m.decay();
			double cross = m.oblique() * mean * ss * fs;
			derivatives[0][k] = byRing * (m.ss() * ss * ss + cross);
			derivatives[1][k] = byRing * (m.fs() * fs * fs + cross);
			derivatives[2][k] = byRing * 2 * mean * ss * fs;
			derivatives[3][k] = byPhase;
			derivatives[4][k] = byVisible * fade;
			derivatives[5][k] = byVisible * visible * t / m.decay();
		}
		return derivatives;
	}

	private double[] residuals(double[] p) {
		double[] rings = pixels.flattened(model(p).at(pixels));
		for (int k = 0; k < rings.length; k++)
			rings[k] = flat[k] - rings[k];
		return rings;
	}

	private double misfit(double[] p) {
		double[] residuals = residuals(p);
		return ThonPixels.dot(residuals, residuals);
	}

	private static double[] parameters(ThonModel m) {
		return new double[] { Math.log(m.ss()), Math.log(m.fs()), m.oblique(), m.phase(), m.depth(), Math.log(m.decay()) };
	}

	private static ThonModel model(double[] p) {
		return new ThonModel(Math.exp(p[0]), Math.exp(p[1]), p[2], p[3], p[4], Math.exp(p[5]));
	}

	private static void clamp(double[] p, double[] lowest, double[] highest) {
		for (int a = 0; a < PARAMETERS; a++)
			p[a] = Math.max(lowest[a], Math.min(highest[a], p[a]));
	}
}
