// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Arrays;
import java.util.Map;

import org.jocl.Pointer;
import org.pxst.compute.backend.FixedPoint;
import org.pxst.compute.backend.ReferenceExtent;
import org.pxst.compute.backend.ReferenceSums;

/**
 * The sums of a merge on the device, in fixed point, (part, reference pixel, 2) flat: graphics processors have one part, to
 * which they add atomically; the cores of a processor have one each. To be closed.
 *
 * @param session     where they are
 * @param extent      of the reference image
 * @param parts       number of parts
 * @param buffer      the sums, 0 at first
 * @param valueScale  of what is merged
 * @param weightScale of its weights
 */
record SumsOnDevice(DeviceSession session, ReferenceExtent extent, int parts, DeviceBuffer buffer, FixedPoint valueScale,
		FixedPoint weightScale) implements AutoCloseable {
	private static final int MOST_PARTS = 16;
	/** Part of the memory limit that all of them may take. */
	private static final double PARTS_MEMORY = 0.2;

	/**
	 * @param largest       no value is larger
	 * @param largestWeight no weight is larger
	 * @param most          samples that go into one sum at most
	 */
	static SumsOnDevice of(DeviceSession session, ReferenceExtent extent, double largest, double largestWeight, long most) {
		long bytes = 2L * Long.BYTES * extent.size();
		long fitting = (long) (PARTS_MEMORY * session.memoryLimit()) / bytes;
		int parts = session.isProcessor()
				? (int) Math.max(1, Math.min(Math.min(session.device().device().computeUnits(), MOST_PARTS), fitting))
				: 1;
		DeviceBuffer buffer = session.buffer(bytes * parts);
		try {
			return new SumsOnDevice(session, extent, parts, buffer.clear(), FixedPoint.forSum(largest, most),
					FixedPoint.forSum(largestWeight, most));
		} catch (RuntimeException e) {
			buffer.close();
			throw e;
		}
	}

	/** Gives the kernel both scales. */
	void giveScalesTo(KernelLaunch launch) {
		launch.with(valueScale.scale()).with(weightScale.scale());
	}

	/** Adds up the parts, and copies the sums to the heap. */
	ReferenceSums read() {
		int size = 2 * extent.size();
		if (parts > 1)
			try (KernelLaunch launch = session.kernel("add_parts", Map.of())) {
				launch.with(buffer).with(parts).with(size).run(new long[] { size }, null);
			}
		long[] both = new long[size];
		buffer.read(0, (long) Long.BYTES * size, Pointer.to(both));
		long[] numerator = new long[extent.size()];
		long[] denominator = new long[extent.size()];
		Arrays.setAll(numerator, c -> both[2 * c]);
		Arrays.setAll(denominator, c -> both[2 * c + 1]);
		return new ReferenceSums(extent, numerator, denominator, valueScale, weightScale);
	}

	@Override
	public void close() {
		buffer.close();
	}
}
