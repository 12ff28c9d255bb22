// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.CancelledException;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;

class MaskGapsTest {
	private static final int ROWS = 60;
	private static final int COLUMNS = 70;

	/** Photon noise by counting, so that dim pixels often agree. */
	private static float[][] frames(int count, double mean) {
		Random random = new Random(4);
		float[][] frames = new float[count][ROWS * COLUMNS];
		for (float[] frame : frames)
			for (int p = 0; p < frame.length; p++)
				if (mean > 20)
					frame[p] = (float) Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
				else
					for (double left = Math.exp(-mean), product = random.nextDouble(); product > left; product *= random.nextDouble())
						frame[p]++;
		return frames;
	}

	private static Mask mask(float[][] frames) {
		return new MaskGaps().apply(new MemoryFrameSource(ROWS, COLUMNS, frames), IntStream.range(0, frames.length).toArray(),
				new IMonitor.Stub());
	}

	@ParameterizedTest
	@CsvSource({ "1, 1000", "2, 1000", "5, 1", "10, 10", "5, 0.01", "50, 0.01", "50, 0.1", "50, 1", "50, 1000", "50, 0" })
	void chanceFlagsNothing(int count, double mean) {
		assertEquals(ROWS * COLUMNS, mask(frames(count, mean)).count());
	}

	@ParameterizedTest
	@CsvSource({ "6, 1000", "30, 1000", "10, 100", "40, 2" })
	void copiesAreFoundAlongBothAxes(int count, double mean) {
		float[][] frames = frames(count, mean);
		for (float[] frame : frames) {
			for (int j = 10; j < 60; j++)
				frame[21 * COLUMNS + j] = frame[20 * COLUMNS + j];
			for (int i = 40; i < 60; i++)
				frame[i * COLUMNS + 69] = frame[i * COLUMNS + 68];
		}
		Mask mask = mask(frames);
		for (int j = 10; j < 60; j++)
			assertFalse(mask.isGood(20, j) || mask.isGood(21, j));
		for (int i = 40; i < 60; i++)
			assertFalse(mask.isGood(i, 68) || mask.isGood(i, 69));
		assertEquals(ROWS * COLUMNS - 140, mask.count());
	}

	@Test
	void oneDifferenceIsEnough() {
		float[][] frames = frames(20, 1000);
		for (float[] frame : frames)
			frame[100] = frame[101];
		frames[13][100]++;
		assertEquals(ROWS * COLUMNS, mask(frames).count());
	}

	@Test
	void theLastPixelOfARowIsNoNeighbourOfTheNextRow() {
		float[][] frames = frames(20, 1000);
		for (float[] frame : frames)
			frame[COLUMNS] = frame[COLUMNS - 1];
		assertEquals(ROWS * COLUMNS, mask(frames).count());
	}

	@Test
	void cancelling() {
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		MemoryFrameSource source = new MemoryFrameSource(ROWS, COLUMNS, frames(1, 1));
		assertThrows(CancelledException.class, () -> new MaskGaps().apply(source, new int[] { 0 }, cancelled));
	}
}
