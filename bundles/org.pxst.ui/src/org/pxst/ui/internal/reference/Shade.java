// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

/** What a second colour on the picture says. */
public enum Shade {
	/** No second colour. */
	NONE("nothing"),
	/** Large errors, in orange. */
	ERROR("large errors"),
	/** Pixels that few frames see, in blue. */
	COVERAGE("low coverage");

	private final String text;

	Shade(String text) {
		this.text = text;
	}

	/** For a list to choose from. */
	public String text() {
		return text;
	}
}
