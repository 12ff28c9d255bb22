// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.compute.DeviceKind;
import org.pxst.compute.PixelStatistics;
import org.pxst.compute.TiledCase;
import org.pxst.compute.TypedFrames;
import org.pxst.core.image.Image;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelType;

/** The same bits however a scan is cut up, and wherever its frames are. */
class TilesTest {
	private static final long AMPLE = 1L << 28;

	/** Opens scans in sessions that are open already, with the memory that they are told to count on. */
	private record LimitedService(DeviceSession session, long memory) implements ComputeService {
		@Override
		public String name() {
			return memory + " bytes";
		}

		@Override
		public ComputeScan open(FrameSource frames, int[] goodFrames, IMonitor monitor) {
			return new OpenClComputeScan(session, frames.frames(), goodFrames,
					DeviceFrames.load(session, frames, goodFrames, memory, monitor));
		}
	}

	private static DeviceSession session(DeviceKind kind, long largestAllocation) {
		return new DeviceSession(new TestDevice(kind, largestAllocation).open(), AMPLE, DeviceFaults.NONE);
	}

	private static void assertSame(List<String> expected, List<String> actual) {
		assertEquals(expected.size(), actual.size());
		for (int k = 0; k < expected.size(); k++)
			assertEquals(expected.get(k), actual.get(k));
	}

	@ParameterizedTest
	@CsvSource({ "CPU, 23, 17, 11, 9000", "CPU, 23, 17, 11, 10000", "CPU, 23, 17, 11, 20000", "CPU, 40, 1, 7, 600",
			"CPU, 31, 9, 1, 1000", "GPU, 23, 17, 11, 10000", "GPU, 40, 3, 7, 2000" })
	void inPassing(DeviceKind kind, int rows, int columns, int count, long memory) throws ReflectiveOperationException {
		TiledCase tiled = new TiledCase(rows, columns, count);
		try (DeviceSession session = session(kind, 0)) {
			int tiles = tiles(session, rows, columns, count, memory);
			assertTrue(tiles > 1, tiles + " tiles");
			assertSame(tiled.results(new LimitedService(session, AMPLE)), tiled.results(new LimitedService(session, memory)));
			assertEquals(0, session.memoryTaken());
		}
	}

	@ParameterizedTest
	@CsvSource({ "CPU, 12, 130, 300, 1200000", "GPU, 12, 130, 300, 1200000" })
	void residentInPieces(DeviceKind kind, int rows, int columns, int count, long largestAllocation)
			throws ReflectiveOperationException {
		TiledCase tiled = new TiledCase(rows, columns, count);
		List<String> expected;
		try (DeviceSession session = session(kind, 0)) {
			assertEquals(1, tiles(session, rows, columns, count, AMPLE));
			expected = tiled.results(new LimitedService(session, AMPLE));
		}
		try (DeviceSession session = session(kind, largestAllocation)) {
			assertEquals(3, tiles(session, rows, columns, count, AMPLE));
			assertSame(expected, tiled.results(new LimitedService(session, AMPLE)));
			assertEquals(0, session.memoryTaken());
		}
	}

	private static int tiles(DeviceSession session, int rows, int columns, int count, long memory) {
		double[][] values = new double[count][rows * columns];
		try (DeviceFrames frames = DeviceFrames.load(session, new TypedFrames(PixelType.FLOAT32, rows, columns, values),
				IntStream.range(0, count).toArray(), memory, new IMonitor.Stub())) {
			return frames.tiles().size();
		}
	}

	@ParameterizedTest
	@EnumSource
	void pixelsOfAnyType(PixelType type) {
		int rows = 24;
		int columns = 33;
		int count = 10;
		TypedFrames frames = new TypedFrames(type, rows, columns, values(rows * columns, count));
		long bytes = (long) rows * columns * count * Math.min(type.bytes(), Float.BYTES);
		List<String> expected;
		try (DeviceSession session = session(DeviceKind.CPU, 0)) {
			expected = bits(new LimitedService(session, AMPLE), frames);
			assertEquals(expected, bits(new LimitedService(session, bytes), frames));
		}
		try (DeviceSession session = session(DeviceKind.GPU, Math.max(bytes / 2, 16 * rows * columns))) {
			assertEquals(expected, bits(new LimitedService(session, AMPLE), frames));
			assertEquals(expected, bits(new LimitedService(session, bytes), frames));
		}
	}

	/** Whole numbers that each type has. */
	private static double[][] values(int pixels, int count) {
		Random random = new Random(5);
		double[][] values = new double[count][];
		Arrays.setAll(values, n -> random.ints(pixels, 0, 120).asDoubleStream().toArray());
		return values;
	}

	private static List<String> bits(ComputeService service, TypedFrames frames) {
		List<String> bits = new ArrayList<>();
		try (ComputeScan scan = service.open(frames, IntStream.range(0, frames.frames()).toArray(), new IMonitor.Stub())) {
			Mask mask = Mask.allGood(frames.rows(), frames.columns());
			PixelStatistics statistics = scan.pixelStatistics(new IMonitor.Stub());
			Image whitefield = scan.makeWhitefield(new IMonitor.Stub());
			for (Image image : List.of(statistics.mean(), statistics.variance(), statistics.deviation(), whitefield,
					scan.meanContrast(Image.constant(mask.rows(), mask.columns(), 1), mask, new IMonitor.Stub())))
				bits.add(Arrays.toString(image.values()));
			bits.add(Arrays.toString(scan.frameMeans(mask)));
			float[] frame = new float[mask.good().length];
			for (int n = 0; n < frames.frames(); n++) {
				scan.contrast(n, Image.constant(mask.rows(), mask.columns(), 0), Image.constant(mask.rows(), mask.columns(), 1), mask,
						frame);
				bits.add(Arrays.toString(frame));
				for (int p = 0; p < frame.length; p++)
					assertEquals(frames.values()[n][p], frame[p], "frame " + n + ", pixel " + p);
			}
		}
		return bits;
	}

	@Test
	void threeRowsThatDoNotFitAreALackOfMemory() {
		try (DeviceSession session = session(DeviceKind.CPU, 0)) {
			DeviceException e = assertThrows(DeviceException.class, () -> tiles(session, 20, 30, 10, 4 * 2 * 30 * 10 * 4));
			assertTrue(e.isLackOfMemory() && e.getMessage().startsWith("three rows of all frames"), e.getMessage());
			assertEquals(0, session.memoryTaken());
		}
	}
}
