// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.DeviceKind;

class OpenClDevicesTest {
	private final OpenClDevices devices = new OpenClDevices(OpenClLibrary.ofMachine());

	@Test
	void thereAreDevicesOrAReason() {
		assertTrue(!devices.list().isEmpty() || devices.remark().isPresent());
		assertSame(devices.list(), devices.list());
	}

	@Test
	void devicesAreInOrderAndNumbered() {
		assumeFalse(devices.list().isEmpty(), "no OpenCL on this machine");
		ComputeDevice last = null;
		for (int k = 0; k < devices.list().size(); k++) {
			ComputeDevice device = devices.list().get(k).device();
			assertEquals("opencl:" + k, device.label());
			assertFalse(device.name().isBlank() || device.platform().isBlank() || device.driver().isBlank(), device::toString);
			assertTrue(device.computeUnits() > 0 && device.largestAllocation() > 1 << 20
					&& device.memory() >= device.largestAllocation(), device::toString);
			if (last != null) {
				assertTrue(last.kind().compareTo(device.kind()) <= 0);
				assertTrue(last.kind() != device.kind() || last.memory() >= device.memory());
			}
			last = device;
		}
	}

	@ParameterizedTest
	@CsvSource({ "OpenCL 1.1, false", "OpenCL 1.0 CUDA, false", "OpenCL 1.2 pocl HSTR: pthread, true", "OpenCL 3.0 CUDA, true",
			"OpenCL 2.1, true", "1.2, false", "'', false" })
	void kernelsNeedOpenCl12(String version, boolean enough) {
		assertEquals(enough, PlatformSurvey.isEnough(version));
	}

	@Test
	void kindsAreBits() {
		assertEquals(Optional.of(DeviceKind.GPU), PlatformSurvey.kind(4 | 1));
		assertEquals(Optional.of(DeviceKind.CPU), PlatformSurvey.kind(2 | 1));
		assertEquals(Optional.of(DeviceKind.ACCELERATOR), PlatformSurvey.kind(8));
		assertEquals(Optional.empty(), PlatformSurvey.kind(16));
	}

	@Test
	void aServiceIsKeptForEachDeviceAndLimit() {
		assumeFalse(devices.list().isEmpty(), "no OpenCL on this machine");
		OpenClBackEnd backEnd = new OpenClBackEnd(devices);
		ComputeDevice device = backEnd.devices().get(0);
		assertSame(backEnd.on(device, OptionalLong.empty()), backEnd.on(device, OptionalLong.empty()));
		assertFalse(backEnd.on(device, OptionalLong.of(1 << 20)) == backEnd.on(device, OptionalLong.empty()));
		backEnd.close();
	}

	@Test
	void aDeviceOfAnotherMachineIsRefused() {
		ComputeDevice unknown = new ComputeDevice("opencl", 0, DeviceKind.GPU, "x", "y", "z", 1, 1, 1);
		OpenClBackEnd backEnd = new OpenClBackEnd(devices);
		assertThrows(IllegalArgumentException.class, () -> backEnd.on(unknown, OptionalLong.empty()));
	}

	@Test
	void whereNothingCanBeLoadedThereIsAReason() {
		OpenClDevices none = new OpenClDevices(new OpenClLibrary(List.of(), Path.of("/nonexistent")));
		assertEquals(List.of(), none.list());
		assertTrue(none.remark().isPresent());
	}
}
