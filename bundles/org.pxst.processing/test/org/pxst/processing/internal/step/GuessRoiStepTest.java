// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.scan.Scan;

class GuessRoiStepTest {
	private static final int ROWS = 40;
	private static final int COLUMNS = 50;

	private final FakeContext context = new FakeContext(new Scan("empty", new MemoryFrameSource(ROWS, COLUMNS, new float[1][ROWS * COLUMNS]),
			Mask.allGood(ROWS, COLUMNS), new Geometry(1, DistanceFrom.FOCUS, 55e-6, 55e-6, 1e-10, OptionalDouble.empty()),
			new SamplePositions(new double[1], new double[1])));

	/** A box of light, much brighter in its middle; a bad pixel far away, and one that is not finite. */
	private static Image whitefield() {
		float[] values = new float[ROWS * COLUMNS];
		for (int i = 10; i < 30; i++)
			for (int j = 5; j < 45; j++)
				values[i * COLUMNS + j] = i >= 18 && i < 22 && j >= 20 && j < 30 ? 50000 : 100;
		values[2 * COLUMNS + 2] = Float.NaN;
		return new Image(ROWS, COLUMNS, values);
	}

	@Test
	void litPixelsCountTheSame() {
		List<String> summary = context.run(GuessRoiStep.class, Map.of("whitefield", whitefield())).summary();
		assertArrayEquals(new double[] { 10, 30, 5, 45 }, context.numbers("roi"));
		assertEquals(List.of("region of interest  rows 10:30, columns 5:45", "good lit pixels     800 of 800 inside"), summary);
	}

	@Test
	void byLightTheBrightMiddleIsFound() {
		context.run(GuessRoiStep.class, Map.of("whitefield", whitefield(), "by_light", true));
		assertArrayEquals(new double[] { 18, 22, 20, 30 }, context.numbers("roi"));
	}

	@Test
	void nothingLitAndWrongShapesAreErrors() {
		assertThrows(InvalidDataException.class,
				() -> context.run(GuessRoiStep.class, Map.of("whitefield", Image.constant(ROWS, COLUMNS, 0))));
		assertThrows(InvalidDataException.class,
				() -> context.run(GuessRoiStep.class, Map.of("whitefield", Image.constant(COLUMNS, ROWS, 1))));
		assertThrows(InvalidDataException.class,
				() -> context.run(GuessRoiStep.class, Map.of("whitefield", whitefield(), "mask", Mask.allGood(8, 8))));
	}
}
