// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

import java.util.HashSet;
import java.util.Set;

import io.jhdf.exceptions.HdfException;

/**
 * Addresses of the parts of one structure that were read. Each part belongs to a structure once, so a second visit means
 * a damaged file that refers to itself; without this it could keep a reader busy for ever.
 */
final class Visited {
	private static final int DEEPEST = 64;

	private final Set<Long> addresses = new HashSet<>();

	/**
	 * Notes a part.
	 *
	 * @param address its address
	 * @param depth   how many parts lie between it and the first
	 */
	void enter(long address, int depth) {
		if (depth > DEEPEST || !addresses.add(address))
			throw new HdfException("its structure refers to itself");
	}
}
