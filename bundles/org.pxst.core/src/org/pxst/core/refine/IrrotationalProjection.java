// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import org.eclipse.january.IMonitor;
import org.pxst.core.map.PixelMap;
import org.pxst.core.numerics.GradientIntegration;

/**
 * The option "integrate" of update_pixel_map (paper, section 4.2): replaces the map by the closest one that is the gradient
 * of a potential, as the map of a lens is, up to a turn of the whole: a detector that is turned against the scan axes gives
 * the map a curl that is no error. The turn is fitted together with the potential; a plane fitted by itself would take part
 * of the aberrations for a turn.
 *
 * @param scaleSs what makes u_ss the derivative of a potential by the row number: reference pixel times detector pixel
 *                along the slow scan axis; only the ratio of the two scales matters
 * @param scaleFs the same along the fast scan axis
 */
public record IrrotationalProjection(double scaleSs, double scaleFs) {
	/** For square pixels. */
	public IrrotationalProjection() {
		this(1, 1);
	}

	/** A vector field on the pixels. */
	private record Field(double[] ss, double[] fs) {
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
		GradientIntegration integration = new GradientIntegration(rows, columns, weights);
		double[] ss = new double[weights.length];
		double[] fs = new double[weights.length];
		double[] turnSs = new double[weights.length];
		double[] turnFs = new double[weights.length];
		for (int p = 0; p < ss.length; p++) {
			ss[p] = map.ss()[p] * scaleSs;
			fs[p] = map.fs()[p] * scaleFs;
			turnSs[p] = p % columns - columns / 2.0;
			turnFs[p] = rows / 2.0 - p / columns;
		}
		Field turnRest = rest(rows, columns, new Field(turnSs, turnFs), weights, integration, monitor);
		Field rest = rest(rows, columns, new Field(ss, fs), weights, integration, monitor);
		double product = 0;
		double square = 0;
		for (int p = 0; p < ss.length; p++) {
			product += weights[p] * (turnRest.ss[p] * rest.ss[p] + turnRest.fs[p] * rest.fs[p]);
			square += weights[p] * (turnRest.ss[p] * turnRest.ss[p] + turnRest.fs[p] * turnRest.fs[p]);
		}
		double turn = square > 0 ? product / square : 0;
		double[] newSs = map.ss().clone();
		double[] newFs = map.fs().clone();
		for (int p = 0; p < ss.length; p++) {
			newSs[p] -= (rest.ss[p] - turn * turnRest.ss[p]) / scaleSs;
			newFs[p] -= (rest.fs[p] - turn * turnRest.fs[p]) / scaleFs;
		}
		return new PixelMap(rows, columns, newSs, newFs);
	}

	/** What no potential describes; 0 at pixels of weight 0 and at the rim. */
	private static Field rest(int rows, int columns, Field field, double[] weights, GradientIntegration integration,
			IMonitor monitor) {
		double[] potential = integration.integrate(field.ss, field.fs, monitor);
		double[] ss = new double[potential.length];
		double[] fs = new double[potential.length];
		for (int i = 1; i < rows - 1; i++)
			for (int j = 1; j < columns - 1; j++) {
				int p = i * columns + j;
				double alongSs = (potential[p + columns] - potential[p - columns]) / 2;
				double alongFs = (potential[p + 1] - potential[p - 1]) / 2;
				if (Double.isNaN(alongSs) || Double.isNaN(alongFs) || !(weights[p] > 0))
					continue;
				ss[p] = field.ss[p] - alongSs;
				fs[p] = field.fs[p] - alongFs;
			}
		return new Field(ss, fs);
	}
}
