// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Map;

/**
 * How kernels sample the reference image at a square of shifts: what the macros of {@code shifts.cl} say.
 *
 * @param shifts along each axis, odd
 * @param step   reference pixels
 */
record ShiftSampling(int shifts, double step) {
	private static final int WIDEST_IN_REGISTERS = 7;

	/** 1 and 2 are quick ways for steps that are common, 0 is for any. */
	private int way() {
		if (step == 1 && shifts <= WIDEST_IN_REGISTERS)
			return 1;
		return step == 0.5 && shifts == 3 ? 2 : 0;
	}

	Map<String, String> defines() {
		return Map.of("SHIFTS", String.valueOf(shifts), "STEP", DeviceNumbers.literal(step), "WAY", String.valueOf(way()));
	}

	/** Values in a row of the results. */
	int lanes() {
		if (way() == 0)
			return shifts;
		return shifts == 3 ? 4 : 8;
	}

	/** Values in all rows of the results. */
	int values() {
		return shifts * lanes();
	}
}
