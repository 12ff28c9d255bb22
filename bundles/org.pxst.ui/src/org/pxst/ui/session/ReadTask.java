// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.session;

import org.eclipse.january.IMonitor;

/**
 * Reads something from a scan's file and computes what is to be shown of it, away from the UI thread.
 *
 * @param <T> what comes out
 */
@FunctionalInterface
public interface ReadTask<T> {
	/**
	 * Runs in a background thread.
	 *
	 * @param reader  the file
	 * @param monitor cancelled when nobody waits for the answer any more; long tasks look at it
	 * @throws MissingContentException            when the file does not have it yet; says what to do
	 * @throws org.pxst.core.InvalidDataException when it cannot be read
	 * @throws org.pxst.core.CancelledException   when the monitor asks for it
	 */
	T read(ScanReader reader, IMonitor monitor);
}
