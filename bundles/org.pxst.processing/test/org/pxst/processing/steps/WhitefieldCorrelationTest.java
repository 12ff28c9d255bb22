// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.internal.JavaComputeService;
import org.pxst.core.CancelledException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;

class WhitefieldCorrelationTest {
	private static final int ROWS = 40;
	private static final int COLUMNS = 50;
	private static final IMonitor MONITOR = new IMonitor.Stub();

	/** A round beam, moved along the rows. */
	private static float[] beam(double moved) {
		float[] values = new float[ROWS * COLUMNS];
		for (int p = 0; p < values.length; p++)
			values[p] = (float) (1 + 1000 / (1 + Math.exp(Math.hypot(p / COLUMNS - 20, p % COLUMNS - 25 - moved) - 14)));
		return values;
	}

	private static double[] correlations(float[][] frames, float[] whitefield, Mask mask, int... good) {
		try (ComputeScan scan = new JavaComputeService().open(new MemoryFrameSource(ROWS, COLUMNS, frames), good, MONITOR)) {
			return new WhitefieldCorrelation().apply(scan, new Image(ROWS, COLUMNS, whitefield), mask, MONITOR);
		}
	}

	@Test
	void itIsOneForTheWhitefieldAtAnyIntensityAndPearsonsOtherwise() {
		float[] beam = beam(0);
		float[] dim = new float[beam.length];
		float[] inverse = new float[beam.length];
		Random random = new Random(1);
		float[] noise = new float[beam.length];
		for (int p = 0; p < beam.length; p++) {
			dim[p] = 0.3f * beam[p];
			inverse[p] = 2000 - beam[p];
			noise[p] = random.nextFloat();
		}
		Mask all = Mask.allGood(ROWS, COLUMNS);
		double[] found = correlations(new float[][] { beam, dim, inverse, noise, new float[beam.length] }, beam, all, 0, 1, 2, 3);
		assertArrayEquals(new double[] { 1, 1, -1 }, Arrays.copyOf(found, 3), 1e-6);
		assertEquals(0, found[3], 0.1);
		assertTrue(Double.isNaN(found[4]));
	}

	@Test
	void badPixelsDoNotCount() {
		float[] beam = beam(0);
		float[] frame = beam.clone();
		Mask mask = Mask.allGood(ROWS, COLUMNS);
		frame[70] = 1e6f;
		mask.good()[70] = false;
		float[] whitefield = beam.clone();
		whitefield[200] = 0;
		frame[200] = 1e6f;
		assertEquals(1, correlations(new float[][] { frame }, whitefield, mask, 0)[0], 1e-6);
	}

	@Test
	void aBeamThatMovedIsProposedAndTheSampleIsNot() {
		Random random = new Random(2);
		float[][] frames = new float[20][];
		for (int n = 0; n < 20; n++) {
			frames[n] = beam(n == 6 ? 5 : 0);
			double phase = 6 * random.nextDouble();
			double flux = 0.8 + 0.4 * random.nextDouble();
			for (int p = 0; p < frames[n].length; p++)
				frames[n][p] *= flux * (1 + 0.25 * Math.sin(p % COLUMNS / 3.0 + p / COLUMNS / 5.0 + phase));
		}
		int[] all = IntStream.range(0, 20).toArray();
		double[] found = correlations(frames, beam(0), Mask.allGood(ROWS, COLUMNS), all);
		List<FrameCheck.Proposal> proposals = new FrameCheck().byStructure(all, found);
		assertEquals(1, proposals.size(), () -> Arrays.toString(found));
		assertEquals(6, proposals.get(0).frame());
	}

	@Test
	void cancelling() {
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		try (ComputeScan scan = new JavaComputeService().open(new MemoryFrameSource(ROWS, COLUMNS, new float[][] { beam(0) }),
				new int[] { 0 }, MONITOR)) {
			assertThrows(CancelledException.class, () -> new WhitefieldCorrelation().apply(scan,
					new Image(ROWS, COLUMNS, beam(0)), Mask.allGood(ROWS, COLUMNS), cancelled));
		}
	}
}
