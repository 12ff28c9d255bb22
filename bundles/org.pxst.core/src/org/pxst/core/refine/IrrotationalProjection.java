// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import org.eclipse.january.IMonitor;
import org.pxst.core.map.PixelMap;
import org.pxst.core.numerics.GradientIntegration;
import org.pxst.core.numerics.PolynomialSurface;

/**
 * The option "integrate" of update_pixel_map (paper, section 4.2): replaces the map by the closest one that is the gradient
 * of a potential, as the map of a lens is. The affine part of the map stays as it is: a detector that is turned against the
 * scan axes gives it a curl that is no error.
 *
 * @param scaleSs length of one unit of u_ss over the length of one detector pixel along the slow scan axis
 * @param scaleFs the same along the fast scan axis
 */
public record IrrotationalProjection(double scaleSs, double scaleFs) {
	/** For square pixels, or pixels and reference pixels of one shape. */
	public IrrotationalProjection() {
		this(1, 1);
	}

	/**
	 * @param map     pixel map; finite where the weight is positive
	 * @param weights trust in each pixel's value, flat (ss, fs), not negative
	 * @param monitor for cancelling
	 * @return the projected map; pixels of weight 0, and at the rim, keep their value
	 * @throws org.pxst.core.CancelledException when cancelled
	 */
	public PixelMap apply(PixelMap map, double[] weights, IMonitor monitor) {
		int rows = map.rows();
		int columns = map.columns();
		double[] planeSs = PolynomialSurface.fit(rows, columns, map.ss(), weights, 1).values();
		double[] planeFs = PolynomialSurface.fit(rows, columns, map.fs(), weights, 1).values();
		double[] restSs = new double[planeSs.length];
		double[] restFs = new double[planeSs.length];
		for (int p = 0; p < planeSs.length; p++) {
			restSs[p] = (map.ss()[p] - planeSs[p]) * scaleSs;
			restFs[p] = (map.fs()[p] - planeFs[p]) * scaleFs;
		}
		double[] potential = new GradientIntegration(rows, columns, weights).integrate(restSs, restFs, monitor);
		double[] ss = map.ss().clone();
		double[] fs = map.fs().clone();
		for (int i = 1; i < rows - 1; i++)
			for (int j = 1; j < columns - 1; j++) {
				int p = i * columns + j;
				double alongSs = (potential[p + columns] - potential[p - columns]) / 2;
				double alongFs = (potential[p + 1] - potential[p - 1]) / 2;
				if (Double.isNaN(alongSs) || Double.isNaN(alongFs) || !(weights[p] > 0))
					continue;
				ss[p] = planeSs[p] + alongSs / scaleSs;
				fs[p] = planeFs[p] + alongFs / scaleFs;
			}
		return new PixelMap(rows, columns, ss, fs);
	}
}
