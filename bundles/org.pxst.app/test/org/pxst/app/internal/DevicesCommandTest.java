// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

/** {@code pxst devices} and the size of a device's memory. */
class DevicesCommandTest {
	private final FakeServices services = new FakeServices();

	@Test
	void listsDevicesAndWhichOneAutoTakes() {
		assertEquals(0, services.run("devices"), services.err());
		assertEquals(List.of("device    kind  units  memory    name             driver", //
				"opencl:0  GPU   108    85.0 GiB  Maker Card A100  Maker CUDA, 550.1", //
				"java      Java  2      1.5 GiB   Java, 2 threads  A VM, 17.0.1", //
				"", "auto is opencl:0"), services.out().lines().toList());
	}

	@Test
	void saysWhyDevicesAreMissing() {
		services.devices.there.remove(FakeDevices.GPU);
		services.devices.remarks.add("there is no driver; install one");
		assertEquals(0, services.run("devices"), services.err());
		assertTrue(services.out().endsWith("auto is java\nthere is no driver; install one\n"), services.out());
	}

	@ParameterizedTest
	@CsvSource({ "java, without --backend it is java", "nonsense, environment variable PXST_BACKEND: no device 'nonsense'" })
	void tellsWhatTheVariableDoes(String variable, String line) {
		services.devices.variable = Optional.of(variable);
		assertEquals(0, services.run("devices"), services.err());
		assertTrue(services.out().lines().anyMatch(line::equals), services.out());
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1048576, 1048576", "1k, 1024", "512m, 536870912", "2G, 2147483648", "' 1t ', 1099511627776",
			"8388607t, 9223370937343148032" })
	void memoryHasUnits(String text, long bytes) {
		assertEquals(bytes, new MemorySizeConverter().convert(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "m", "-1", "0", "0g", "1.5g", "2gb", "1 g", "8388608t", "99999999999999999999" })
	void nonsenseIsNoMemory(String text) {
		String message = assertThrows(TypeConversionException.class, () -> new MemorySizeConverter().convert(text)).getMessage();
		assertTrue(message.startsWith("'" + text + "' is "), message);
	}
}
