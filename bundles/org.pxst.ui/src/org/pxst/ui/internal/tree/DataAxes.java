// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Layout;

/**
 * How a data set can be shown, and along which of its axes one has to choose a place for that. Axes of extent 1 do not
 * count.
 *
 * @param shape   all extents
 * @param axes    the axes that count, in their order
 * @param numbers whether the elements are numbers and not texts
 */
record DataAxes(List<Long> shape, List<Integer> axes, boolean numbers) {
	/** Element type of texts. */
	static final String TEXTS = "string";
	/** Fewer values are shown as text. */
	private static final int FEW_VALUES = 10;
	/** More values are not shown as text. */
	private static final int MOST_IN_TEXT = 1000;
	/** Most curves that are shown together. */
	static final int MOST_CURVES = 6;
	/** Fewer rows or columns are shown as curves. */
	private static final int FEW_CURVES = 5;
	/** Most columns that points are taken from; the first two are. */
	private static final int MOST_COORDINATES = 4;

	/** Takes copies. */
	DataAxes {
		shape = List.copyOf(shape);
		axes = List.copyOf(axes);
	}

	/** The axes of a data set. */
	static DataAxes of(Hdf5Entry entry) {
		Hdf5Layout layout = entry.layout().orElseThrow();
		List<Integer> axes = new ArrayList<>();
		for (int axis = 0; axis < layout.shape().size(); axis++)
			if (layout.shape().get(axis) != 1)
				axes.add(axis);
		return new DataAxes(layout.shape(), axes, !layout.type().equals(TEXTS));
	}

	/** Number of axes that count. */
	int rank() {
		return axes.size();
	}

	/** Extent along an axis that counts; negative numbers count from the last. */
	long extent(int position) {
		return shape.get(axes.get(position < 0 ? rank() + position : position));
	}

	private long size() {
		return shape.stream().reduce(1L, (a, b) -> a * b);
	}

	/** How it can be shown, in the order of a list; empty when it has no elements. */
	Set<DataKind> kinds() {
		Set<DataKind> kinds = EnumSet.noneOf(DataKind.class);
		if (size() == 0)
			return kinds;
		if (numbers && rank() >= 2)
			kinds.add(DataKind.IMAGE);
		if (numbers && rank() >= 1)
			kinds.add(DataKind.LINE);
		if (numbers && rank() >= 2 && extent(-1) <= MOST_COORDINATES)
			kinds.add(DataKind.SCATTER);
		if (rank() >= 1)
			kinds.add(DataKind.TABLE);
		if (rank() == 0 || rank() == 1 && size() <= MOST_IN_TEXT)
			kinds.add(DataKind.TEXT);
		return kinds;
	}

	/** What suits it: text for few values, curves, points for pairs, images. */
	DataKind best() {
		if (rank() == 0 || rank() == 1 && extent(0) < FEW_VALUES)
			return DataKind.TEXT;
		if (!numbers)
			return DataKind.TABLE;
		if (rank() == 1 || rank() == 2 && extent(0) < FEW_CURVES)
			return DataKind.LINE;
		if (rank() <= 3 && extent(-1) == 2)
			return DataKind.SCATTER;
		return rank() == 2 && extent(1) < FEW_CURVES ? DataKind.LINE : DataKind.IMAGE;
	}

	/** Whether the rows of the last two axes are curves. */
	boolean rowsAreCurves() {
		return rank() >= 2 && extent(-2) <= MOST_CURVES;
	}

	/** Whether the columns of the last two axes are curves. */
	boolean columnsAreCurves() {
		return rank() >= 2 && !rowsAreCurves() && extent(-1) <= MOST_CURVES;
	}

	/** Whether the sets of points along the third axis from the end are shown together. */
	boolean setsTogether() {
		return rank() >= 3 && extent(-3) <= MOST_CURVES;
	}

	/** The axes along which one has to choose a place. */
	List<Integer> chosen(DataKind kind) {
		int shown = switch (kind) {
		case TEXT -> rank();
		case IMAGE, TABLE -> 2;
		case LINE -> rowsAreCurves() || columnsAreCurves() ? 2 : 1;
		case SCATTER -> setsTogether() ? 3 : 2;
		};
		return axes.subList(0, Math.max(0, rank() - shown));
	}
}
