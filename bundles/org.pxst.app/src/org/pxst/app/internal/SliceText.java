// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.january.dataset.SliceND;
import org.pxst.core.InvalidDataException;

/**
 * Part of an array, as Python writes it: numbers, {@code first:end} and {@code first:end:step} between commas, negative
 * numbers counted from the end, axes that are not named whole.
 *
 * @param slice  what it selects
 * @param shape  extents without the axes along which a single element was asked for
 */
record SliceText(SliceND slice, int[] shape) {
	private static final Pattern AXIS = Pattern.compile("\\s*([-+]?\\d{1,9})?\\s*(:\\s*([-+]?\\d{1,9})?\\s*(:\\s*(\\d{1,9})?\\s*)?)?");

	/** Number of leading axes along which a single element was asked for. */
	int single() {
		int[] all = slice.getShape();
		int axis = 0;
		while (axis < all.length && axis < all.length - shape.length && all[axis] == 1)
			axis++;
		return axis;
	}

	/**
	 * Reads it.
	 *
	 * @param text  without brackets; empty for everything
	 * @param shape of the array
	 * @throws InvalidDataException when it makes no sense, or selects nothing
	 */
	static SliceText parse(String text, int... shape) {
		String[] axes = text.isBlank() ? new String[0] : text.split(",", -1);
		if (axes.length > shape.length)
			throw new InvalidDataException("[" + text + "] has " + axes.length + " axes, but the shape is "
					+ Arrays.toString(shape) + "; leave some out");
		SliceND slice = new SliceND(shape);
		List<Integer> left = new ArrayList<>();
		for (int axis = 0; axis < shape.length; axis++)
			if (axis >= axes.length || !select(axes[axis], text, slice, axis, shape[axis]))
				left.add(slice.getShape()[axis]);
		return new SliceText(slice, left.stream().mapToInt(Integer::intValue).toArray());
	}

	/** Returns whether a single element was asked for. */
	private static boolean select(String typed, String text, SliceND slice, int axis, int extent) {
		Matcher parts = AXIS.matcher(typed);
		if (!parts.matches() || typed.isBlank())
			throw new InvalidDataException("'" + typed + "' in [" + text + "] is no slice; write a number or first:end");
		boolean single = parts.group(2) == null;
		int start = parts.group(1) == null ? 0 : fromStart(parts.group(1), extent);
		int end = single ? start + 1 : parts.group(3) == null ? extent : Math.min(extent, fromStart(parts.group(3), extent));
		int step = parts.group(5) == null ? 1 : Integer.parseInt(parts.group(5));
		if (!single)
			start = Math.max(0, start);
		if (step < 1 || start < 0 || start >= end || start >= extent)
			throw new InvalidDataException("'" + typed.strip() + "' in [" + text + "] selects nothing of the "
					+ extent + " elements along axis " + axis);
		slice.setSlice(axis, start, end, step);
		return single;
	}

	private static int fromStart(String number, int extent) {
		int index = Integer.parseInt(number);
		return index < 0 ? index + extent : index;
	}
}
