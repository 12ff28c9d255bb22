// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.Arrays;

/**
 * A data set of numbers.
 *
 * @param path   absolute path in the file
 * @param units  its attribute; empty when there is none
 * @param shape  extents
 * @param values flat, row-major; infinite ones are NaN
 */
record Values(String path, String units, int[] shape, double[] values) {
	/** Extent along an axis. */
	int extent(int axis) {
		return shape[axis];
	}

	/** One of the arrays that lie behind each other along the first axis. */
	Values part(int index) {
		int length = values.length / shape[0];
		return new Values(path, units, Arrays.copyOfRange(shape, 1, shape.length),
				Arrays.copyOfRange(values, index * length, (index + 1) * length));
	}

	/** One column of an array of two axes. */
	double[] column(int column) {
		double[] part = new double[shape[0]];
		for (int n = 0; n < part.length; n++)
			part[n] = values[n * shape[1] + column];
		return part;
	}

	/** The same with other values. */
	Values with(double[] other) {
		return new Values(path, units, shape, other);
	}
}
