// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The HDF5 library's part in changing a file: it reads the file, and writes to a skeleton of it. In this order:
 * {@link #values()}, then the skeleton is made, then {@link #fill()}, then {@link #close()} when all is done; until then
 * the file is held with the library's lock against programs that write. For one thread.
 */
interface SkeletonWork extends Closeable {
	/** Begins such work. */
	@FunctionalInterface
	interface Starter {
		/**
		 * Opens a file.
		 *
		 * @param target   the file
		 * @param skeleton where its skeleton will be
		 * @param content  what is to be added
		 * @throws IOException when it cannot be opened
		 */
		SkeletonWork start(Path target, Path skeleton, Content content) throws IOException;
	}

	/**
	 * Where the values of the data sets are.
	 *
	 * @throws IOException when the file's structure cannot be read
	 */
	ValueRegions values() throws IOException;

	/**
	 * Writes the content to the skeleton, and makes sure that the old data sets are the same in it.
	 *
	 * @throws IOException when that fails
	 */
	void fill() throws IOException;
}
