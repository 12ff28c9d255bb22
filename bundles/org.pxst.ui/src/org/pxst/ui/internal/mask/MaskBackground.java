// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

/** What lies under a mask while it is edited. */
enum MaskBackground {
	/** The current frame as it was measured. */
	FRAME("Frame"),
	/** The current frame divided by the whitefield. */
	DIVIDED("Frame / whitefield"),
	/** The whitefield. */
	WHITEFIELD("Whitefield");

	private final String label;

	MaskBackground(String label) {
		this.label = label;
	}

	/** Its name. */
	String label() {
		return label;
	}

	/** Whether it changes with the frame. */
	boolean isOfFrame() {
		return this != WHITEFIELD;
	}
}
