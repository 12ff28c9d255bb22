// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

/** What to do with frames. */
public enum Mark {
	/** Use them. */
	GOOD("Mark good"),
	/** Leave them out. */
	BAD("Mark bad"),
	/** Use those that were left out, and the other way round. */
	TOGGLE("Toggle");

	private final String label;

	Mark(String label) {
		this.label = label;
	}

	/** For undo: "Mark good". */
	public String label() {
		return label;
	}
}
