// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Roi;

/**
 * The part of the detector that Zernike polynomials are fitted on, and the circle that is their unit disc. In metres, so that
 * pixels need not be square.
 *
 * @param roi         pixels that can belong to it
 * @param circle      whether pixels with their centres outside the circle are left out
 * @param centreSs    row of the circle's centre, also between pixels
 * @param centreFs    column of the circle's centre
 * @param radius      of the circle in m, &gt; 0
 * @param pixelSizeSs detector pixel along the slow scan axis in m, &gt; 0
 * @param pixelSizeFs detector pixel along the fast scan axis in m, &gt; 0
 */
public record PupilDomain(Roi roi, boolean circle, double centreSs, double centreFs, double radius, double pixelSizeSs,
		double pixelSizeFs) {
	/** Rounding must not leave out pixels on the circle. */
	private static final double ON_THE_CIRCLE = 1 + 1e-12;

	/** Checks that lengths are positive and finite. */
	public PupilDomain {
		for (double length : new double[] { radius, pixelSizeSs, pixelSizeFs })
			if (!(length > 0) || Double.isInfinite(length))
				throw new InvalidDataException("pupil with radius " + radius + " m and pixels of " + pixelSizeSs + " x "
						+ pixelSizeFs + " m: all must be positive and finite");
		if (!Double.isFinite(centreSs) || !Double.isFinite(centreFs))
			throw new InvalidDataException("the pupil's centre is " + centreSs + ", " + centreFs);
	}

	/**
	 * A rectangle, with the centres of its corner pixels on the unit circle, as in the 2020 suite.
	 *
	 * @param roi         the rectangle, more than one pixel
	 * @param pixelSizeSs m
	 * @param pixelSizeFs m
	 */
	public static PupilDomain rectangle(Roi roi, double pixelSizeSs, double pixelSizeFs) {
		double radius = Math.hypot((roi.rows() - 1) * pixelSizeSs, (roi.columns() - 1) * pixelSizeFs) / 2;
		return new PupilDomain(roi, false, middleSs(roi), middleFs(roi), radius, pixelSizeSs, pixelSizeFs);
	}

	/**
	 * The largest circle in a rectangle of pixels, rims included.
	 *
	 * @param roi         the rectangle
	 * @param pixelSizeSs m
	 * @param pixelSizeFs m
	 */
	public static PupilDomain inscribedCircle(Roi roi, double pixelSizeSs, double pixelSizeFs) {
		double radius = Math.min(roi.rows() * pixelSizeSs, roi.columns() * pixelSizeFs) / 2;
		return circle(roi, middleSs(roi), middleFs(roi), radius, pixelSizeSs, pixelSizeFs);
	}

	/**
	 * A circle of one's own, or what of it lies in a rectangle of pixels.
	 *
	 * @param roi         the rectangle
	 * @param centreSs    row
	 * @param centreFs    column
	 * @param radius      m
	 * @param pixelSizeSs m
	 * @param pixelSizeFs m
	 */
	public static PupilDomain circle(Roi roi, double centreSs, double centreFs, double radius, double pixelSizeSs,
			double pixelSizeFs) {
		return new PupilDomain(roi, true, centreSs, centreFs, radius, pixelSizeSs, pixelSizeFs);
	}

	private static double middleSs(Roi roi) {
		return (roi.ss0() + roi.ss1() - 1) / 2.0;
	}

	private static double middleFs(Roi roi) {
		return (roi.fs0() + roi.fs1() - 1) / 2.0;
	}

	/** y of a row in units of the radius. */
	public double y(double row) {
		return (row - centreSs) * pixelSizeSs / radius;
	}

	/** x of a column in units of the radius. */
	public double x(double column) {
		return (column - centreFs) * pixelSizeFs / radius;
	}

	/** Whether pixel (i, j) = (row, column) belongs to the domain. */
	public boolean contains(int i, int j) {
		return roi.contains(i, j) && (!circle || Math.hypot(y(i), x(j)) <= ON_THE_CIRCLE);
	}
}
