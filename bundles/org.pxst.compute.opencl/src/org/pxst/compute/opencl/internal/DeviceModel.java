// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.ArrayList;
import java.util.List;

import org.pxst.compute.backend.SplitCoordinates;
import org.pxst.core.map.ForwardModel;

/** A forward model on the device, in the order of MODEL_ARGUMENTS. To be closed. */
final class DeviceModel implements AutoCloseable {
	private final SplitCoordinates mapSs;
	private final SplitCoordinates mapFs;
	private final SplitCoordinates moveSs;
	private final SplitCoordinates moveFs;
	private final List<DeviceBuffer> buffers = new ArrayList<>();

	/**
	 * Copies it there.
	 *
	 * @param n0     offset of the reference image along the slow scan axis
	 * @param m0     offset along the fast scan axis
	 * @param frames indices of the frames that take part
	 */
	DeviceModel(DeviceSession session, ForwardModel model, double n0, double m0, int[] frames) {
		mapSs = SplitCoordinates.of(model.map().ss(), 1, n0);
		mapFs = SplitCoordinates.of(model.map().fs(), 1, m0);
		moveSs = SplitCoordinates.of(only(frames, model.translations().ss()), -1, 0);
		moveFs = SplitCoordinates.of(only(frames, model.translations().fs()), -1, 0);
		try {
			for (SplitCoordinates coordinates : new SplitCoordinates[] { mapSs, mapFs, moveSs, moveFs }) {
				buffers.add(session.bufferOf(coordinates.whole()));
				buffers.add(session.bufferOf(coordinates.part()));
			}
			buffers.add(session.bufferOf(model.whitefield().values()));
		} catch (RuntimeException e) {
			close();
			throw e;
		}
	}

	private static double[] only(int[] frames, double[] all) {
		double[] some = new double[frames.length];
		for (int k = 0; k < some.length; k++)
			some[k] = all[frames[k]];
		return some;
	}

	SplitCoordinates mapSs() {
		return mapSs;
	}

	SplitCoordinates mapFs() {
		return mapFs;
	}

	/** What is added to map coordinates along the slow scan axis, one a frame that takes part. */
	SplitCoordinates moveSs() {
		return moveSs;
	}

	SplitCoordinates moveFs() {
		return moveFs;
	}

	/** Gives the kernel its MODEL_ARGUMENTS. */
	void giveTo(KernelLaunch kernel) {
		buffers.forEach(kernel::with);
	}

	@Override
	public void close() {
		buffers.forEach(DeviceBuffer::close);
	}
}
