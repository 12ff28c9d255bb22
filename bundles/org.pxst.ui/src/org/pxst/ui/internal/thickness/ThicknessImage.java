// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thickness;

/** Thicknesses that calculate_sample_thickness finds. */
public enum ThicknessImage {
	/** By the contrast transfer function. */
	CTF("contrast transfer function", "sample_thickness_ctf",
			"For a thin sample; sees details finer than the first Fresnel zone (Cloetens et al., Appl. Phys. Lett. 75 (1999) 2912)."),
	/** By Paganin's method, from the transport of intensity. */
	PAGANIN("Paganin", "sample_thickness_pag",
			"From the transport of intensity: absorption in full, diffraction to first order; smooth, and right on the whole "
					+ "(Paganin et al., J. Microsc. 206 (2002) 33)."),
	/** The first minus the second. */
	DIFFERENCE("difference", "", "Contrast transfer function minus Paganin.");

	private final String text;
	private final String dataset;
	private final String description;

	ThicknessImage(String text, String dataset, String description) {
		this.text = text;
		this.dataset = dataset;
		this.description = description;
	}

	/** For a list to choose from. */
	public String text() {
		return text;
	}

	/** Data set with it, relative to the results; "" when it is made of the others. */
	public String dataset() {
		return dataset;
	}

	/** For a tooltip. */
	public String description() {
		return description;
	}
}
