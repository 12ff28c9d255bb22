// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Picture;

/**
 * The plane of the sample as the reference image divides it into pixels, and the part of it that is shown.
 *
 * @param rows    of the reference image
 * @param columns of the reference image
 * @param dss     reference pixel along the slow scan axis, m; NaN when unknown
 * @param dfs     reference pixel along the fast scan axis, m; NaN when unknown
 * @param region  part that has values
 */
public record SamplePlane(int rows, int columns, double dss, double dfs, Roi region) {
	/** The smallest part of an image with all values; everything when there is none. */
	public static SamplePlane around(Image image, double dss, double dfs) {
		int ss0 = image.rows();
		int ss1 = 0;
		int fs0 = image.columns();
		int fs1 = 0;
		for (int i = 0; i < image.rows(); i++)
			for (int j = 0; j < image.columns(); j++)
				if (!Float.isNaN(image.at(i, j))) {
					ss0 = Math.min(ss0, i);
					ss1 = i + 1;
					fs0 = Math.min(fs0, j);
					fs1 = Math.max(fs1, j + 1);
				}
		Roi region = ss1 == 0 ? Roi.full(image.rows(), image.columns()) : new Roi(ss0, ss1, fs0, fs1);
		return new SamplePlane(image.rows(), image.columns(), dss, dfs, region);
	}

	/** Whether lengths on the sample are known. */
	public boolean hasLengths() {
		return dss > 0 && dfs > 0 && dss < Double.POSITIVE_INFINITY && dfs < Double.POSITIVE_INFINITY;
	}

	/** The part of an image that is shown, flat (ss, fs). */
	public float[] cut(Image image) {
		float[] part = new float[region.rows() * region.columns()];
		for (int i = 0; i < region.rows(); i++)
			System.arraycopy(image.values(), (region.ss0() + i) * columns + region.fs0(), part, i * region.columns(),
					region.columns());
		return part;
	}

	/** A picture of the part that is shown, with its places on the sample. */
	public Picture picture(String title, Image image, String quantity, String unit, Picture.Colours colours) {
		return new Picture(title, region.rows(), region.columns(), cut(image), axis("slow scan axis", region.ss0(), dss),
				axis("fast scan axis", region.fs0(), dfs), quantity, unit, colours);
	}

	private Picture.Axis axis(String label, int first, double step) {
		return hasLengths() ? new Picture.Axis(label, "m", first * step, step) : new Picture.Axis(label, "px", first, 1);
	}
}
