// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

/** Ways to show a data set. */
public enum DataKind {
	/** As an image; stacks of images one at a time. */
	IMAGE("image"),
	/** As curves over an index. */
	LINE("line"),
	/** As points with two coordinates. */
	SCATTER("scatter"),
	/** As numbers in rows and columns. */
	TABLE("table"),
	/** As text. */
	TEXT("text");

	private final String label;

	DataKind(String label) {
		this.label = label;
	}

	/** For menus and lists. */
	public String label() {
		return label;
	}
}
