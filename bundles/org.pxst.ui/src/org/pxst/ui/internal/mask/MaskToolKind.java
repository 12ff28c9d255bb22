// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

/** What the left mouse button does in the mask editor. */
enum MaskToolKind {
	/** Moves the image. */
	PAN("Move", 'v', "Drag to move the image (V or Escape)"),
	/** Changes the pixels that the mouse passes. */
	PIXEL("Pixel", 'x', "Click or drag over single pixels (X)"),
	/** Changes the pixels around the mouse. */
	BRUSH("Brush", 'b', "Draw with a round brush (B; [ and ] change its radius)"),
	/** Changes a rectangle. */
	RECTANGLE("Rectangle", 'r', "Drag from corner to corner (R)"),
	/** Changes an ellipse. */
	ELLIPSE("Ellipse", 'e', "Drag from corner to corner of the rectangle around the ellipse (E)"),
	/** Changes a polygon. */
	POLYGON("Polygon", 'p', "Click at the corners, double click or Enter at the last one (P)");

	private final String label;
	private final char key;
	private final String description;

	MaskToolKind(String label, char key, String description) {
		this.label = label;
		this.key = key;
		this.description = description;
	}

	/** Its name. */
	String label() {
		return label;
	}

	/** The key that chooses it. */
	char key() {
		return key;
	}

	/** How it is used, for a tooltip. */
	String description() {
		return description;
	}

	/** The icon, a path in the bundle. */
	String icon() {
		return "/icons/mask/" + name().toLowerCase(java.util.Locale.ROOT) + ".svg";
	}
}
