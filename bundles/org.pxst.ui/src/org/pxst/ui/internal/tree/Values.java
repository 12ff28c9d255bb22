// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

import org.eclipse.january.dataset.IDataset;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Layout;

/** Values and shapes in words. */
final class Values {
	private static final int MOST_IN_A_LIST = 20;

	private Values() {
	}

	/**
	 * One element: a number with as many digits as it has, true or false, or a text.
	 *
	 * @param values what it is in
	 * @param at     where
	 */
	static String text(IDataset values, int... at) {
		return String.valueOf(values.getObject(at));
	}

	/** The value of an attribute; only the beginning of a long list. */
	static String attribute(Object value) {
		if (!value.getClass().isArray())
			return String.valueOf(value);
		StringJoiner list = new StringJoiner(", ", "[", "]");
		int length = Array.getLength(value);
		for (int k = 0; k < Math.min(length, MOST_IN_A_LIST); k++)
			list.add(attribute(Array.get(value, k)));
		if (length > MOST_IN_A_LIST)
			list.add("... " + length + " in all");
		return list.toString();
	}

	/** Extents: "121 x 516 x 1556", "scalar". */
	static String shape(List<? extends Number> extents) {
		if (extents.isEmpty())
			return "scalar";
		StringJoiner text = new StringJoiner(" x ");
		extents.forEach(extent -> text.add(extent.toString()));
		return text.toString();
	}

	/** The unit that a data set's attributes name, "" for none and for plain numbers. */
	static String unit(Hdf5Entry entry) {
		Object units = entry.attributes().get("units");
		return units instanceof String text && !text.equals("1") ? text : "";
	}

	/** How data are stored: chunks and filters, or "" when there is nothing to say. */
	static String storage(Hdf5Layout layout) {
		StringJoiner text = new StringJoiner(", ");
		if (layout.isVirtual())
			text.add("virtual: in other data sets");
		if (!layout.chunk().isEmpty())
			text.add("chunks of " + shape(layout.chunk()));
		layout.filters().forEach(text::add);
		return text.toString();
	}

	/** A number of bytes. */
	static String bytes(long bytes) {
		String[] units = { "bytes", "kB", "MB", "GB", "TB" };
		double size = bytes;
		int unit = 0;
		while (size >= 1000 && unit < units.length - 1) {
			size /= 1000;
			unit++;
		}
		return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.3g %s", size, units[unit]);
	}
}
