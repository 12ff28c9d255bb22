// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.SearchWindow;
import org.pxst.compute.internal.JavaComputeService;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.PixelType;
import org.pxst.processing.bench.BenchSettings;

/** The scan that is made for measurements is one that steps can work on. */
class SpeckleScanTest {
	private static final BenchSettings SETTINGS = new BenchSettings(25, 40, 56, new SearchWindow(10, 10), 1);

	private final SpeckleScan scan = SpeckleScan.of(SETTINGS);

	@Test
	void hasTheSizeAskedFor() {
		FrameSource frames = scan.frames();
		assertArrayEquals(new int[] { 25, 40, 56 }, new int[] { frames.frames(), frames.rows(), frames.columns() });
		assertEquals(PixelType.UINT16, frames.type());
		assertEquals(40 * 56, scan.truth().mask().count());
	}

	@Test
	void isTheSameEachTime() {
		assertArrayEquals(stored(scan.frames()), stored(SpeckleScan.of(SETTINGS).frames()));
	}

	private static byte[] stored(FrameSource frames) {
		ByteBuffer bytes = ByteBuffer.allocate(25 * 40 * 56 * Short.BYTES);
		frames.readStored(0, 25, bytes);
		assertEquals(0, bytes.remaining());
		return bytes.array();
	}

	@Test
	void isReadAsNumbersToo() {
		float[] numbers = new float[2 * 40 * 56];
		scan.frames().read(3, 2, numbers);
		ByteBuffer bytes = ByteBuffer.allocate(1 + numbers.length * Short.BYTES).order(ByteOrder.nativeOrder());
		scan.frames().readStored(3, 2, bytes.position(1));
		for (int p = 0; p < numbers.length; p++)
			assertEquals(Short.toUnsignedInt(bytes.getShort(1 + p * Short.BYTES)), numbers[p]);
	}

	/** The search has something to find: what the estimated map is off. */
	@Test
	void theSearchFindsTheWayToTheTruth() {
		IMonitor monitor = new IMonitor.Stub();
		try (ComputeScan open = new JavaComputeService().open(scan.frames(), IntStream.range(0, 25).toArray(), monitor)) {
			ReferenceImage reference = open.makeReference(scan.truth(), ScanSteps.MINIMUM_OVERLAP, monitor);
			PixelShifts shifts = open.searchPixelMap(scan.estimated(), reference, SETTINGS.window(), monitor);
			PixelMap truth = scan.truth().map();
			PixelMap estimated = scan.estimated().map();
			long near = IntStream.range(0, shifts.ss().length)
					.filter(p -> Math.abs(estimated.ss()[p] + shifts.ss()[p] - truth.ss()[p]) < 1
							&& Math.abs(estimated.fs()[p] + shifts.fs()[p] - truth.fs()[p]) < 1)
					.count();
			assertTrue(near > 0.95 * shifts.ss().length, near + " of " + shifts.ss().length);
			assertTrue(IntStream.range(0, shifts.ss().length).filter(p -> shifts.ss()[p] != 0).count() > shifts.ss().length / 2);
			double right = open.calcError(scan.truth(), reference, monitor).total();
			double wrong = open.calcError(scan.estimated(), reference, monitor).total();
			assertTrue(right < 0.1 && wrong > 3 * right, right + " and " + wrong);
		}
	}
}
