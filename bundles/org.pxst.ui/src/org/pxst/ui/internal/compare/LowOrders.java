// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.Arrays;

import org.pxst.core.numerics.PolynomialFit;
import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.GeometricFit;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.phase.PupilPlane;

/** What a scan cannot tell well from positions and distances, and what runs therefore may differ in without meaning much. */
enum LowOrders {
	/** Nothing: there are none. */
	NONE("") {
		@Override
		float[] off(CommonGrid grid, float[] values, boolean all) {
			return values;
		}
	},
	/** Of a pixel map: its mean, and if wanted the best affine map. */
	AFFINE("the affine map that fits best") {
		@Override
		float[] off(CommonGrid grid, float[] values, boolean all) {
			PolynomialFit fit = new PolynomialFit(grid.rows(), grid.columns(), grid.weights(), all ? 1 : 0);
			double[] surface = fit.fit(filled(values, grid.weights())).values();
			float[] rest = values.clone();
			for (int p = 0; p < rest.length; p++)
				rest[p] -= (float) surface[p];
			return rest;
		}
	},
	/** Of a phase: its mean, and if wanted tilt and defocus. */
	TILT_AND_DEFOCUS("tilt and defocus") {
		@Override
		float[] off(CommonGrid grid, float[] values, boolean all) {
			// wavelength and distance stand for themselves on both sides
			PupilPlane plane = new PupilPlane(grid.rows(), grid.columns(), grid.stepSs(), grid.stepFs(), (grid.rows() - 1) / 2.0,
					(grid.columns() - 1) / 2.0, 1, 1);
			GeometricAberrations fit = new GeometricFit(plane, grid.weights(), all ? PhaseRemoval.standard()
					: PhaseRemoval.none().withPiston()).fit(filled(values, grid.weights()));
			float[] rest = values.clone();
			for (int p = 0; p < rest.length; p++)
				rest[p] -= (float) fit.phase(plane, p / grid.columns(), p % grid.columns());
			return rest;
		}
	};

	private final String text;

	LowOrders(String text) {
		this.text = text;
	}

	/** What can be taken off, in words; "" for nothing. */
	String text() {
		return text;
	}

	/**
	 * Takes them off an image, fitted where both images have values.
	 *
	 * @param grid   of both images
	 * @param values of one of them, flat
	 * @param all    whether not only the mean
	 */
	abstract float[] off(CommonGrid grid, float[] values, boolean all);

	private static double[] filled(float[] values, double[] weights) {
		double[] numbers = new double[values.length];
		Arrays.setAll(numbers, p -> weights[p] > 0 ? values[p] : 0);
		return numbers;
	}
}
