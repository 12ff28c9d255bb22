// SPDX-License-Identifier: EPL-2.0
package org.pxst.core;

/** Long work ended early because its monitor was cancelled. What it had before stays as it was. */
public class CancelledException extends PxstException {
	private static final long serialVersionUID = 1L;

	/** @param work what was interrupted, for example "update_pixel_map" */
	public CancelledException(String work) {
		super(work + " was cancelled");
	}
}
