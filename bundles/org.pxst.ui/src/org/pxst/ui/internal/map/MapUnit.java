// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

/** What shifts of the pixel map are given in. */
public enum MapUnit {
	/** Reference pixels, as the map is stored. */
	REFERENCE_PIXELS("reference px", "px", "Shift in the plane of the sample, in pixels of the reference image, as the map is stored."),
	/** Pixels of the detector. */
	DETECTOR_PIXELS("detector px", "px",
			"Shift of the image on the detector: reference pixels times dss or dfs times the mean magnification z / z1, over the "
					+ "detector's pixel size. Close to reference pixels, unless those have another size."),
	/** Angles of rays. */
	RAY_ANGLE("ray angle", "rad",
			"Angle of the ray: the shift times dss or dfs over the distance from sample to detector, with the opposite sign "
					+ "((x - u) d / (z - z1)), as calculate_phase has it. An angle of the ray is lambda / 2 pi times the slope of the phase.");

	private final String text;
	private final String symbol;
	private final String description;

	MapUnit(String text, String symbol, String description) {
		this.text = text;
		this.symbol = symbol;
		this.description = description;
	}

	/** For a list to choose from. */
	public String text() {
		return text;
	}

	/** Symbol of the unit; angles are in rad. */
	public String symbol() {
		return symbol;
	}

	/** For a tooltip. */
	public String description() {
		return description;
	}

	/** What values in this unit are. */
	String quantity() {
		return switch (this) {
		case REFERENCE_PIXELS -> "shift";
		case DETECTOR_PIXELS -> "shift on the detector";
		case RAY_ANGLE -> "ray angle";
		};
	}
}
