// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

/** What is taken off the pixel map before it is shown. */
public enum Subtraction {
	/** The pixel's own place: what is left is how far the image is shifted, u - x. */
	IDENTITY("identity", "How far the pixel map is from the pixel's own row and column (u - x)."),
	/** The same and the mean of what is left. */
	MEAN("mean", "u - x without its mean: an offset of the map is the same as one of the sample positions."),
	/** The best affine map. */
	AFFINE("affine map", "u without the affine map that fits it best: tilt, defocus, astigmatism and shear are in that; "
			+ "the higher aberrations are left."),
	/** The map of a lens with the defocus in the file and nothing else. */
	INITIAL("initial map", "u without the map to start from: that of a lens with the defocus of both axes that the file has, "
			+ "and no other aberration.");

	private final String text;
	private final String description;

	Subtraction(String text, String description) {
		this.text = text;
		this.description = description;
	}

	/** For a list to choose from. */
	public String text() {
		return text;
	}

	/** For a tooltip. */
	public String description() {
		return description;
	}
}
