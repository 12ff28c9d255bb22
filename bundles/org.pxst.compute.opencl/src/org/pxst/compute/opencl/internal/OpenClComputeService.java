// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.core.scan.FrameSource;

/**
 * The compute service on one OpenCL device. The device is opened with the first scan, and stays open with its compiled
 * programs until this is closed. Scans are to be closed before.
 */
final class OpenClComputeService implements ComputeService, AutoCloseable {
	private final OpenClDevice device;
	private final long memoryLimit;
	private final DeviceFaults faults;
	private DeviceSession session;

	/** @param memoryLimit bytes of the device's memory to use at most; empty: most of what it has */
	OpenClComputeService(OpenClDevice device, OptionalLong memoryLimit) {
		this(device, memoryLimit, DeviceFaults.NONE);
	}

	/** @param faults looks at each command */
	OpenClComputeService(OpenClDevice device, OptionalLong memoryLimit, DeviceFaults faults) {
		this.device = device;
		this.memoryLimit = device.usableMemory(memoryLimit);
		this.faults = faults;
	}

	@Override
	public String name() {
		return "OpenCL, " + device.device().name();
	}

	@Override
	public synchronized OptionalDouble deviceSeconds() {
		return OptionalDouble.of(session == null ? 0 : session.kernelSeconds().values().stream().mapToDouble(Double::doubleValue).sum());
	}

	/** Bytes of the device's memory that are taken. */
	long memoryTaken() {
		return session().memoryTaken();
	}

	/** The open device. */
	synchronized DeviceSession session() {
		if (session == null)
			session = new DeviceSession(device, memoryLimit, faults);
		return session;
	}

	@Override
	public ComputeScan open(FrameSource frames, int[] goodFrames, IMonitor monitor) {
		DeviceSession open = session();
		DeviceFrames loaded = DeviceFrames.load(open, frames, goodFrames, memoryLimit, monitor);
		try {
			return new OpenClComputeScan(open, frames.frames(), goodFrames, loaded);
		} catch (RuntimeException e) {
			loaded.close();
			throw e;
		}
	}

	@Override
	public synchronized void close() {
		if (session != null)
			session.close();
		session = null;
	}
}
