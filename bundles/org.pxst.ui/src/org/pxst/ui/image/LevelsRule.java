// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

/** Finds the levels of a picture. */
final class LevelsRule {
	private static final double PERIOD = 2 * Math.PI;
	private static final double ROUNDING = 1e-4;
	/** Decades below the high level that a logarithm shows when the low level is not positive and nothing else is known. */
	private static final double DEEPEST = 1e-6;

	private LevelsRule() {
	}

	/** How values are measured: both signs need a logarithm of their own, angles have none. */
	static ValueScale.Kind kind(Picture picture, ImageStyle style) {
		if (!style.logarithmic() || picture.colours() == Picture.Colours.CYCLIC)
			return ValueScale.Kind.LINEAR;
		return picture.colours() == Picture.Colours.SIGNED ? ValueScale.Kind.SYMMETRIC : ValueScale.Kind.LOGARITHMIC;
	}

	/** The scale from the first to the last colour. */
	static ValueScale scale(Picture picture, ImageStyle style, Statistics statistics) {
		ValueScale.Kind kind = kind(picture, style);
		Levels levels = style.levels().fixed().filter(l -> l.high() > l.low())
				.orElseGet(() -> automatic(picture, style, kind, statistics));
		if (kind != ValueScale.Kind.LOGARITHMIC || levels.low() > 0)
			return new ValueScale(kind, levels);
		if (statistics.positives() == 0 || !(levels.high() > 0))
			return new ValueScale(ValueScale.Kind.LINEAR, levels);
		double low = Math.max(levels.high() * DEEPEST, statistics.positivePercentile(style.levels().low()));
		return new ValueScale(kind, low < levels.high() ? new Levels(low, levels.high())
				: new Levels(levels.high() * DEEPEST, levels.high()));
	}

	private static Levels automatic(Picture picture, ImageStyle style, ValueScale.Kind kind, Statistics statistics) {
		if (statistics.count() == 0)
			return new Levels(0, 1);
		LevelsChoice choice = style.levels();
		if (picture.colours() == Picture.Colours.CYCLIC && picture.unit().equals("rad")) {
			double least = statistics.percentile(0);
			double most = statistics.percentile(100);
			if (most <= PERIOD / 2 + ROUNDING && least >= -PERIOD / 2 - ROUNDING)
				return new Levels(-PERIOD / 2, PERIOD / 2);
			if (most <= PERIOD + ROUNDING && least >= -ROUNDING)
				return new Levels(0, PERIOD);
		}
		boolean positive = kind == ValueScale.Kind.LOGARITHMIC && statistics.positives() > 0;
		double low = positive ? statistics.positivePercentile(choice.low()) : statistics.percentile(choice.low());
		double high = positive ? statistics.positivePercentile(choice.high()) : statistics.percentile(choice.high());
		if (!(high > low)) {
			low = positive ? statistics.positivePercentile(0) : statistics.percentile(0);
			high = statistics.percentile(100);
		}
		if (picture.colours() == Picture.Colours.SIGNED && style.map().isDiverging()) {
			double limit = Math.max(Math.abs(low), Math.abs(high));
			return limit > 0 ? new Levels(-limit, limit) : new Levels(-1, 1);
		}
		return high > low ? new Levels(low, high) : around(low);
	}

	/** All values are the same. */
	private static Levels around(double value) {
		double half = value == 0 ? 1 : Math.abs(value) / 10;
		return new Levels(value - half, value + half);
	}
}
