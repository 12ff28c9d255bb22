// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import org.pxst.compute.backend.FixedPoint;
import org.pxst.compute.backend.ReferenceExtent;

/**
 * The sums of one thread that merges samples onto the reference image. In fixed point, so that it does not matter which
 * thread took which samples.
 */
final class ReferenceDeposit {
	/** Bytes a pixel of the reference image. */
	static final int BYTES = 2 * Long.BYTES;

	private final int rows;
	private final int columns;
	private final float numeratorScale;
	private final float denominatorScale;
	private final long[] numerator;
	private final long[] denominator;

	ReferenceDeposit(ReferenceExtent extent, FixedPoint numeratorScale, FixedPoint denominatorScale) {
		rows = extent.rows();
		columns = extent.columns();
		this.numeratorScale = numeratorScale.scale();
		this.denominatorScale = denominatorScale.scale();
		numerator = new long[extent.size()];
		denominator = new long[extent.size()];
	}

	/** Adds a sample at (i + s, j + f), s and f at least 0, to the four pixels around. */
	void add(int i, float s, int j, float f, float value, float weight) {
		int row = i + (int) s;
		int column = j + (int) f;
		if (row < 0 || column < 0 || row >= rows - 1 || column >= columns - 1)
			return;
		float a = s - (int) s;
		float b = f - (int) f;
		int c = row * columns + column;
		add(c, (1 - a) * (1 - b), value, weight);
		add(c + 1, (1 - a) * b, value, weight);
		add(c + columns, a * (1 - b), value, weight);
		add(c + columns + 1, a * b, value, weight);
	}

	private void add(int c, float part, float value, float weight) {
		numerator[c] += (long) (value * part * numeratorScale);
		denominator[c] += (long) (weight * part * denominatorScale);
	}

	long[] numerator() {
		return numerator;
	}

	long[] denominator() {
		return denominator;
	}
}
