// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads boxes of a data set, and no more of the file than they need. Callable from several threads. */
interface SliceReader {
	/**
	 * Reads a box.
	 *
	 * @param offset first element along each axis
	 * @param box    extents, at least 1 each; under 2 GiB in all
	 * @param target is filled from its position on, row-major, as the elements are in the file; the position moves behind
	 *               them
	 * @throws IOException when the file ends early or cannot be decoded; jhdf's unchecked exceptions pass through
	 */
	void read(long[] offset, int[] box, ByteBuffer target) throws IOException;

	/**
	 * What was never written, found out without reading any data.
	 *
	 * @throws IOException when that cannot be found out
	 */
	Gaps gaps() throws IOException;
}
