// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

/** What PXST looks for in a CXI file. The name is the one of the command line's {@code --path NAME=PATH}. */
public enum CxiItem {
	/** Frames (N, M, L), any numeric type. */
	DATA("data"),
	/** Detector mask (M, L): boolean true = good, or CXI's integer mask with 0 = good. */
	MASK("mask"),
	/** Steps along slow and fast scan axis in m: (N, 2, 3), (2, 3) or (3, 2). */
	BASIS_VECTORS("basis_vectors"),
	/** Detector distance in m. */
	DISTANCE("distance"),
	/** Pixel size along the slow scan axis in m. */
	X_PIXEL_SIZE("x_pixel_size"),
	/** Pixel size along the fast scan axis in m. */
	Y_PIXEL_SIZE("y_pixel_size"),
	/** Wavelength in m. */
	WAVELENGTH("wavelength"),
	/** Photon energy in J, used when there is no wavelength. */
	ENERGY("energy"),
	/** Sample positions (N, 3) in m. */
	TRANSLATIONS("translations"),
	/** Focus to sample in m; no file layout has it, but a user can name a place. */
	DEFOCUS("defocus"),
	/** Indices of the frames to use. */
	GOOD_FRAMES("good_frames");

	private final String key;

	CxiItem(String key) {
		this.key = key;
	}

	/** The name on the command line and in messages. */
	public String key() {
		return key;
	}
}
