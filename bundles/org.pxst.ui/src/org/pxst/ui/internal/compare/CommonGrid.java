// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Roi;

/**
 * Two images on the same pixels: those of A, as far as A or B has values. Images of the sample lie on each other by the
 * origins of their planes and the sizes of their pixels; B is interpolated. Those of the detector have the same pixels.
 *
 * @param rows    extent along the slow scan axis
 * @param columns extent along the fast scan axis
 * @param firstSs position of row 0 along the slow scan axis, in the unit
 * @param firstFs position of column 0 along the fast scan axis
 * @param stepSs  distance of rows
 * @param stepFs  distance of columns
 * @param unit    of positions
 * @param a       values of A, flat (ss, fs), NaN where there is none
 * @param b       values of B
 * @param weights 1 where both have values, else 0
 */
record CommonGrid(int rows, int columns, double firstSs, double firstFs, double stepSs, double stepFs, String unit, float[] a,
		float[] b, double[] weights) {
	/** What both images together may need more than both apart: beyond that they are far from each other. */
	private static final double SPREAD = 4;

	/**
	 * Puts two images onto the same pixels.
	 *
	 * @param shift whether origins and sizes of pixels count, else pixels are the same and shapes must be
	 * @throws InvalidDataException when that cannot be
	 */
	static CommonGrid of(PlaneImage a, PlaneImage b, boolean shift) {
		if (!shift && (a.rows() != b.rows() || a.columns() != b.columns()))
			throw new InvalidDataException("A has " + a.rows() + " x " + a.columns() + " pixels and B " + b.rows() + " x " + b.columns()
					+ ". Only reference images of different detectors can be compared.");
		boolean lengths = shift && a.unit().equals(b.unit());
		double scaleSs = lengths ? a.stepSs() / b.stepSs() : 1;
		double scaleFs = lengths ? a.stepFs() / b.stepFs() : 1;
		double offsetSs = shift ? b.originSs() - a.originSs() * scaleSs : 0;
		double offsetFs = shift ? b.originFs() - a.originFs() * scaleFs : 0;
		Pixels region = union(a, b, scaleSs, scaleFs, offsetSs, offsetFs);
		int rows = region.rows();
		int columns = region.columns();
		float[] fromA = new float[rows * columns];
		float[] fromB = new float[rows * columns];
		double[] weights = new double[rows * columns];
		boolean any = false;
		for (int p = 0; p < fromA.length; p++) {
			int i = region.ss0() + p / columns;
			int j = region.fs0() + p % columns;
			fromA[p] = a.at(i, j);
			fromB[p] = b.at(i * scaleSs + offsetSs, j * scaleFs + offsetFs);
			weights[p] = Float.isNaN(fromA[p]) || Float.isNaN(fromB[p]) ? 0 : 1;
			any |= weights[p] > 0;
		}
		if (!any)
			throw apart();
		return new CommonGrid(rows, columns, (region.ss0() - a.originSs()) * a.stepSs(), (region.fs0() - a.originFs()) * a.stepFs(),
				a.stepSs(), a.stepFs(), a.unit(), fromA, fromB, weights);
	}

	/** In pixels of A; may begin below 0. */
	private record Pixels(int ss0, int rows, int fs0, int columns) {
	}

	private static Pixels union(PlaneImage a, PlaneImage b, double scaleSs, double scaleFs, double offsetSs, double offsetFs) {
		Optional<Roi> knownA = a.known();
		Optional<Roi> knownB = b.known();
		if (knownA.isEmpty() || knownB.isEmpty())
			throw new InvalidDataException((knownA.isEmpty() ? "A" : "B") + " has no values that could be compared.");
		Roi inA = knownA.get();
		Roi inB = knownB.get();
		int ss0 = (int) Math.min(inA.ss0(), Math.ceil((inB.ss0() - offsetSs) / scaleSs));
		int ss1 = (int) Math.max(inA.ss1(), Math.floor((inB.ss1() - 1 - offsetSs) / scaleSs) + 1);
		int fs0 = (int) Math.min(inA.fs0(), Math.ceil((inB.fs0() - offsetFs) / scaleFs));
		int fs1 = (int) Math.max(inA.fs1(), Math.floor((inB.fs1() - 1 - offsetFs) / scaleFs) + 1);
		double both = (double) inA.rows() * inA.columns() + (double) inB.rows() * inB.columns() / scaleSs / scaleFs;
		if ((double) (ss1 - ss0) * (fs1 - fs0) > SPREAD * both)
			throw apart();
		return new Pixels(ss0, ss1 - ss0, fs0, fs1 - fs0);
	}

	private static InvalidDataException apart() {
		return new InvalidDataException("There is no place where both A and B have values.");
	}
}
