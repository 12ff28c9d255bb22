// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.january.dataset.Dataset;

/**
 * A data set that is to be exported.
 *
 * @param name   last part of its path, or more of it where that is needed to tell it from others
 * @param path   absolute path in the original
 * @param values numbers, booleans or strings
 * @param units  unit, empty when there is none
 */
record ExportedData(String name, String path, Dataset values, Optional<String> units) {
	private static final int MOST_COLUMNS = 3;

	/** Extents. */
	int[] shape() {
		return values.getShapeRef();
	}

	/** Whether it holds numbers or booleans. */
	boolean isNumeric() {
		return values.getElementClass() != String.class;
	}

	/** Whether it is an image or several, and no list of positions. */
	boolean isImage() {
		int[] shape = shape();
		return isNumeric() && (shape.length == 2 || shape.length == 3) && shape[shape.length - 1] > MOST_COLUMNS
				&& shape[shape.length - 2] > MOST_COLUMNS;
	}

	/** Whether it is a single number, a curve or a list of positions. */
	boolean isTable() {
		int[] shape = shape();
		return values.getSize() > 0 && (shape.length <= 1 || isNumeric() && shape.length <= 3 && shape[shape.length - 1] <= MOST_COLUMNS);
	}

	/** Names for the components of positions and pairs of images. */
	static List<String> components(int count) {
		return switch (count) {
		case 2 -> List.of("ss", "fs");
		case 3 -> List.of("x", "y", "z");
		default -> List.of();
		};
	}
}
