// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.export;

import org.pxst.io.cxi.tools.ExportRequest.Format;

/** What results can be exported as. */
enum ExportFormat {
	/** One NeXus file. */
	NEXUS("NeXus file", "One file with an NXdata group for each data set, for DAWN and other programs that read NeXus", Format.NEXUS,
			"_results.nxs"),
	/** TIFF images. */
	TIFF("TIFF images", "A TIFF file of 32-bit floats for each image, in a folder", Format.TIFF, "_tiff"),
	/** Text tables. */
	TEXT("Text tables", "A table for each curve and list of positions, and one for all single numbers, in a folder", Format.CSV,
			"_text");

	private final String text;
	private final String description;
	private final Format format;
	private final String ending;

	ExportFormat(String text, String description, Format format, String ending) {
		this.text = text;
		this.description = description;
		this.format = format;
		this.ending = ending;
	}

	/** For a list to choose from. */
	String text() {
		return text;
	}

	String description() {
		return description;
	}

	Format format() {
		return format;
	}

	/** Whether it becomes one file, not a folder with many. */
	boolean isFile() {
		return this == NEXUS;
	}

	/** How proposed names end. */
	String ending() {
		return ending;
	}
}
