// SPDX-License-Identifier: EPL-2.0
package org.pxst.core;

import org.eclipse.january.IMonitor;

/** Long work ended early because its monitor was cancelled. What it had before stays as it was. */
public class CancelledException extends PxstException {
	private static final long serialVersionUID = 1L;

	/** @param work what was interrupted, for example "update_pixel_map" */
	public CancelledException(String work) {
		super(work + " was cancelled");
	}

	/**
	 * To be called between the parts of long work, so often that it ends within a second.
	 *
	 * @param monitor of the work
	 * @param work    what it is, for example "update_pixel_map"
	 * @throws CancelledException when the monitor is cancelled
	 */
	public static void check(IMonitor monitor, String work) {
		if (monitor.isCancelled())
			throw new CancelledException(work);
	}
}
