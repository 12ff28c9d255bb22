// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.detector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pxst.core.scan.Mask;

class FrameLookTest {
	private static final float NAN = Float.NaN;

	@Test
	void framesAreDividedWhereThereIsLight() {
		float[] frame = { 8, 3, 5, 6, 0 };
		new FrameLook(Optional.of(FrameDivision.by(new float[] { 4, 0, -1, Float.POSITIVE_INFINITY, 2 })), Optional.empty())
				.apply(frame);
		assertArrayEquals(new float[] { 2, NAN, NAN, NAN, 0 }, frame);
	}

	@Test
	void maskedPixelsHaveNoValue() {
		float[] frame = { 8, 3, 5 };
		new FrameLook(Optional.empty(), Optional.of(new Mask(1, 3, new boolean[] { true, false, true }))).apply(frame);
		assertArrayEquals(new float[] { 8, NAN, 5 }, frame);
	}

	@Test
	void severalFramesAreTreatedAlike() {
		float[] lines = { 8, 3, 4, 5 };
		new FrameLook(Optional.of(FrameDivision.by(new float[] { 2, 1 })),
				Optional.of(new Mask(1, 2, new boolean[] { true, false }))).apply(lines);
		assertArrayEquals(new float[] { 4, NAN, 2, NAN }, lines);
	}
}
