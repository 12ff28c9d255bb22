// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5E_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5E_WALK_UPWARD;
import static org.bytedeco.hdf5.global.hdf5.H5Eclear2;
import static org.bytedeco.hdf5.global.hdf5.H5Eset_auto2;
import static org.bytedeco.hdf5.global.hdf5.H5Ewalk2;
import static org.bytedeco.hdf5.global.hdf5.H5dont_atexit;
import static org.bytedeco.hdf5.global.hdf5.H5open;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bytedeco.hdf5.H5E_error2_t;
import org.bytedeco.hdf5.H5E_walk2_t;
import org.bytedeco.javacpp.Pointer;

/**
 * The native HDF5 library. It is one for the whole process and not thread safe: everything that calls it holds
 * {@link #LOCK}.
 */
final class NativeHdf5 {
	/** Held by whoever calls the library. */
	static final Object LOCK = new Object();

	private static final Pattern SYSTEM_ERROR = Pattern.compile("error message = '([^']+)'");

	private NativeHdf5() {
	}

	/** Loads the library. */
	@FunctionalInterface
	interface Loader {
		/**
		 * Loads it if it is not there yet.
		 *
		 * @throws IOException when it does not start; caused by a LinkageError when this machine has none
		 */
		void load() throws IOException;
	}

	/**
	 * Loads the library if it is not there yet, and keeps it from printing to the terminal.
	 *
	 * @throws IOException when it cannot be loaded on this machine
	 */
	static void load() throws IOException {
		try {
			// its own clean-up at exit would complain about files that a failed write left open
			H5dont_atexit();
			if (H5open() < 0 || H5Eset_auto2(H5E_DEFAULT, null, null) < 0)
				throw new IOException("the native HDF5 library does not start");
		} catch (LinkageError e) {
			// the system's long list of places and the thread's name help nobody
			String reason = Reason.of(e).replaceAll("^Exception [\\w.]+: | in java\\.library\\.path: .*| \\[in thread .*", "");
			throw new IOException("the native HDF5 library cannot be loaded (" + reason
					+ "); it needs Linux on x86_64 and a directory of its own that can be written, to be named with"
					+ " -Dorg.bytedeco.javacpp.cachedir=DIR", e);
		}
	}

	/**
	 * Passes on what a call returned.
	 *
	 * @param result what it returned; negative when it failed
	 * @param doing  what was being done, for the message
	 * @throws IOException with the library's own reason when it failed
	 */
	static long check(long result, String doing) throws IOException {
		if (result < 0)
			throw new IOException(doing + ": " + reason());
		return result;
	}

	/** The system's reason for the latest failure if it has one, else the library's innermost. */
	private static String reason() {
		try (Innermost innermost = new Innermost()) {
			H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, innermost, null);
			H5Eclear2(H5E_DEFAULT);
			return innermost.text();
		}
	}

	/** Remembers the first description in the error stack, or the first that quotes the system. */
	private static final class Innermost extends H5E_walk2_t {
		private String first = "the HDF5 library gives no reason";
		private String system;
		private boolean any;

		@Override
		public int call(int n, H5E_error2_t error, Pointer data) {
			String text = error.desc() == null ? "" : error.desc().getString();
			Matcher quoted = SYSTEM_ERROR.matcher(text);
			if (system == null && quoted.find())
				system = quoted.group(1);
			if (!any && !text.isBlank()) {
				first = text.strip();
				any = true;
			}
			return 0;
		}

		String text() {
			return system != null ? system : first;
		}
	}
}
