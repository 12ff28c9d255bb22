// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.DeviceKind;
import org.pxst.compute.SearchWindow;
import org.pxst.processing.bench.BenchSettings;

/** What {@code pxst bench} asks for, and how it prints what it gets. */
class BenchCommandTest {
	private final FakeServices services = new FakeServices();

	private void runs(String... arguments) {
		assertEquals(ExitCode.OK, services.run(arguments), services.err());
	}

	@Test
	void measuresAllDevicesUnlessToldOtherwise() {
		runs("bench");
		assertEquals(new BenchSettings(121, 256, 256, new SearchWindow(10, 10), 5), services.bench.settings);
		assertEquals(List.of(FakeDevices.GPU, FakeDevices.JAVA), services.bench.devices);
		assertEquals(OptionalLong.empty(), services.bench.deviceMemory);
	}

	@Test
	void takesSizesWindowAndMemory() {
		runs("bench", "--size", "paper", "--frames", "7", "--window", "8x12", "--repeats", "3", "--device-memory", "2m");
		assertEquals(new BenchSettings(7, 516, 1556, new SearchWindow(8, 12), 3), services.bench.settings);
		assertEquals(OptionalLong.of(2 << 20), services.bench.deviceMemory);
		runs("bench", "--rows", "20", "--columns", "30");
		assertEquals(new BenchSettings(121, 20, 30, new SearchWindow(10, 10), 5), services.bench.settings);
	}

	@ParameterizedTest
	@CsvSource({ "java, java", "opencl:0, opencl:0", "auto, opencl:0" })
	void measuresOneDevice(String backEnd, String label) {
		runs("bench", "--backend", backEnd);
		assertEquals(List.of(label), services.bench.devices.stream().map(ComputeDevice::label).toList());
	}

	@Test
	void aDeviceThatIsNotThereIsNamed() {
		assertEquals(ExitCode.BAD_INPUT, services.run("bench", "--backend", "abacus"));
		assertTrue(services.err().startsWith("pxst: no device 'abacus'"), services.err());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--frames=0", "--rows=-1", "--columns=0", "--repeats=0", "--window=0", "--window=256", "--window=5x",
			"--window=99999999999", "--size=huge", "--device-memory=lots", "--rows=70000 --columns=70000" })
	void nonsenseIsWrongUsage(String options) {
		String[] arguments = ("bench " + options).split(" ");
		assertEquals(ExitCode.USAGE, services.run(arguments), services.out());
		assertNull(services.bench.settings);
		assertTrue(services.err().startsWith("pxst: ") && services.err().endsWith("See: pxst bench --help\n"), services.err());
	}

	@Test
	void printsATable() {
		runs("bench", "--frames", "9");
		assertEquals(List.of("9 frames of 256 x 256 pixels, 16 bits each; median of 5", "",
				"step                     window    seconds   device s    Gcand/s     GB/s    ratio",
				"opencl:0: Maker Card A100, 108 units, Maker CUDA, 550.1",
				"search_pixel_map        10 x 10    0.25000    0.12500      7.500     1.50    41.25",
				"calc_error                    -    0.00001          -          -    12.00        -",
				"java: Java, 2 threads, 2 units, A VM, 17.0.1",
				"search_pixel_map        10 x 10    0.25000    0.12500      7.500     1.50    41.25",
				"calc_error                    -    0.00001          -          -    12.00        -"), services.out().lines().toList());
	}

	@Test
	void printsJsonAndNothingElse() {
		runs("bench", "--json", "--frames", "9", "--rows", "8", "--columns", "6", "--window", "3x4");
		List<?> figures = (List<?>) Json.parse(services.out());
		assertEquals(4, figures.size());
		Map<?, ?> search = (Map<?, ?>) figures.get(0);
		assertEquals(Map.ofEntries(Map.entry("step", "search_pixel_map"), Map.entry("backend", "opencl"),
				Map.entry("device", "Maker Card A100"), Map.entry("frames", 9.0), Map.entry("rows", 8.0), Map.entry("columns", 6.0),
				Map.entry("window", List.of(3.0, 4.0)), Map.entry("seconds", 0.25), Map.entry("device_seconds", 0.125),
				Map.entry("gcandidates_per_s", 7.5), Map.entry("ratio_to_baseline", 41.25)), search);
		Map<?, ?> errors = (Map<?, ?>) figures.get(3);
		assertEquals(search.keySet(), errors.keySet());
		assertEquals("java", errors.get("backend"));
		assertEquals(1.25e-5, errors.get("seconds"));
		Set<String> none = Set.of("window", "device_seconds", "gcandidates_per_s", "ratio_to_baseline");
		for (Object key : errors.keySet())
			if (none.contains(key))
				assertNull(errors.get(key));
			else
				assertNotNull(errors.get(key));
	}

	@Test
	void namesOfDevicesMayHaveAnythingInThem() {
		String name = "a \"card\" \\ \u0007\u00b5";
		services.devices.there.set(0, new ComputeDevice("opencl", 0, DeviceKind.GPU, name, "", "", 1, 1, 1));
		runs("bench", "--json");
		assertEquals(name, ((Map<?, ?>) ((List<?>) Json.parse(services.out())).get(0)).get("device"));
	}

	@Test
	void withoutAnythingToMeasureTheListIsEmpty() {
		services.devices.there.clear();
		runs("bench", "--json");
		assertEquals(List.of(), Json.parse(services.out()));
	}

	@Test
	void whenInterruptedNoHalfListIsPrinted() {
		services.bench.isCancelled = true;
		assertEquals(ExitCode.INTERRUPTED, services.run("bench", "--json"));
		assertEquals("", services.out());
	}
}
