// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_event;
import org.jocl.cl_kernel;

/** A kernel, its arguments, and its runs. For one thread. To be closed. */
final class KernelLaunch implements AutoCloseable {
	private final DeviceSession session;
	private final String name;
	private final cl_kernel kernel;
	private int arguments;

	/** Takes over the kernel. */
	KernelLaunch(DeviceSession session, String name, cl_kernel kernel) {
		this.session = session;
		this.name = name;
		this.kernel = kernel;
	}

	/** The next argument. */
	KernelLaunch with(DeviceBuffer buffer) {
		return argument(arguments++, Sizeof.cl_mem, Pointer.to(buffer.memory()));
	}

	/** The next argument. */
	KernelLaunch with(int value) {
		return argument(arguments++, Sizeof.cl_int, Pointer.to(new int[] { value }));
	}

	/** The next argument. */
	KernelLaunch with(float value) {
		return argument(arguments++, Sizeof.cl_float, Pointer.to(new float[] { value }));
	}

	/** Begins again with the first argument. */
	KernelLaunch again() {
		arguments = 0;
		return this;
	}

	/** Number of arguments given so far. */
	int arguments() {
		return arguments;
	}

	/** Another value for an argument that was given. */
	KernelLaunch with(int index, int value) {
		return argument(index, Sizeof.cl_int, Pointer.to(new int[] { value }));
	}

	private KernelLaunch argument(int index, long size, Pointer value) {
		try {
			CL.clSetKernelArg(kernel, index, size, value);
			return this;
		} catch (CLException e) {
			throw new DeviceException("argument " + index + " of kernel " + name, e);
		}
	}

	/**
	 * Runs it, and waits for its end.
	 *
	 * @param global number of work-items along each dimension, multiples of the group's
	 * @param group  those of a work-group; null: what the driver likes
	 */
	void run(long[] global, long[] group) {
		session.faults().before("kernel " + name);
		for (long items : global)
			if (items == 0)
				return;
		cl_event event = new cl_event();
		try {
			CL.clEnqueueNDRangeKernel(session.queue(), kernel, global.length, null, global, group, 0, null, event);
			try {
				CL.clWaitForEvents(1, new cl_event[] { event });
				session.ran(name, time(event, CL.CL_PROFILING_COMMAND_END) - time(event, CL.CL_PROFILING_COMMAND_START));
			} finally {
				CL.clReleaseEvent(event);
			}
		} catch (CLException e) {
			throw new DeviceException("kernel " + name, e);
		}
	}

	private static long time(cl_event event, int which) {
		long[] nanos = new long[1];
		CL.clGetEventProfilingInfo(event, which, Sizeof.cl_ulong, Pointer.to(nanos), null);
		return nanos[0];
	}

	@Override
	public void close() {
		CL.clReleaseKernel(kernel);
	}
}
