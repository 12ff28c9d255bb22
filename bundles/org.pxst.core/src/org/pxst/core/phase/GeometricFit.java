// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Weighted least squares of the low orders of a phase: all that are asked for at once, so that they are right also on pupils
 * on which they are not orthogonal. Immutable; uses all cores, with the same result on every run.
 */
public final class GeometricFit {
	/** The terms as sums of the monomials 1, y, x, y^2, x y, x^2. */
	private static final double[][] TERMS = { { 1, 0, 0, 0, 0, 0 }, { 0, 1, 0, 0, 0, 0 }, { 0, 0, 1, 0, 0, 0 },
			{ 0, 0, 0, 1, 0, 1 }, { 0, 0, 0, 1, 0, -1 }, { 0, 0, 0, 0, 2, 0 } };
	/** Powers of y and x in the monomials. */
	private static final int[] OF_Y = { 0, 1, 0, 2, 1, 0 };
	private static final int[] OF_X = { 0, 0, 1, 0, 1, 2 };
	/** The normal equations lose digits that a second solution, for what is left, finds. */
	private static final int PASSES = 2;

	private final PupilPlane plane;
	private final double[] weights;
	private final PhaseRemoval removal;
	/** The terms that are fitted. */
	private final RealMatrix terms;
	/** m that are 1 in the fit. */
	private final double scale;
	private final double sumOfWeights;
	private final DecompositionSolver normal;

	/**
	 * @param plane   where the pixels are
	 * @param weights flat (ss, fs), 0 for pixels that do not count, not negative; not copied, must not be changed afterwards
	 * @param removal what is fitted
	 * @throws IllegalArgumentException when the weights do not fill the plane
	 */
	public GeometricFit(PupilPlane plane, double[] weights, PhaseRemoval removal) {
		if (weights.length != plane.rows() * plane.columns())
			throw new IllegalArgumentException(
					weights.length + " weights for a detector of " + plane.rows() + " x " + plane.columns());
		this.plane = plane;
		this.weights = weights;
		this.removal = removal;
		int[] fitted = IntStream.range(0, TERMS.length).filter(k -> isFitted(k, removal)).toArray();
		terms = new Array2DRowRealMatrix(TERMS, true).getSubMatrix(fitted, IntStream.range(0, OF_Y.length).toArray());
		scale = Math.max(Math.max(Math.abs(plane.y(0)), Math.abs(plane.y(plane.rows() - 1))),
				Math.max(Math.abs(plane.x(0)), Math.abs(plane.x(plane.columns() - 1)))) + plane.pixelSizeSs();
		double[][] moments = moments(4, (p, y, x) -> 1);
		sumOfWeights = moments[0][0];
		RealMatrix products = new Array2DRowRealMatrix(OF_Y.length, OF_Y.length);
		for (int k = 0; k < OF_Y.length; k++)
			for (int l = 0; l < OF_Y.length; l++)
				products.setEntry(k, l, moments[OF_Y[k] + OF_Y[l]][OF_X[k] + OF_X[l]]);
		normal = new SingularValueDecomposition(terms.multiply(products).multiply(terms.transpose())).getSolver();
	}

	private static boolean isFitted(int term, PhaseRemoval removal) {
		return switch (term) {
		case 0 -> true;
		case 1, 2 -> removal.tilt();
		case 3 -> removal.defocus();
		default -> removal.astigmatism();
		};
	}

	/**
	 * @param phase rad, flat (ss, fs); finite wherever the weight is positive
	 * @return the low orders; those that are not asked for are 0, and those that the pixels cannot tell apart are as small as
	 *         can be
	 */
	public GeometricAberrations fit(double[] phase) {
		double[] c = new double[OF_Y.length];
		double sum = 0;
		for (int pass = 0; pass < PASSES; pass++) {
			double[] q = c;
			double[][] moments = moments(2, (p, y, x) -> phase[p] - (q[0] + y * (q[1] + q[3] * y))
					- x * (q[2] + q[4] * y + q[5] * x));
			if (pass == 0)
				sum = moments[0][0];
			double[] right = new double[OF_Y.length];
			for (int k = 0; k < right.length; k++)
				right[k] = moments[OF_Y[k]][OF_X[k]];
			RealVector more = normal.solve(terms.operate(new ArrayRealVector(right, false)));
			c = terms.preMultiply(more).add(new ArrayRealVector(c, false)).toArray();
		}
		double piston = removal.piston() || sumOfWeights == 0 ? c[0] : c[0] - sum / sumOfWeights;
		double perTilt = plane.wavelength() / (2 * Math.PI * scale);
		double perLength = plane.wavelength() * Math.pow(plane.distance() / scale, 2) / Math.PI;
		// taken from 0, so that what is not fitted is not -0
		return new GeometricAberrations(piston, perTilt * c[1], perTilt * c[2], 0 - perLength * (c[3] + c[5]) / 2,
				0 - perLength * (c[3] - c[5]) / 2, 0 - perLength * c[4] / 2);
	}

	/** A value at a pixel, whose place is y, x. */
	private interface Value {
		double at(int p, double y, double x);
	}

	/** Sums over the pixels of weight times value times y^a x^b, a and b up to a degree each. */
	private double[][] moments(int highest, Value value) {
		double[][] ofRows = new double[plane.rows()][highest + 1];
		IntStream.range(0, plane.rows()).parallel().forEach(i -> {
			double y = plane.y(i) / scale;
			for (int j = 0; j < plane.columns(); j++) {
				int p = i * plane.columns() + j;
				if (!(weights[p] > 0))
					continue;
				double x = plane.x(j) / scale;
				double product = weights[p] * value.at(p, y, x);
				for (int b = 0; b <= highest; b++) {
					ofRows[i][b] += product;
					product *= x;
				}
			}
		});
		double[][] moments = new double[highest + 1][highest + 1];
		for (int i = 0; i < ofRows.length; i++) {
			double power = 1;
			for (int a = 0; a <= highest; a++) {
				for (int b = 0; b <= highest; b++)
					moments[a][b] += power * ofRows[i][b];
				power *= plane.y(i) / scale;
			}
		}
		return moments;
	}
}
