// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.util.function.LongToIntFunction;

/**
 * An identifier of the native HDF5 library, closed with try.
 *
 * @param id     the identifier
 * @param closer how to close it
 * @param what   what it stands for, for messages
 */
record Handle(long id, LongToIntFunction closer, String what) implements AutoCloseable {
	/**
	 * Takes over an identifier.
	 *
	 * @param id     what the library returned, negative when it failed
	 * @param closer how to close it
	 * @param what   what it stands for
	 * @throws IOException when it is negative
	 */
	static Handle of(long id, LongToIntFunction closer, String what) throws IOException {
		return new Handle(NativeHdf5.check(id, what), closer, what);
	}

	/** One that belongs to the library, such as a predefined type, and stays open. */
	static Handle predefined(long id) {
		return new Handle(id, any -> 0, "");
	}

	@Override
	public void close() throws IOException {
		NativeHdf5.check(closer.applyAsInt(id), what);
	}
}
