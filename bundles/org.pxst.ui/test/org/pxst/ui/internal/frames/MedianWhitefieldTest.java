// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.core.CancelledException;
import org.pxst.core.scan.MemoryFrameSource;

class MedianWhitefieldTest {
	private final MemoryFrameSource source = new MemoryFrameSource(1, 2,
			new float[][] { { 1, 9 }, { 100, 0 }, { 2, 7 }, { 4, 8 } });

	@Test
	void itIsTheMedianOfTheGoodFrames() {
		assertArrayEquals(new float[] { 2, 8 }, MedianWhitefield.of(source, new int[] { 0, 2, 3 }, new IMonitor.Stub()));
		assertArrayEquals(new float[] { 3, 7.5f }, MedianWhitefield.of(source, new int[] { 0, 1, 2, 3 }, new IMonitor.Stub()));
	}

	@Test
	void framesAreSpreadOverTheScanAndFitIntoMemory() {
		int[] all = IntStream.range(0, 121).toArray();
		int[] small = MedianWhitefield.frames(all, 100);
		assertEquals(50, small.length);
		assertEquals(0, small[0]);
		assertEquals(118, small[49]);
		assertEquals(31, MedianWhitefield.frames(all, 516 * 1556).length);
		assertEquals(9, MedianWhitefield.frames(all, 4096L * 4096).length);
		assertArrayEquals(new int[] { 3, 5 }, MedianWhitefield.frames(new int[] { 3, 5 }, 100));
	}

	@Test
	void itCanBeCancelled() {
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancelledException.class, () -> MedianWhitefield.of(source, new int[] { 0 }, cancelled));
	}
}
