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
	 * @param shape  extents of the box, at least 1 each; under 2 GiB in all
	 * @return the elements, row-major, from position 0 on, as they are in the file and with its byte order
	 * @throws IOException when the file ends early or cannot be decoded; jhdf's unchecked exceptions pass through
	 */
	ByteBuffer read(long[] offset, int[] shape) throws IOException;
}
