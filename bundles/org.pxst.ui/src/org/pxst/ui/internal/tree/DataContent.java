// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.List;

import org.eclipse.january.dataset.Dataset;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.ui.image.Picture;

/**
 * What is shown of a data set.
 *
 * @param entry   the data set
 * @param axes    how it can be shown
 * @param choice  what of it is shown
 * @param complex whether its elements are complex numbers
 * @param shown   the part that was read
 * @param note    what is not shown as it is in the file, "" when all is
 */
record DataContent(Hdf5Entry entry, DataAxes axes, DataChoice choice, boolean complex, Shown shown, String note) {
	/** Something that can be on screen. */
	sealed interface Shown permits Image, Curves, Page, Words {
	}

	/** An image. */
	record Image(Picture picture) implements Shown {
	}

	/**
	 * Curves, or points that belong together.
	 *
	 * @param curves   one after the other
	 * @param joined   whether the points are joined by lines
	 * @param x        what the positions are
	 * @param xUnit    their unit, "" for plain numbers
	 * @param y        what the values are
	 * @param yUnit    their unit, "" for plain numbers
	 */
	record Curves(List<Curve> curves, boolean joined, String x, String xUnit, String y, String yUnit) implements Shown {
		/** Takes a copy. */
		Curves {
			curves = List.copyOf(curves);
		}
	}

	/**
	 * Points.
	 *
	 * @param name of the curve
	 * @param x    positions
	 * @param y    values, as many
	 */
	record Curve(String name, double[] x, double[] y) {
	}

	/**
	 * A part of a table.
	 *
	 * @param values      rows and columns
	 * @param firstRow    index of the first row in the data set
	 * @param firstColumn index of the first column in the data set
	 * @param rows        of the whole table
	 * @param columns     of the whole table
	 */
	record Page(Dataset values, long firstRow, long firstColumn, long rows, long columns) implements Shown {
	}

	/** A text. */
	record Words(String text) implements Shown {
	}

	/** How it is shown. */
	DataKind kind() {
		return choice.kind(axes);
	}
}
