// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.scan.Geometry.DistanceFrom;

class MemoryFrameSourceTest {
	private static final int ROWS = 3;
	private static final int COLUMNS = 4;
	private static final int FRAMES = 5;

	/** Pixel p of frame n is 100 n + p. */
	private static MemoryFrameSource source() {
		float[][] values = new float[FRAMES][ROWS * COLUMNS];
		for (int n = 0; n < FRAMES; n++)
			for (int p = 0; p < values[n].length; p++)
				values[n][p] = 100 * n + p;
		return new MemoryFrameSource(ROWS, COLUMNS, values);
	}

	@ParameterizedTest
	@CsvSource({ "0, 5", "0, 1", "4, 1", "1, 3", "2, 0" })
	void readsWholeFramesFromTheStartOfTheTarget(int first, int count) {
		float[] target = new float[FRAMES * ROWS * COLUMNS + 2];
		Arrays.fill(target, -1);
		source().read(first, count, target);
		for (int k = 0; k < target.length; k++) {
			int n = k / (ROWS * COLUMNS);
			assertEquals(n < count ? 100 * (first + n) + k % (ROWS * COLUMNS) : -1, target[k]);
		}
	}

	@Test
	void whatWasReadCanBeChanged() {
		MemoryFrameSource source = source();
		float[] target = new float[ROWS * COLUMNS];
		source.read(1, 1, target);
		target[0] = -5;
		source.read(1, 1, target);
		assertEquals(100, target[0]);
	}

	@Test
	void framesMustExistAndHaveTheShape() {
		assertThrows(IllegalArgumentException.class, () -> new MemoryFrameSource(2, 2, new float[0][]));
		float[][] uneven = { new float[4], new float[3] };
		String message = assertThrows(IllegalArgumentException.class, () -> new MemoryFrameSource(2, 2, uneven))
				.getMessage();
		assertTrue(message.contains("2 x 2"), message);
	}

	@Test
	void scanRefusesPartsThatDoNotFit() {
		MemoryFrameSource frames = source();
		Geometry geometry = new Geometry(1, DistanceFrom.FOCUS, 1e-4, 1e-4, 1e-10, OptionalDouble.empty());
		Mask mask = Mask.allGood(ROWS, COLUMNS);
		SamplePositions positions = new SamplePositions(new double[FRAMES], new double[FRAMES]);
		assertEquals(FRAMES, new Scan("a", frames, mask, geometry, positions).frames().frames());
		Mask turned = Mask.allGood(COLUMNS, ROWS);
		assertThrows(IllegalArgumentException.class, () -> new Scan("a", frames, turned, geometry, positions));
		SamplePositions few = new SamplePositions(new double[FRAMES - 1], new double[FRAMES - 1]);
		assertThrows(IllegalArgumentException.class, () -> new Scan("a", frames, mask, geometry, few));
	}
}
