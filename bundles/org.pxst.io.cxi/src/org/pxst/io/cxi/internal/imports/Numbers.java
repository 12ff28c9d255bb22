// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.Optional;

/**
 * Numbers from some place, not yet in SI units.
 *
 * @param values  flat, row-major
 * @param columns number of columns when they are a table, 1 otherwise
 * @param unit    their unit, if the place says it
 * @param where   the place, for messages and tables
 */
record Numbers(double[] values, int columns, Optional<Unit> unit, String where) {
	/** Number of rows. */
	int rows() {
		return values.length / columns;
	}

	/** One column. */
	double[] column(int index) {
		double[] column = new double[rows()];
		for (int row = 0; row < column.length; row++)
			column[row] = values[row * columns + index];
		return column;
	}
}
