// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pxst.core.scan.SamplePositions;

class FramePositionsTest {
	private final SamplePositions recorded = new SamplePositions(new double[] { 1e-6, 2e-6, 3e-6, 9e-6 },
			new double[] { 10e-6, 10e-6, 11e-6, 12e-6 });

	@Test
	void positionsAreInMicrometres() {
		FramePositions positions = FramePositions.of(recorded);
		assertArrayEquals(new double[] { 1, 2, 3, 9 }, positions.ss(), 1e-9);
		assertTrue(positions.correctedSs().isEmpty());
	}

	@Test
	void correctedPositionsLieAboutTheRecordedOnes() {
		double nan = Double.NaN;
		// in reference pixels of 0.5 um and 0.1 um, about an origin of their own; the last frame was left out
		double[] found = { -2, -3, 0, -3, 2.2, 8, nan, nan };
		FramePositions positions = FramePositions.of(recorded).corrected(found, 0.5e-6, 0.1e-6);
		// means over the three frames: 2 and 31/3 um recorded, 0.1/3 and 0.2/3 um found
		assertArrayEquals(new double[] { -1 + 2 - 0.1 / 3, 2 - 0.1 / 3, 1.1 + 2 - 0.1 / 3, nan },
				positions.correctedSs().orElseThrow(), 1e-9);
		assertArrayEquals(new double[] { -0.3 + 31. / 3 - 0.2 / 3, -0.3 + 31. / 3 - 0.2 / 3, 0.8 + 31. / 3 - 0.2 / 3, nan },
				positions.correctedFs().orElseThrow(), 1e-9);
	}
}
