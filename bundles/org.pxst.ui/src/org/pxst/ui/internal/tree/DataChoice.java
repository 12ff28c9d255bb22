// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user wants to see of a data set.
 *
 * @param kind   how; empty for what suits it
 * @param part   of complex numbers
 * @param places along axes, by axis; the middle where nothing is said
 * @param row    first row of a table
 * @param column first column of a table
 */
record DataChoice(Optional<DataKind> kind, ComplexPart part, Map<Integer, Long> places, long row, long column) {
	/** Takes a copy. */
	DataChoice {
		places = Map.copyOf(places);
	}

	/** What suits the data set. */
	static DataChoice automatic() {
		return new DataChoice(Optional.empty(), ComplexPart.AMPLITUDE, Map.of(), 0, 0);
	}

	DataChoice as(Optional<DataKind> newKind) {
		return new DataChoice(newKind, part, places, row, column);
	}

	DataChoice with(ComplexPart newPart) {
		return new DataChoice(kind, newPart, places, row, column);
	}

	DataChoice at(int axis, long place) {
		Map<Integer, Long> changed = new HashMap<>(places);
		changed.put(axis, place);
		return new DataChoice(kind, part, changed, row, column);
	}

	DataChoice page(long newRow, long newColumn) {
		return new DataChoice(kind, part, places, newRow, newColumn);
	}

	/** How a data set is shown: as wanted if that is possible. */
	DataKind kind(DataAxes axes) {
		return kind.filter(axes.kinds()::contains).orElseGet(axes::best);
	}

	/** The place along an axis, which may have become shorter. */
	long place(DataAxes axes, int axis) {
		long extent = axes.shape().get(axis);
		return Math.max(0, Math.min(extent - 1, places.getOrDefault(axis, extent / 2)));
	}
}
