// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pxst.compute.BackEnd;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeService;

/** OpenCL: GPUs, and processors with a driver. Callable from any thread. */
@Component(service = BackEnd.class)
public final class OpenClBackEnd implements BackEnd {
	static final String ID = "opencl";

	private final OpenClDevices devices;
	private final Map<Use, OpenClComputeService> services = new HashMap<>();

	/** A device and how much of its memory may be used. */
	private record Use(ComputeDevice device, OptionalLong memoryLimit) {
	}

	/** @param devices what this machine has; nothing is looked for yet */
	@Activate
	public OpenClBackEnd(@Reference OpenClDevices devices) {
		this.devices = devices;
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public List<ComputeDevice> devices() {
		return devices.list().stream().map(OpenClDevice::device).toList();
	}

	@Override
	public Optional<String> remark() {
		return devices.remark();
	}

	@Override
	public synchronized ComputeService on(ComputeDevice device, OptionalLong memoryLimit) {
		return services.computeIfAbsent(new Use(device, memoryLimit),
				use -> new OpenClComputeService(handles(use.device()), use.memoryLimit()));
	}

	private OpenClDevice handles(ComputeDevice device) {
		return devices.find(device)
				.orElseThrow(() -> new IllegalArgumentException(device + " is no device of OpenCL on this machine"));
	}

	/** Gives back what the services hold for the next scan; the scans are closed by then. */
	@Deactivate
	synchronized void close() {
		services.values().forEach(OpenClComputeService::close);
		services.clear();
	}
}
