// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.score;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Some pixels of the detector, with the terms that are free in the model on them. Coordinates are centred and scaled by
 * the same length along both axes, so that sums of terms span the same functions as in pixels.
 *
 * @param indices flat indices, ascending
 * @param columns detector columns
 * @param scale   detector pixels for one unit of the scaled coordinates
 * @param middle  detector row and column of their origin
 */
record ScoredPixels(int[] indices, int columns, double scale, double[] middle) {
	static ScoredPixels of(int rows, int columns, IntPredicate chosen) {
		return new ScoredPixels(IntStream.range(0, rows * columns).filter(chosen).toArray(), columns,
				Math.max(rows, columns) / 2.0, new double[] { rows / 2.0, columns / 2.0 });
	}

	int count() {
		return indices.length;
	}

	/** Those of the pixels for which the condition holds. */
	ScoredPixels where(IntPredicate condition) {
		return new ScoredPixels(IntStream.of(indices).filter(condition).toArray(), columns, scale, middle);
	}

	/** Values of a function of the flat index at the pixels. */
	double[] values(IntToDoubleFunction function) {
		return Arrays.stream(indices).mapToDouble(function).toArray();
	}

	private double y(int k) {
		return (k / columns - middle[0]) / scale;
	}

	private double x(int k) {
		return (k % columns - middle[1]) / scale;
	}

	double[] piston() {
		return values(k -> 1);
	}

	/** Scaled coordinate along axis 0 (slow scan) or 1 (fast scan). */
	double[] tilt(int axis) {
		return values(k -> axis == 0 ? y(k) : x(k));
	}

	double[] defocus() {
		return values(k -> y(k) * y(k) + x(k) * x(k));
	}

	/** The two astigmatisms. */
	double[][] astigmatisms() {
		return new double[][] { values(k -> y(k) * y(k) - x(k) * x(k)), values(k -> y(k) * x(k)) };
	}
}
