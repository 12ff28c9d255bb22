// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

/** Makes a section of the page from what the file holds. */
interface Part {
	/** What it is about, for who waits. */
	String title();

	/**
	 * The section; empty when there is nothing to show.
	 *
	 * @throws org.pxst.core.CancelledException when the material is asked to stop
	 */
	Section make(Material material);
}
