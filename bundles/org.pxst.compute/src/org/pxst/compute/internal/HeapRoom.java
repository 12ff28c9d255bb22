// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Locale;

import org.pxst.core.InvalidDataException;

/** Checks sizes that come from a file before memory is asked for. */
final class HeapRoom {
	/** Part of the heap that large arrays may fill. */
	private static final double PART = 0.9;

	private HeapRoom() {
	}

	/**
	 * Makes sure that something can fit at all.
	 *
	 * @param bytes  what is needed, with what is there already and stays
	 * @param what   what needs it, with its shape, for the message
	 * @param remedy what the user can do besides giving more memory
	 * @throws InvalidDataException when it cannot
	 */
	static void require(double bytes, String what, String remedy) {
		double there = PART * Runtime.getRuntime().maxMemory();
		if (!(bytes <= there))
			throw new InvalidDataException(String.format(Locale.ROOT,
					"%s would take %.4g MB of memory, and there are %.4g MB; %s, or give more memory: PXST_VMARGS=-Xmx16g pxst ...",
					what, bytes / 1e6, there / 1e6, remedy));
	}
}
