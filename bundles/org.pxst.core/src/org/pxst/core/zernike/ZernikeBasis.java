// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Mask;

/**
 * Zernike polynomials in Noll's order, orthonormalised one after the other over the good pixels of a pupil:
 * {@code (1 / N) sum F_j F_k = 1 if j = k else 0} over its N pixels, all with the same weight (R. J. Noll, J. Opt. Soc. Am.
 * 66, 207, 1976, for the disc; the suite's domain for rectangles). A coefficient is the rms of its term, in the unit of the
 * phase, on every pupil; Noll's own normalisation, for which the suite has coefficients longer by the square root of the
 * area of the pupil in its coordinates.
 * <p>
 * On a disc of many pixels they are Zernike's. Only the set of pixels and their aspect matter for them, not the circle that
 * the domain names, since moving or scaling coordinates changes a Zernike polynomial only by polynomials of lower order.
 * <p>
 * The orthonormalisation is a Householder factorisation in the basis of products of Legendre polynomials, in which no step
 * needs more than rows x columns x degree^2 operations and no image is stored. Immutable; usable from several threads; uses
 * all cores, with the same result on every run.
 */
public final class ZernikeBasis {
	/** Beyond it the mask does not tell the polynomials apart. */
	private static final double LARGEST_CONDITION = 1e10;
	/** The second pass finds the digits that the first has lost. */
	private static final int PASSES = 2;

	private final Pupil pupil;
	private final LegendreProducts products;
	/** The basis as sums of products (products, orders). */
	private final RealMatrix factors;
	/** Zernike's polynomials as sums of the basis, upper triangular. */
	private final RealMatrix zernikes;

	/**
	 * @param domain circle or rectangle
	 * @param mask   good pixels
	 * @param orders number of polynomials, j = 1 .. orders; tried up to 136
	 * @throws InvalidDataException when the good pixels do not determine so many polynomials
	 */
	public ZernikeBasis(PupilDomain domain, Mask mask, int orders) {
		this(domain, mask, orders, new IMonitor.Stub());
	}

	/**
	 * @param monitor for cancelling
	 * @throws org.pxst.core.CancelledException when cancelled
	 */
	ZernikeBasis(PupilDomain domain, Mask mask, int orders, IMonitor monitor) {
		pupil = Pupil.of(domain, mask);
		if (orders > pupil.count())
			throw undetermined(orders);
		products = new LegendreProducts(pupil, NollIndex.of(orders).n());
		RealMatrix triangle = products.triangle(monitor);
		CancelledException.check(monitor, FitZernike.WORK);
		if (!(new SingularValueDecomposition(triangle).getConditionNumber() < LARGEST_CONDITION))
			throw undetermined(orders);
		QRDecomposition ordered = new QRDecomposition(triangle.multiply(products.zernikes(orders)));
		RealMatrix q = ordered.getQ().getSubMatrix(0, products.size() - 1, 0, orders - 1);
		RealMatrix r = ordered.getR().getSubMatrix(0, orders - 1, 0, orders - 1);
		double root = Math.sqrt(pupil.count());
		RealMatrix signs = MatrixUtils.createRealIdentityMatrix(orders);
		for (int j = 0; j < orders; j++)
			if (r.getEntry(j, j) < 0)
				signs.setEntry(j, j, -1);
		RealMatrix upright = q.multiply(signs).scalarMultiply(root);
		factors = solved(triangle, upright);
		zernikes = signs.multiply(r).scalarMultiply(1 / root);
	}

	private InvalidDataException undetermined(int orders) {
		return new InvalidDataException("the " + pupil.count() + " good pixels of the pupil do not determine " + orders
				+ " Zernike polynomials; take fewer orders, or check mask and pupil");
	}

	/** triangle^-1 right. */
	private static RealMatrix solved(RealMatrix triangle, RealMatrix right) {
		RealMatrix solution = new Array2DRowRealMatrix(right.getRowDimension(), right.getColumnDimension());
		for (int k = 0; k < right.getColumnDimension(); k++) {
			RealVector column = right.getColumnVector(k);
			MatrixUtils.solveUpperTriangularSystem(triangle, column);
			solution.setColumnVector(k, column);
		}
		return solution;
	}

	/** Number of polynomials. */
	public int orders() {
		return factors.getColumnDimension();
	}

	/** The pixels that the polynomials live on: good ones of the domain. */
	public Mask pixels() {
		return pupil.good();
	}

	/** The domain. */
	public PupilDomain domain() {
		return pupil.domain();
	}

	/**
	 * The least-squares coefficients of a phase.
	 *
	 * @param values flat (ss, fs), the whole frame; finite on the pixels of the pupil, what is elsewhere does not matter
	 * @return for j = 1 .. orders, in the unit of the values
	 */
	public double[] fit(double[] values) {
		if (values.length != pupil.rows() * pupil.columns())
			throw new IllegalArgumentException(
					values.length + " values for a frame of " + pupil.rows() + " x " + pupil.columns());
		double[] rest = values;
		RealVector coefficients = new ArrayRealVector(orders());
		for (int pass = 0; pass < PASSES; pass++) {
			if (pass > 0)
				rest = difference(values, values(coefficients.toArray()));
			RealVector sums = new ArrayRealVector(products.project(rest), false);
			coefficients = coefficients.add(factors.preMultiply(sums).mapDivide(pupil.count()));
		}
		return coefficients.toArray();
	}

	private static double[] difference(double[] a, double[] b) {
		double[] difference = new double[a.length];
		for (int p = 0; p < a.length; p++)
			difference[p] = a[p] - b[p];
		return difference;
	}

	/**
	 * The sum of the polynomials with their coefficients.
	 *
	 * @param coefficients for j = 1 .. orders
	 * @return flat (ss, fs), the whole frame, NaN outside the pupil
	 */
	public double[] values(double[] coefficients) {
		return products.combine(factors.operate(coefficients));
	}

	/**
	 * One of the polynomials as an image.
	 *
	 * @param j 1 .. orders
	 * @return flat (ss, fs), the whole frame, NaN outside the pupil
	 */
	public double[] polynomial(int j) {
		if (j < 1 || j > orders())
			throw new IllegalArgumentException("polynomial " + j + " of a basis with j = 1 .. " + orders());
		return products.combine(factors.getColumn(j - 1));
	}

	/**
	 * What the coefficients of the same phase are for Zernike's own polynomials on the domain's circle, which are not
	 * orthogonal on other pupils: their terms then share what they describe in common, and can be large.
	 *
	 * @param coefficients of this basis
	 * @return of {@link NollIndex#value}
	 */
	public double[] onDisc(double[] coefficients) {
		RealVector solution = new ArrayRealVector(coefficients);
		MatrixUtils.solveUpperTriangularSystem(zernikes, solution);
		return solution.toArray();
	}
}
