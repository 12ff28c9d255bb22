// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

/**
 * Sample positions d[n] in units of the reference pixel (pixel translations). NaN for frames that are not used.
 *
 * @param ss along the slow scan axis, one a frame; not copied, must not be changed afterwards
 * @param fs along the fast scan axis, one a frame; not copied, must not be changed afterwards
 */
public record PixelTranslations(double[] ss, double[] fs) {
	/** Checks the shapes. */
	public PixelTranslations {
		if (ss.length != fs.length)
			throw new IllegalArgumentException(ss.length + " and " + fs.length + " translations");
	}

	/** Number of frames. */
	public int frames() {
		return ss.length;
	}
}
