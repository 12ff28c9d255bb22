// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.map;

import org.pxst.core.scan.Mask;

/**
 * The pixel map u: for each detector pixel the point of the reference image that its ray passes, in reference pixels.
 * {@code u_ss = x - (lambda z / 2 pi) dPhi/dx} in those units (paper, section 2). NaN where the map is unknown.
 *
 * @param rows    detector rows M
 * @param columns detector columns L
 * @param ss      component along the slow scan axis, flat (ss, fs); not copied, must not be changed afterwards
 * @param fs      component along the fast scan axis, flat (ss, fs); not copied, must not be changed afterwards
 */
public record PixelMap(int rows, int columns, double[] ss, double[] fs) {
	/** Checks the shape. */
	public PixelMap {
		if (ss.length != rows * columns || fs.length != rows * columns)
			throw new IllegalArgumentException(
					ss.length + " and " + fs.length + " values for a pixel map of " + rows + " x " + columns);
	}

	/** The same map on the pixels of an area of the same shape, NaN elsewhere. */
	public PixelMap within(Mask area) {
		double[] insideSs = ss.clone();
		double[] insideFs = fs.clone();
		for (int p = 0; p < insideSs.length; p++)
			if (!area.good()[p]) {
				insideSs[p] = Double.NaN;
				insideFs[p] = Double.NaN;
			}
		return new PixelMap(rows, columns, insideSs, insideFs);
	}

	/** The identity map u = (i, j). */
	public static PixelMap identity(int rows, int columns) {
		return linear(rows, columns, 1, 1);
	}

	/** The map u = (slopeSs i, slopeFs j), with i and j counted from detector pixel (0, 0). */
	public static PixelMap linear(int rows, int columns, double slopeSs, double slopeFs) {
		double[] ss = new double[rows * columns];
		double[] fs = new double[rows * columns];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				ss[i * columns + j] = slopeSs * i;
				fs[i * columns + j] = slopeFs * j;
			}
		return new PixelMap(rows, columns, ss, fs);
	}
}
