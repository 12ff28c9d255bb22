// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import org.pxst.core.scan.Geometry;

/**
 * The detector as the plane on which the phase is given: places in m from an origin. y runs along the slow scan axis with
 * the rows, x along the fast scan axis with the columns.
 *
 * @param rows        detector rows M, at least 1
 * @param columns     detector columns L, at least 1
 * @param pixelSizeSs detector pixel along the slow scan axis in m, &gt; 0
 * @param pixelSizeFs detector pixel along the fast scan axis in m, &gt; 0
 * @param originSs    row that y is counted from, also between pixels
 * @param originFs    column that x is counted from
 * @param wavelength  in m, &gt; 0
 * @param distance    focus to detector z in m, &gt; 0
 */
public record PupilPlane(int rows, int columns, double pixelSizeSs, double pixelSizeFs, double originSs, double originFs,
		double wavelength, double distance) {
	/** Checks that there are pixels and that lengths are positive and finite. */
	public PupilPlane {
		if (rows < 1 || columns < 1)
			throw new IllegalArgumentException("a detector of " + rows + " x " + columns + " pixels");
		for (double length : new double[] { pixelSizeSs, pixelSizeFs, wavelength, distance })
			if (!(length > 0) || Double.isInfinite(length))
				throw new IllegalArgumentException("pixel sizes " + pixelSizeSs + " and " + pixelSizeFs + " m, wavelength "
						+ wavelength + " m, distance " + distance + " m: all must be positive and finite");
	}

	/**
	 * With the origin in the middle of the frame.
	 *
	 * @param geometry detector
	 * @param defocus  focus to sample in m, for the distance from the focus
	 * @param rows     detector rows M
	 * @param columns  detector columns L
	 */
	public static PupilPlane of(Geometry geometry, double defocus, int rows, int columns) {
		return new PupilPlane(rows, columns, geometry.pixelSizeSs(), geometry.pixelSizeFs(), (rows - 1) / 2.0,
				(columns - 1) / 2.0, geometry.wavelength(), geometry.focusToDetector(defocus));
	}

	/** y of a row, m. */
	public double y(double row) {
		return (row - originSs) * pixelSizeSs;
	}

	/** x of a column, m. */
	public double x(double column) {
		return (column - originFs) * pixelSizeFs;
	}
}
