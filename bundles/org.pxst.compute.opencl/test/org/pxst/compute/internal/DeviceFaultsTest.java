// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pxst.compute.ComputeService;
import org.pxst.compute.DeviceKind;
import org.pxst.compute.opencl.internal.FaultyDevice;

/** A device that fails at any of its commands: the scan goes on elsewhere, and nothing stays on the device. */
class DeviceFaultsTest {
	private static final int NEVER = Integer.MAX_VALUE;

	private final ShortReconstruction reconstruction = new ShortReconstruction();
	private final List<String> inJava = reconstruction.results(new JavaComputeService());
	private List<String> onDevice;

	/** Each result, bit by bit, is that of the device or that of Java, from some operation on. */
	private void check(List<String> results, boolean isJavaAllowed, String what) {
		assertEquals(onDevice.size(), results.size());
		boolean hasTurned = false;
		for (int k = 0; k < results.size(); k++) {
			hasTurned |= !results.get(k).equals(onDevice.get(k));
			assertEquals((hasTurned ? inJava : onDevice).get(k), results.get(k), what);
		}
		assertTrue(isJavaAllowed || !hasTurned, what);
	}

	@ParameterizedTest
	@CsvSource({ "CPU, MEMORY, false", "CPU, OTHER, false", "GPU, MEMORY, false", "GPU, OTHER, false", "CPU, MEMORY, true",
			"CPU, OTHER, true" })
	void anyCommandMayFail(DeviceKind kind, FaultyDevice.Fault fault, boolean staysBroken) {
		try (FaultyDevice device = new FaultyDevice(kind)) {
			failAtEach(device, device.service(OptionalLong.empty()), fault, staysBroken);
		}
	}

	@ParameterizedTest
	@EnumSource
	void anyCommandMayFailWhileFramesComeAndGo(FaultyDevice.Fault fault) {
		try (FaultyDevice device = new FaultyDevice(DeviceKind.CPU)) {
			failAtEach(device, device.passingService(), fault, false);
		}
	}

	private void failAtEach(FaultyDevice device, ComputeService first, FaultyDevice.Fault fault, boolean staysBroken) {
		device.failAt(NEVER, fault, staysBroken);
		onDevice = reconstruction.results(first);
		int commands = device.commands();
		assertTrue(commands > 100, commands + " commands");
		List<ComputeService> ways = List.of(first, device.service(OptionalLong.of(1 << 22)), new JavaComputeService());
		// a device that stays broken is as broken at every later command: a part of them is enough
		for (int k = 1; k <= commands; k += staysBroken ? 7 : 1) {
			Warnings warnings = new Warnings();
			device.failAt(k, fault, staysBroken);
			check(reconstruction.results(new FallbackService(ways, warnings.logger())),
					staysBroken || fault == FaultyDevice.Fault.OTHER, "command " + k + ", " + device.failed());
			assertEquals(1, warnings.messages().size(), device.failed());
			assertTrue(warnings.messages().get(0).contains(device.failed()), warnings.messages().get(0));
			assertEquals(0, device.memoryTaken(), device.failed());
		}
	}
}
