// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Map;

/**
 * How kernels sample the reference image at a grid of shifts: what the macros of {@code shifts.cl} say.
 *
 * @param shiftsSs along the slow scan axis
 * @param shiftsFs along the fast scan axis
 * @param step     reference pixels
 */
record ShiftSampling(int shiftsSs, int shiftsFs, double step) {
	/** 1 and 2 are quick ways for grids that are common, 0 is for any. */
	private int way() {
		if (shiftsSs != shiftsFs)
			return 0;
		if (step == 1 && (shiftsSs == 3 || shiftsSs == 5 || shiftsSs == 7))
			return 1;
		return step == 0.5 && shiftsSs == 3 ? 2 : 0;
	}

	Map<String, String> defines() {
		return Map.of("SHIFTS_SS", String.valueOf(shiftsSs), "SHIFTS_FS", String.valueOf(shiftsFs), "STEP",
				DeviceNumbers.literal(step), "WAY", String.valueOf(way()));
	}

	/** Number of shifts. */
	int shifts() {
		return shiftsSs * shiftsFs;
	}

	/** Values in a row of the results. */
	int lanes() {
		if (way() == 0)
			return shiftsFs;
		return shiftsFs == 3 ? 4 : 8;
	}

	/** Values in all rows of the results. */
	int values() {
		return shiftsSs * lanes();
	}
}
