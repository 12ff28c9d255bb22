// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

/** Maps values to 0 .. 1 between two levels, along a line or a logarithm. */
final class ValueScale {
	private static final int MANTISSA_BITS = 12;
	private static final float[] LOG2 = new float[1 << MANTISSA_BITS];
	/** A scale for both signs is linear up to this part of its largest value. */
	private static final double LINEAR_PART = 1e-3;

	static {
		for (int k = 0; k < LOG2.length; k++)
			LOG2[k] = (float) (Math.log1p((k + 0.5) / LOG2.length) / Math.log(2));
	}

	/** How values become lengths. */
	enum Kind {
		/** In proportion. */
		LINEAR,
		/** Logarithm; values &lt;= 0 are below everything. */
		LOGARITHMIC,
		/** Logarithm to both sides of 0, linear near it. */
		SYMMETRIC
	}

	private final Kind kind;
	private final Levels levels;
	private final double unit;
	private final double start;
	private final double length;

	/** @param levels low &gt; 0 for a logarithm */
	ValueScale(Kind kind, Levels levels) {
		this(kind, levels, LINEAR_PART * Math.max(Math.abs(levels.low()), Math.abs(levels.high())));
	}

	private ValueScale(Kind kind, Levels levels, double unit) {
		this.kind = kind;
		this.levels = levels;
		this.unit = unit;
		start = transformed(levels.low());
		length = transformed(levels.high()) - start;
	}

	/** The same way of measuring between other levels. */
	ValueScale over(Levels others) {
		return new ValueScale(kind, others, unit);
	}

	Kind kind() {
		return kind;
	}

	Levels levels() {
		return levels;
	}

	private double transformed(double value) {
		return switch (kind) {
		case LINEAR -> value;
		case LOGARITHMIC -> value > 0 ? Math.log(value) / Math.log(2) : Double.NEGATIVE_INFINITY;
		case SYMMETRIC -> Math.signum(value) * Math.log1p(Math.abs(value) / unit) / Math.log(2);
		};
	}

	/** 0 at the low level, 1 at the high one, less and more outside. */
	double fraction(double value) {
		return (transformed(value) - start) / length;
	}

	/** The value of a fraction. */
	double value(double fraction) {
		double length = start + fraction * this.length;
		return switch (kind) {
		case LINEAR -> length;
		case LOGARITHMIC -> Math.pow(2, length);
		case SYMMETRIC -> Math.signum(length) * unit * (Math.pow(2, Math.abs(length)) - 1);
		};
	}

	/**
	 * Sorts values into bins of equal width between the levels.
	 *
	 * @param values  finite or NaN
	 * @param count   how many of them
	 * @param numbers their bins, 0 .. bins - 1; those outside of the levels get the nearest, or -1 and bins when they are to
	 *                be told apart; -2 for NaN
	 */
	void sort(float[] values, int from, int count, int bins, boolean clamp, int[] numbers) {
		double factor = bins / length;
		double offset = -start * factor;
		float inverse = (float) (1 / unit);
		int least = clamp ? 0 : -1;
		int most = clamp ? bins - 1 : bins;
		for (int k = 0; k < count; k++) {
			float value = values[from + k];
			if (value - value != 0) {
				numbers[k] = -2;
				continue;
			}
			double place = switch (kind) {
			case LINEAR -> value * factor + offset;
			case LOGARITHMIC -> value > 0 ? log2(value) * factor + offset : -1;
			case SYMMETRIC -> Math.copySign(log2(1 + Math.abs(value) * inverse), value) * factor + offset;
			};
			numbers[k] = Math.max(least, Math.min(most, place < 0 ? -1 : (int) place));
		}
	}

	/** To 1e-4. */
	private static float log2(float value) {
		int bits = Float.floatToRawIntBits(value);
		return (bits >> 23) - 127 + LOG2[bits >> 23 - MANTISSA_BITS & LOG2.length - 1];
	}
}
