// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

/**
 * The pixels of a spectrum in a range of frequencies, each once (half of the plane is the mirror image of the other), with
 * the background that may be under the rings: a polynomial of the logarithm of the radius, and a part that changes with
 * the direction. Immutable.
 */
final class ThonPixels {
	private static final int DIRECTIONS = 4;

	/** Says which frequencies are used. */
	interface Range {
		/** Whether this frequency is in the range. */
		boolean contains(double ss, double fs);
	}

	/** Row and column of each pixel in the spectrum. */
	final int[] row;
	final int[] column;
	/** Frequency of each pixel. */
	final double[] ss;
	final double[] fs;
	/** Logarithm of the power. */
	final double[] logarithm;
	/** Orthonormal functions that make up the background. */
	private final double[][] background;

	/**
	 * @param spectrum the spectrum
	 * @param range    which frequencies to use
	 * @param ratio    of the ellipses along which the background is the same: extent along the fast over that along the
	 *                 slow scan axis, squared
	 * @param degree   of the polynomial
	 */
	ThonPixels(ThonSpectrum spectrum, Range range, double ratio, int degree) {
		int halfRows = spectrum.rows() / 2;
		int halfColumns = spectrum.columns() / 2;
		int[] chosen = new int[spectrum.rows() * halfColumns];
		int n = 0;
		for (int i = 0; i < spectrum.rows(); i++)
			for (int j = 0; j < halfColumns; j++) {
				boolean mirrored = j == 0 && (i == 0 || i > halfRows);
				if (!mirrored && i != halfRows && range.contains(spectrum.ss(i), spectrum.fs(j)))
					chosen[n++] = i * spectrum.columns() + j;
			}
		row = new int[n];
		column = new int[n];
		ss = new double[n];
		fs = new double[n];
		logarithm = new double[n];
		double[] signal = spectrum.signal();
		for (int k = 0; k < n; k++) {
			row[k] = chosen[k] / spectrum.columns();
			column[k] = chosen[k] % spectrum.columns();
			ss[k] = spectrum.ss(row[k]);
			fs[k] = spectrum.fs(column[k]);
			logarithm[k] = Math.log(signal[chosen[k]]);
		}
		background = orthonormal(functions(ratio, degree));
	}

	int count() {
		return ss.length;
	}

	double[][] background() {
		return background;
	}

	private double[][] functions(double ratio, int degree) {
		double[] x = new double[count()];
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int k = 0; k < x.length; k++) {
			x[k] = Math.log(ratio * ss[k] * ss[k] + fs[k] * fs[k]);
			low = Math.min(low, x[k]);
			high = Math.max(high, x[k]);
		}
		double[][] functions = new double[degree + 1 + DIRECTIONS][x.length];
		for (int k = 0; k < x.length; k++) {
			double radius = 2 * (x[k] - low) / (high - low) - 1;
			for (int d = 0; d <= degree; d++)
				functions[d][k] = d == 0 ? 1 : d == 1 ? radius : 2 * radius * functions[d - 1][k] - functions[d - 2][k];
			double cos2 = (ss[k] * ss[k] - fs[k] * fs[k]) / (ss[k] * ss[k] + fs[k] * fs[k]);
			double cos4 = 2 * cos2 * cos2 - 1;
			functions[degree + 1][k] = cos2;
			functions[degree + 2][k] = cos2 * radius;
			functions[degree + 3][k] = cos4;
			functions[degree + 4][k] = cos4 * radius;
		}
		return functions;
	}

	/** Gram-Schmidt, done twice for its rounding errors. */
	private static double[][] orthonormal(double[][] functions) {
		for (int f = 0; f < functions.length; f++) {
			double before = norm(functions[f]);
			for (int pass = 0; pass < 2; pass++)
				for (int g = 0; g < f; g++)
					subtract(functions[f], functions[g], dot(functions[f], functions[g]));
			double norm = norm(functions[f]);
			// a function that the others make up already adds nothing
			double scale = norm > 1e-9 * before ? 1 / norm : 0;
			for (int k = 0; k < functions[f].length; k++)
				functions[f][k] *= scale;
		}
		return functions;
	}

	/** The values without their part that can be background. */
	double[] flattened(double[] values) {
		double[] flat = values.clone();
		for (double[] function : background)
			subtract(flat, function, dot(flat, function));
		return flat;
	}

	static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++)
			sum += a[k] * b[k];
		return sum;
	}

	private static double norm(double[] a) {
		return Math.sqrt(dot(a, a));
	}

	private static void subtract(double[] from, double[] function, double times) {
		for (int k = 0; k < from.length; k++)
			from[k] -= times * function[k];
	}
}
