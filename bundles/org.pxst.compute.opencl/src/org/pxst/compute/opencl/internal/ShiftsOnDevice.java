// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jocl.Pointer;
import org.pxst.compute.PixelShifts;

/** The results of a search on the device: no shift and no error where nothing is found. To be closed. */
final class ShiftsOnDevice implements AutoCloseable {
	private final int size;
	private final List<DeviceBuffer> buffers = new ArrayList<>();

	/** @param size pixels of the detector */
	ShiftsOnDevice(DeviceSession session, int size) {
		this.size = size;
		float[] none = new float[size];
		Arrays.fill(none, Float.NaN);
		try {
			buffers.add(session.bufferOf(new byte[size]));
			buffers.add(session.bufferOf(new byte[size]));
			buffers.add(session.bufferOf(none));
		} catch (RuntimeException e) {
			close();
			throw e;
		}
	}

	/** Gives the kernel what it writes to: shifts along both axes, errors. */
	void giveTo(KernelLaunch launch) {
		buffers.forEach(launch::with);
	}

	PixelShifts read() {
		PixelShifts shifts = new PixelShifts(new byte[size], new byte[size], new float[size]);
		buffers.get(0).read(0, size, Pointer.to(shifts.ss()));
		buffers.get(1).read(0, size, Pointer.to(shifts.fs()));
		buffers.get(2).read(0, (long) Float.BYTES * size, Pointer.to(shifts.error()));
		return shifts;
	}

	@Override
	public void close() {
		buffers.forEach(DeviceBuffer::close);
	}
}
