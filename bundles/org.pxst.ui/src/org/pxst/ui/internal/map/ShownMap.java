// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

/** What of the pixel map is shown. */
public enum ShownMap {
	/** The component along the slow scan axis. */
	ALONG_SS("along ss"),
	/** The component along the fast scan axis. */
	ALONG_FS("along fs"),
	/** The length. */
	MAGNITUDE("magnitude"),
	/** Arrows on the length. */
	ARROWS("arrows, magnitude"),
	/** Arrows on the whitefield. */
	ARROWS_ON_WHITEFIELD("arrows, whitefield");

	private final String text;

	ShownMap(String text) {
		this.text = text;
	}

	/** For a list to choose from. */
	public String text() {
		return text;
	}

	/** Whether there are arrows. */
	public boolean hasArrows() {
		return this == ARROWS || this == ARROWS_ON_WHITEFIELD;
	}
}
