// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

/** Images in the plane of the reference image. */
public enum ShownImage {
	/** The reference image. */
	REFERENCE("reference image", "The image of the sample without the aberrations of the lens, 1 where the sample is empty."),
	/** Its error. */
	ERROR("error", "How far the model is from the frames, merged onto the reference image: 0 is all explained, 1 nothing."),
	/** How many frames see each pixel. */
	COVERAGE("coverage", "How many frames see each pixel of the reference image."),
	/** How much light made each value. */
	OVERLAP("overlap", "Squared whitefield that was merged into each pixel: where it is small, the reference image is noisy.");

	private final String text;
	private final String description;

	ShownImage(String text, String description) {
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
