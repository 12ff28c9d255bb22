// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

/**
 * Hears what is drawn with a tool, in the UI thread.
 *
 * @param <A> kind of area
 */
@FunctionalInterface
public interface AreaListener<A extends Area> {
	/**
	 * The area is finished.
	 *
	 * @param area      in picture pixels, perhaps partly outside of the picture
	 * @param stateMask keys and buttons at the end, as in SWT
	 */
	void drawn(A area, int stateMask);

	/** The area grows; drawn() follows, or cancelled(). */
	default void drawing(A area, int stateMask) {
	}

	/** The user gave up with Escape. */
	default void cancelled() {
	}
}
