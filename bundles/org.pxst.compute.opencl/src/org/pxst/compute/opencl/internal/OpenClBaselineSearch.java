// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.compute.BaselineSearch;
import org.pxst.compute.ComputeDevice;
import org.pxst.core.InvalidDataException;

/** The plain search on OpenCL devices. Each run opens the device for itself and leaves nothing on it. */
@Component(service = BaselineSearch.class)
public final class OpenClBaselineSearch implements BaselineSearch {
	private final OpenClDevices devices;

	/** @param devices what this machine has; nothing is looked for yet */
	@Activate
	public OpenClBaselineSearch(@Reference OpenClDevices devices) {
		this.devices = devices;
	}

	@Override
	public boolean isFor(ComputeDevice device) {
		return device.backEnd().equals(OpenClBackEnd.ID) && devices.find(device).isPresent();
	}

	@Override
	public Timing run(ComputeDevice device, OptionalLong deviceMemory, Task task, int pixels, IMonitor monitor) {
		OpenClDevice handles = devices.find(device)
				.orElseThrow(() -> new IllegalArgumentException(device + " is no device of OpenCL on this machine"));
		long memory = handles.usableMemory(deviceMemory);
		int[] all = IntStream.range(0, task.frames().frames()).toArray();
		try (DeviceSession session = new DeviceSession(handles, memory, DeviceFaults.NONE);
				DeviceFrames frames = DeviceFrames.load(session, task.frames(), all, memory, monitor);
				ScanOnDevice scan = new ScanOnDevice(session, frames, all, all)) {
			return new BaselineOnDevice(scan, task, monitor).run(pixels);
		} catch (DeviceException e) {
			throw new InvalidDataException(device.label() + ", " + device.name() + ": the baseline search failed there (" + e.getMessage()
					+ (e.isLackOfMemory() ? "); give it more memory, or choose another device" : "); choose another device"), e);
		}
	}
}
