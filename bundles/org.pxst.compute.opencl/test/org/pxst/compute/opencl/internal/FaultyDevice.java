// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.jocl.CL;
import org.jocl.CLException;
import org.pxst.compute.ComputeService;
import org.pxst.compute.DeviceKind;

/** The device of the tests, failing at a command of one's choice. To be closed. */
public final class FaultyDevice implements AutoCloseable {
	/** Ways to fail. */
	public enum Fault {
		/** For want of memory. */
		MEMORY,
		/** Whatever else it may be. */
		OTHER
	}

	private final OpenClDevice device;
	private final List<OpenClComputeService> services = new ArrayList<>();
	private int commands;
	private int failing = Integer.MAX_VALUE;
	private Fault fault = Fault.OTHER;
	private boolean staysBroken;
	private String failed;

	/** @param kind what the device claims to be */
	public FaultyDevice(DeviceKind kind) {
		device = new TestDevice(kind).open();
	}

	/**
	 * Begins to count its commands.
	 *
	 * @param k           number of the one that fails, from 1 on
	 * @param how         what it says then
	 * @param fromThenOn  whether all later ones fail, too
	 */
	public synchronized void failAt(int k, Fault how, boolean fromThenOn) {
		commands = 0;
		failed = null;
		failing = k;
		fault = how;
		staysBroken = fromThenOn;
	}

	/** Number of commands since. */
	public synchronized int commands() {
		return commands;
	}

	/** The first command that failed, null when none has. */
	public synchronized String failed() {
		return failed;
	}

	/** A service on it. */
	public ComputeService service(OptionalLong memoryLimit) {
		OpenClComputeService service = new OpenClComputeService(device, memoryLimit, this::before);
		services.add(service);
		return service;
	}

	/** One that has frames in a scratch file, when they have more than nine rows. */
	public ComputeService passingService() {
		OpenClComputeService service = new OpenClComputeService(device, OptionalLong.empty(), this::before);
		services.add(service);
		return new PassingTilesService(service.session());
	}

	private synchronized void before(String command) {
		commands++;
		if (commands != failing && !(staysBroken && commands > failing))
			return;
		failed = failed == null ? command : failed;
		if (fault == Fault.MEMORY)
			throw new DeviceException(command);
		throw new DeviceException(command, new CLException("CL_INVALID_COMMAND_QUEUE", CL.CL_INVALID_COMMAND_QUEUE));
	}

	/** Bytes of its memory that all services have taken. */
	public long memoryTaken() {
		return services.stream().mapToLong(OpenClComputeService::memoryTaken).sum();
	}

	@Override
	public void close() {
		services.forEach(OpenClComputeService::close);
	}
}
