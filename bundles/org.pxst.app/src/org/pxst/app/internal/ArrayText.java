// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.eclipse.january.dataset.SliceND;
import org.pxst.core.InvalidDataException;

/** An array as text with brackets, as Python prints it; of a large one the first and last elements along each axis. */
final class ArrayText {
	private static final int EDGE = 3;
	private static final int WIDTH = 100;
	private static final String GAP = "...";

	private final ILazyDataset values;
	private final SliceND slice;
	private final int[] shape;
	private final boolean whole;
	/** Leading axes along which a single element was asked for; they have no brackets. */
	private final int single;

	/**
	 * @param values the array
	 * @param part   of it
	 * @param most   elements that are printed in full
	 */
	ArrayText(ILazyDataset values, SliceText part, long most) {
		this.values = values;
		slice = part.slice();
		shape = slice.getShape();
		single = part.single();
		whole = IntStream.of(shape).asLongStream().reduce(1, (a, b) -> a * b) <= most;
	}

	/** Whether elements are left out. */
	boolean isCut() {
		return !whole;
	}

	/** The lines. Single elements have no brackets. */
	List<String> lines() {
		if (IntStream.of(values.getShape()).anyMatch(extent -> extent == 0))
			return List.of("[]");
		List<String> lines = new ArrayList<>();
		add(new int[shape.length], 0, "", lines);
		// a text of several lines, such as a configuration
		return values.getSize() == 1 ? lines.stream().flatMap(String::lines).toList() : lines;
	}

	private int[] shown(int axis) {
		int extent = shape[axis];
		if (whole || extent <= 2 * EDGE)
			return IntStream.range(0, extent).toArray();
		return IntStream.concat(IntStream.range(0, EDGE), IntStream.range(extent - EDGE, extent)).toArray();
	}

	private void add(int[] at, int axis, String indent, List<String> lines) {
		if (axis >= shape.length - 1) {
			addRow(at, indent, lines);
			return;
		}
		int[] indices = shown(axis);
		int before = lines.size();
		for (int k = 0; k < indices.length; k++) {
			if (indices.length < shape[axis] && k == EDGE)
				lines.add(indent + " " + GAP);
			at[axis] = indices[k];
			add(at, axis + 1, axis < single ? indent : indent + " ", lines);
		}
		if (axis < single)
			return;
		lines.set(before, indent + "[" + lines.get(before).substring(indent.length() + 1));
		int last = lines.size() - 1;
		lines.set(last, lines.get(last) + "]");
	}

	private void addRow(int[] at, String indent, List<String> lines) {
		if (single == shape.length) {
			lines.add(element(read(at, 0, 1), 0));
			return;
		}
		int axis = shape.length - 1;
		int extent = shape[axis];
		boolean cut = !whole && extent > 2 * EDGE;
		List<String> words = new ArrayList<>(words(at, 0, cut ? EDGE : extent));
		if (cut) {
			words.add(GAP);
			words.addAll(words(at, extent - EDGE, EDGE));
		}
		StringBuilder line = new StringBuilder(indent).append('[');
		for (int k = 0; k < words.size(); k++) {
			if (line.length() + words.get(k).length() > WIDTH && k > 0) {
				lines.add(line.toString());
				line = new StringBuilder(indent).append(' ');
			} else if (k > 0) {
				line.append(' ');
			}
			line.append(words.get(k));
		}
		lines.add(line.append(']').toString());
	}

	private List<String> words(int[] at, int first, int count) {
		IDataset row = read(at, first, count);
		return IntStream.range(0, count).mapToObj(k -> element(row, k)).toList();
	}

	/** Some elements along the last axis. */
	private IDataset read(int[] at, int first, int count) {
		SliceND part = new SliceND(values.getShape());
		for (int axis = 0; axis < shape.length; axis++) {
			int step = slice.getStep()[axis];
			int start = slice.getStart()[axis] + step * (axis == shape.length - 1 ? first : at[axis]);
			int n = axis == shape.length - 1 ? count : 1;
			part.setSlice(axis, start, start + (n - 1) * step + 1, step);
		}
		try {
			IDataset row = values.getSlice(part);
			row.setShape(count);
			return row;
		} catch (DatasetException e) {
			throw new InvalidDataException(values.getName() + ": cannot be read: " + e.getMessage(), e);
		}
	}

	private static String element(IDataset row, int k) {
		Object value = row.getObject(k);
		if (value instanceof String text)
			return row.getSize() == 1 ? PrintableText.ofLines(text) : '"' + PrintableText.of(text) + '"';
		if (value instanceof Double || value instanceof Float)
			return PrintableText.number(((Number) value).doubleValue(), value instanceof Float);
		return String.valueOf(value);
	}
}
