// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

/** Where a mask to start from can be taken from. */
enum MaskSource {
	/** The result in the scan's file. */
	RESULT("In the file", "The mask that the file's results have: takes back all that was not saved"),
	/** What the detector says. */
	DETECTOR("Detector's", "What the file says of the detector's pixels (CXI: /entry_1/instrument_1/detector_1/mask)"),
	/** What make_mask finds. */
	AUTOMATIC("Automatic", "Finds dead, hot and gap pixels from the frames, as make_mask does; takes seconds"),
	/** No bad pixel. */
	ALL_GOOD("All good", "A mask without bad pixels"),
	/** A file. */
	IMPORT("Import...", "A mask from a .npy, .tif, .csv, CXI or HDF5 file");

	private final String label;
	private final String description;

	MaskSource(String label, String description) {
		this.label = label;
		this.description = description;
	}

	/** Its name. */
	String label() {
		return label;
	}

	/** What it is, for a tooltip. */
	String description() {
		return description;
	}
}
