// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.compute.DeviceKind;
import org.pxst.compute.SearchWindow;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.PixelTranslations;

/** Scans and devices that are closed leave nothing behind. */
class ManyScansTest {
	private static final int ROWS = 40;
	private static final int COLUMNS = 50;
	private static final int COUNT = 12;
	private static final long MEGABYTE = 1 << 20;
	private static final Path STATUS = Path.of("/proc/self/status");

	private final MemoryFrameSource frames = frames();

	private static MemoryFrameSource frames() {
		Random random = new Random(8);
		float[][] values = new float[COUNT][ROWS * COLUMNS];
		for (float[] frame : values)
			for (int p = 0; p < frame.length; p++)
				frame[p] = 100 * random.nextFloat();
		return new MemoryFrameSource(ROWS, COLUMNS, values);
	}

	private void scan(ComputeService service) {
		double[] moves = new Random(9).doubles(COUNT, -2, 2).toArray();
		try (ComputeScan scan = service.open(frames, IntStream.range(0, COUNT).toArray(), new IMonitor.Stub())) {
			Image whitefield = scan.makeWhitefield(new IMonitor.Stub());
			ForwardModel model = new ForwardModel(Mask.allGood(ROWS, COLUMNS), whitefield, PixelMap.identity(ROWS, COLUMNS),
					new PixelTranslations(moves, moves));
			ReferenceImage reference = scan.makeReference(model, 0, new IMonitor.Stub());
			scan.searchPixelMap(model, reference, new SearchWindow(5, 5), new IMonitor.Stub());
			scan.calcError(model, reference, new IMonitor.Stub());
		}
	}

	/** Bytes of memory that the process has, by the system's account. */
	private static long memory() throws IOException {
		return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmRSS:"))
				.mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
	}

	@ParameterizedTest
	@CsvSource({ "CPU", "GPU" })
	void twoHundredScans(DeviceKind kind) throws IOException {
		try (OpenClComputeService service = new OpenClComputeService(new TestDevice(kind).open(), OptionalLong.empty())) {
			for (int k = 0; k < 20; k++)
				scan(service);
			long before = Files.exists(STATUS) ? memory() : 0;
			for (int k = 0; k < 200; k++) {
				scan(service);
				assertEquals(0, service.memoryTaken(), "scan " + k);
			}
			assumeTrue(Files.exists(STATUS), "the system does not tell how much memory a process has");
			long grown = memory() - before;
			assertTrue(grown < 64 * MEGABYTE, grown + " bytes more");
		}
	}

	@Test
	void twentyDevicesAfterEachOther() throws IOException {
		OpenClDevice device = new TestDevice(DeviceKind.CPU).open();
		long before = 0;
		for (int k = 0; k < 24; k++) {
			try (OpenClComputeService service = new OpenClComputeService(device, OptionalLong.empty())) {
				scan(service);
				assertEquals(0, service.memoryTaken());
			}
			if (k == 3 && Files.exists(STATUS))
				before = memory();
		}
		assumeTrue(Files.exists(STATUS), "the system does not tell how much memory a process has");
		long grown = memory() - before;
		assertTrue(grown < 64 * MEGABYTE, grown + " bytes more");
	}

	@Test
	void kernelsAreCompiledOnce() {
		try (OpenClComputeService service = new OpenClComputeService(new TestDevice(DeviceKind.CPU).open(), OptionalLong.empty())) {
			assertEquals(Set.of(), service.session().kernels());
			scan(service);
			Set<String> kernels = service.session().kernels();
			assertFalse(kernels.isEmpty());
			scan(service);
			assertEquals(kernels, service.session().kernels());
		}
	}

	/** After it is closed, a service opens its device again for the next scan. */
	@Test
	void aClosedServiceBeginsAnew() {
		OpenClComputeService service = new OpenClComputeService(new TestDevice(DeviceKind.CPU).open(), OptionalLong.empty());
		scan(service);
		service.close();
		scan(service);
		assertEquals(0, service.memoryTaken());
		service.close();
		service.close();
	}
}
