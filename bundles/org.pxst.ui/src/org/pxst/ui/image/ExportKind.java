// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

/** What can be written to a file. */
enum ExportKind {
	SEEN_WITH_AXES("What is seen, with axes (PNG)\u2026", "png"),
	SEEN("What is seen (PNG)\u2026", "png"),
	UNSCALED("Whole picture, pixel by pixel (PNG)\u2026", "png"),
	FIGURE("Figure with axes (SVG)\u2026", "svg"),
	VALUES("Values as 32 bit floats (TIFF)\u2026", "tiff"),
	TABLE("Values as text (CSV)\u2026", "csv");

	private final String label;
	private final String extension;

	ExportKind(String label, String extension) {
		this.label = label;
		this.extension = extension;
	}

	/** For a menu. */
	String label() {
		return label;
	}

	/** Of file names, without the dot. */
	String extension() {
		return extension;
	}
}
