// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_mem;
import org.pxst.compute.DeviceKind;

/**
 * A device in use: its context, queue, programs, and how much of its memory is taken. Usable from several threads; what is
 * made with it must be closed before it.
 */
final class DeviceSession implements AutoCloseable {
	private static final int GRAPHICS_GROUP = 64;
	private static final int PROCESSOR_LANES = 16;

	private final OpenClDevice device;
	private final long memoryLimit;
	private final DeviceFaults faults;
	private final DeviceTraits traits;
	private final cl_context context;
	private final cl_command_queue queue;
	private final cl_command_queue uploadQueue;
	private final Programs programs;
	private final AtomicLong taken = new AtomicLong();
	private final Map<String, LongAdder> kernelNanos = new ConcurrentHashMap<>();

	/**
	 * Opens the device.
	 *
	 * @param memoryLimit bytes of its memory to use at most
	 * @param faults      looks at each command
	 * @throws DeviceException when it cannot be opened
	 */
	DeviceSession(OpenClDevice device, long memoryLimit, DeviceFaults faults) {
		this.device = device;
		this.memoryLimit = memoryLimit;
		this.faults = faults;
		CL.setExceptionsEnabled(true);
		try {
			cl_context_properties properties = new cl_context_properties();
			properties.addProperty(CL.CL_CONTEXT_PLATFORM, device.platform());
			traits = DeviceTraits.of(device);
			context = CL.clCreateContext(properties, 1, new cl_device_id[] { device.id() }, null, null, null);
		} catch (CLException e) {
			throw new DeviceException("opening " + device.device().name(), e);
		}
		queue = newQueue();
		try {
			uploadQueue = newQueue();
		} catch (DeviceException e) {
			CL.clReleaseCommandQueue(queue);
			throw e;
		}
		programs = new Programs(context, device.id());
	}

	@SuppressWarnings("deprecation") // the function that replaces it is OpenCL 2.0
	private cl_command_queue newQueue() {
		try {
			return CL.clCreateCommandQueue(context, device.id(), CL.CL_QUEUE_PROFILING_ENABLE, null);
		} catch (CLException e) {
			CL.clReleaseContext(context);
			throw new DeviceException("a queue on " + device.device().name(), e);
		}
	}

	OpenClDevice device() {
		return device;
	}

	boolean isProcessor() {
		return device.device().kind() == DeviceKind.CPU;
	}

	/** Work-items of a group: one on a processor, whose cores have no use for more. */
	int group() {
		return isProcessor() ? 1 : GRAPHICS_GROUP;
	}

	/** Pixels in a row that a work-item does at once where they are alike: a processor has vectors for them. */
	int lanes() {
		return isProcessor() ? PROCESSOR_LANES : 1;
	}

	DeviceTraits traits() {
		return traits;
	}

	DeviceFaults faults() {
		return faults;
	}

	cl_command_queue queue() {
		return queue;
	}

	/** A queue beside the other one, for what comes to the device while kernels run. */
	cl_command_queue uploadQueue() {
		return uploadQueue;
	}

	long memoryLimit() {
		return memoryLimit;
	}

	/** Bytes of the device's memory that are taken. */
	long memoryTaken() {
		return taken.get();
	}

	/** Seconds that the device has spent in each kernel so far, by its own clock. */
	Map<String, Double> kernelSeconds() {
		Map<String, Double> seconds = new TreeMap<>();
		kernelNanos.forEach((kernel, nanos) -> seconds.put(kernel, nanos.sum() * 1e-9));
		return seconds;
	}

	/** Notes a run of a kernel. */
	void ran(String kernel, long nanos) {
		kernelNanos.computeIfAbsent(kernel, name -> new LongAdder()).add(nanos);
	}

	/** Names of the kernels compiled so far, with their macros. */
	Set<String> kernels() {
		return programs.built();
	}

	/** A kernel with its arguments yet to be given. */
	KernelLaunch kernel(String name, Map<String, String> defines) {
		return new KernelLaunch(this, name, programs.kernel(name, defines));
	}

	/** Takes memory, with whatever in it. */
	DeviceBuffer buffer(long bytes) {
		long size = Math.max(bytes, Integer.BYTES);
		String what = "taking " + size + " bytes of the device's memory";
		faults.before(what);
		if (taken.addAndGet(size) > memoryLimit || size > device.device().largestAllocation()) {
			taken.addAndGet(-size);
			throw new DeviceException(what + ", " + taken + " of " + memoryLimit + " being taken");
		}
		try {
			cl_mem memory = CL.clCreateBuffer(context, CL.CL_MEM_READ_WRITE, size, null, null);
			return new DeviceBuffer(this, memory, size);
		} catch (CLException e) {
			taken.addAndGet(-size);
			throw new DeviceException(what, e);
		}
	}

	/** A buffer with these values. */
	DeviceBuffer bufferOf(float[] values) {
		return filled((long) Float.BYTES * values.length, Pointer.to(values));
	}

	/** A buffer with these values. */
	DeviceBuffer bufferOf(int[] values) {
		return filled((long) Integer.BYTES * values.length, Pointer.to(values));
	}

	/** A buffer with these values. */
	DeviceBuffer bufferOf(byte[] values) {
		return filled(values.length, Pointer.to(values));
	}

	private DeviceBuffer filled(long bytes, Pointer values) {
		DeviceBuffer buffer = buffer(bytes);
		try {
			return bytes == 0 ? buffer : buffer.write(0, bytes, values);
		} catch (DeviceException e) {
			buffer.close();
			throw e;
		}
	}

	void released(long bytes) {
		taken.addAndGet(-bytes);
	}

	@Override
	public void close() {
		programs.close();
		CL.clReleaseCommandQueue(queue);
		CL.clReleaseCommandQueue(uploadQueue);
		CL.clReleaseContext(context);
	}
}
