// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.pxst.compute.ComputeService;
import org.pxst.compute.ComputeServiceContract;

/** All that a back end must do, on a device that is opened once; in the end nothing of its memory is taken. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OpenClServiceContract extends ComputeServiceContract {
	private final TestDevice device;
	private OpenClComputeService service;

	OpenClServiceContract(TestDevice device) {
		this.device = device;
	}

	@BeforeAll
	void openDevice() {
		service = new OpenClComputeService(device.open(), OptionalLong.empty());
	}

	@AfterAll
	void everythingIsGivenBack() {
		if (service == null)
			return;
		assertEquals(0, service.memoryTaken());
		service.close();
	}

	@Override
	public ComputeService service() {
		return service;
	}

	DeviceSession session() {
		return service.session();
	}
}
