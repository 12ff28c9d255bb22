// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.internal.NumberText;

/**
 * Finds the basis vectors: the steps from pixel to pixel, or the directions of the slow and the fast scan axis, which
 * make steps together with the pixel sizes.
 */
final class BasisFinder {
	private static final double SAME = 1e-3;

	private final NumberFinder numbers;
	private final Stack stack;

	/**
	 * @param numbers gets numbers from places
	 * @param stack   the frames
	 */
	BasisFinder(NumberFinder numbers, Stack stack) {
		this.numbers = numbers;
		this.stack = stack;
	}

	/**
	 * What was found.
	 *
	 * @param vectors (axis, xyz) flat, or one pair for each imported frame; axis 0 = slow scan
	 * @param steps   whether they are steps in m; otherwise directions of length 1
	 * @param where   the place or places
	 */
	record Found(double[] vectors, boolean steps, String where) {
		/** Length of the first vector along an axis (0 = slow scan). */
		double length(int axis) {
			return BasisFinder.length(vectors, 3 * axis);
		}

		/** The first pair for a reader. */
		String text() {
			return "slow " + vector(0) + ", fast " + vector(3) + (steps ? " m" : " (directions)");
		}

		private String vector(int at) {
			return "(" + NumberText.of(vectors[at]) + ", " + NumberText.of(vectors[at + 1]) + ", "
					+ NumberText.of(vectors[at + 2]) + ")";
		}
	}

	/**
	 * Looks for the vectors.
	 *
	 * @return empty when they are nowhere
	 * @throws InvalidDataException when there is something that makes no sense
	 */
	Optional<Found> find(Mapping mapping) {
		Optional<Entry> entry = mapping.entry(Key.BASIS_VECTORS);
		Optional<NumberFinder.Found> both = entry.flatMap(numbers::find);
		if (both.isPresent())
			return Optional.of(checked(steps(entry.get(), both.get())));
		Optional<NumberFinder.Found> slow = mapping.entry(Key.SLOW).flatMap(numbers::find);
		Optional<NumberFinder.Found> fast = mapping.entry(Key.FAST).flatMap(numbers::find);
		if (slow.isEmpty() && fast.isEmpty())
			return Optional.empty();
		if (slow.isEmpty() || fast.isEmpty())
			throw new InvalidDataException("only the direction of the " + (slow.isEmpty() ? "fast" : "slow")
					+ " axis is known; give the other one, for example with --set " + (slow.isEmpty() ? "slow=-y" : "fast=-x"));
		double[] vectors = new double[6];
		unit(slow.get().numbers(), vectors, 0);
		unit(fast.get().numbers(), vectors, 3);
		String from = slow.get().numbers().where();
		String other = fast.get().numbers().where();
		return Optional.of(checked(new Found(vectors, false, from.equals(other) ? from : from + ", " + other)));
	}

	private static void unit(Numbers n, double[] vectors, int at) {
		double[] v = n.values();
		double length = v.length == 3 ? length(v, 0) : 0;
		if (!(length > 0) || Double.isInfinite(length))
			throw new InvalidDataException(n.where() + " is no direction; write x, -x, y, -y or three numbers, for example 0,-1,0");
		for (int k = 0; k < 3; k++)
			vectors[at + k] = v[k] / length;
	}

	private Found steps(Entry entry, NumberFinder.Found found) {
		Numbers n = found.numbers();
		double factor = SiNumbers.factor(Key.BASIS_VECTORS, entry, found, Quantity.LENGTH);
		boolean rowsOfThree = n.columns() == 3 && n.rows() % 2 == 0;
		boolean columnsOfTwo = n.columns() == 2 && n.rows() % 3 == 0;
		int pairs = n.values().length / 6;
		if (!rowsOfThree && !columnsOfTwo || pairs != 1 && pairs != stack.all() && pairs != stack.frames())
			throw new InvalidDataException(n.where() + " should hold basis vectors, (2, 3) or (3, 2), or one pair for each of "
					+ stack.all() + " frames; give directions instead: --set slow=-y --set fast=-x");
		int kept = pairs == 1 ? 1 : stack.frames();
		double[] vectors = new double[6 * kept];
		for (int p = 0; p < kept; p++) {
			int from = 6 * (pairs == kept ? p : stack.selection()[p]);
			for (int axis = 0; axis < 2; axis++)
				for (int k = 0; k < 3; k++)
					vectors[6 * p + 3 * axis + k] = factor * n.values()[from + (rowsOfThree ? 3 * axis + k : 2 * k + axis)];
		}
		boolean directions = Math.abs(length(vectors, 0) - 1) < SAME && Math.abs(length(vectors, 3) - 1) < SAME;
		return new Found(vectors, !directions, n.where());
	}

	private static Found checked(Found found) {
		double[] v = found.vectors;
		for (int at = 0; at < v.length; at += 6) {
			double slow = length(v, at);
			double fast = length(v, at + 3);
			double dot = v[at] * v[at + 3] + v[at + 1] * v[at + 4] + v[at + 2] * v[at + 5];
			if (!(slow > 0 && fast > 0) || Double.isInfinite(slow + fast) || Math.abs(dot) > (1 - SAME) * slow * fast)
				throw new InvalidDataException(found.where + " has slow and fast axis in the same direction, or of no length: "
						+ found.text() + "; correct it, for example with --set slow=-y --set fast=-x");
		}
		return found;
	}

	private static double length(double[] v, int at) {
		return Math.sqrt(v[at] * v[at] + v[at + 1] * v[at + 1] + v[at + 2] * v[at + 2]);
	}
}
