// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_mem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A piece of the device's memory. To be closed. */
final class DeviceBuffer implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(DeviceBuffer.class);

	private final DeviceSession session;
	private final cl_mem memory;
	private final long bytes;
	private boolean closed;

	/** For {@link DeviceSession}, which counts what is taken. */
	DeviceBuffer(DeviceSession session, cl_mem memory, long bytes) {
		this.session = session;
		this.memory = memory;
		this.bytes = bytes;
	}

	cl_mem memory() {
		return memory;
	}

	long bytes() {
		return bytes;
	}

	/** Copies to the device, and waits for it. */
	DeviceBuffer write(long offset, long count, Pointer from) {
		return transfer("writing " + count + " bytes to the device",
				() -> CL.clEnqueueWriteBuffer(session.queue(), memory, true, offset, count, from, 0, null, null));
	}

	/** Copies to the device while kernels run on other buffers, and waits for it. */
	void bring(long offset, long count, Pointer from) {
		transfer("bringing " + count + " bytes to the device", () -> CL.clEnqueueWriteBuffer(session.uploadQueue(), memory, true,
				offset, count, from, 0, null, null));
	}

	/** Copies from the device, and waits for it and for everything enqueued before. */
	DeviceBuffer read(long offset, long count, Pointer to) {
		return transfer("reading " + count + " bytes from the device",
				() -> CL.clEnqueueReadBuffer(session.queue(), memory, true, offset, count, to, 0, null, null));
	}

	/** Sets all bytes to 0, after everything enqueued before. */
	DeviceBuffer clear() {
		return transfer("clearing " + bytes + " bytes on the device", () -> CL.clEnqueueFillBuffer(session.queue(), memory,
				Pointer.to(new byte[1]), 1, 0, bytes, 0, null, null));
	}

	private DeviceBuffer transfer(String what, Runnable command) {
		session.faults().before(what);
		try {
			command.run();
		} catch (CLException e) {
			throw new DeviceException(what, e);
		}
		return this;
	}

	@Override
	public void close() {
		if (closed)
			return;
		closed = true;
		session.released(bytes);
		try {
			CL.clReleaseMemObject(memory);
		} catch (CLException e) {
			// a device that is gone has nothing to give back, and what failed before is what counts
			LOG.debug("{} bytes on the device could not be given back", bytes, e);
		}
	}
}
