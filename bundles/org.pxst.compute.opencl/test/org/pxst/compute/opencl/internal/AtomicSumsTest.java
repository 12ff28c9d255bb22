// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.jocl.Pointer;
import org.junit.jupiter.api.Test;
import org.pxst.compute.DeviceKind;
import org.pxst.compute.TypedFrames;
import org.pxst.compute.backend.ReferenceExtent;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.PixelType;

/** Devices that add 32-bit integers atomically at most sum with a carry: to the same bits. */
class AtomicSumsTest {
	private static final int ROWS = 30;
	private static final int COLUMNS = 40;
	private static final int COUNT = 20;

	@Test
	void carriesAreAsGoodAsLongAtomics() {
		try (DeviceSession session = new DeviceSession(new TestDevice(DeviceKind.GPU).open(), 1 << 28, DeviceFaults.NONE)) {
			assumeTrue(session.traits().longAtomics(), "nothing to compare with");
			long[] expected = sums(session, "2");
			// in both directions, beyond 32 bits, and mixed, so that carries and borrows happen
			assertTrue(Arrays.stream(expected).anyMatch(sum -> sum > 1L << 40));
			assertTrue(Arrays.stream(expected).anyMatch(sum -> sum < -(1L << 40)));
			assertArrayEquals(expected, sums(session, "1"));
		}
	}

	private static long[] sums(DeviceSession session, String atomic) {
		int[] all = IntStream.range(0, COUNT).toArray();
		ForwardModel model = model();
		ReferenceExtent extent = ReferenceExtent.of(model, all);
		try (DeviceFrames frames = DeviceFrames.load(session, frames(), all, 1 << 28, new IMonitor.Stub());
				ScanOnDevice scan = new ScanOnDevice(session, frames, all, all);
				PixelsOnDevice pixels = PixelsOnDevice.of(session, model.mask());
				DeviceModel onDevice = new DeviceModel(session, model, extent.n0(), extent.m0(), all);
				SumsOnDevice sums = SumsOnDevice.of(session, extent, 1000, 1, 1000)) {
			Map<String, String> defines = Map.of("ERRORS", "0", "FRAMES", String.valueOf(COUNT), "HALF", "0", "ATOMIC", atomic);
			scan.forPixels(new ScanOnDevice.PixelKernel("make_reference", defines, COUNT, 1, 1), "test", pixels,
					Integer.MAX_VALUE, launch -> {
						launch.with(0);
						onDevice.giveTo(launch);
						launch.with(sums.buffer()).with(extent.rows()).with(extent.columns());
						sums.giveScalesTo(launch);
					}, ScanOnDevice.AfterLaunch.NOTHING, new IMonitor.Stub());
			long[] values = new long[2 * extent.size()];
			sums.buffer().read(0, (long) Long.BYTES * values.length, Pointer.to(values));
			return values;
		}
	}

	private static TypedFrames frames() {
		Random random = new Random(3);
		double[][] values = new double[COUNT][];
		// fewer than half of the pixels negative: more is no measurement
		Arrays.setAll(values, n -> random.doubles(ROWS * COLUMNS, -400, 600).toArray());
		return new TypedFrames(PixelType.FLOAT32, ROWS, COLUMNS, values);
	}

	private static ForwardModel model() {
		Random random = new Random(4);
		PixelMap map = PixelMap.linear(ROWS, COLUMNS, 0.31, 0.27);
		return new ForwardModel(Mask.allGood(ROWS, COLUMNS), Image.constant(ROWS, COLUMNS, 1), map,
				new PixelTranslations(random.doubles(COUNT, -3, 3).toArray(), random.doubles(COUNT, -3, 3).toArray()));
	}
}
