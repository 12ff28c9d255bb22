// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.january.dataset.Dataset;

/**
 * A curve or list of positions as a text table (RFC 4180, with LF): the index, then a column for each component, with
 * its unit in the head line. Numbers have all their digits.
 */
final class CsvTable {
	private final ExportedData data;

	/** @param data shape (N), (N, columns) or (tables, N, columns) */
	CsvTable(ExportedData data) {
		this.data = data;
	}

	/** The file. */
	byte[] bytes() {
		int[] shape = data.shape();
		int columns = shape.length < 2 ? 1 : shape[shape.length - 1];
		int tables = shape.length == 3 ? shape[0] : 1;
		int rows = shape.length == 3 ? shape[1] : shape[0];
		Dataset flat = data.values().flatten();
		StringBuilder text = new StringBuilder("index");
		for (String name : names(tables, shape.length < 2 ? 0 : columns))
			text.append(',').append(quoted(name + data.units().map(unit -> " (" + unit + ")").orElse("")));
		text.append('\n');
		for (int n = 0; n < rows; n++) {
			text.append(n);
			for (int t = 0; t < tables; t++)
				for (int k = 0; k < columns; k++)
					text.append(',').append(cell(flat, (t * rows + n) * columns + k));
			text.append('\n');
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private List<String> names(int tables, int columns) {
		List<String> names = new ArrayList<>();
		for (int t = 0; t < tables; t++) {
			String table = tables == 1 ? data.name() : data.name() + "_" + t;
			List<String> components = ExportedData.components(columns);
			if (columns == 0)
				names.add(table);
			for (int k = 0; k < columns; k++)
				names.add(table + "_" + (components.isEmpty() ? Integer.toString(k) : components.get(k)));
		}
		return names;
	}

	/** One value. */
	static String cell(Dataset flat, int k) {
		Class<?> type = flat.getElementClass();
		if (type == String.class)
			return quoted(flat.getString(k));
		if (type == Boolean.class)
			return flat.getElementBooleanAbs(k) ? "1" : "0";
		if (type == Double.class || type == Float.class) {
			double value = flat.getElementDoubleAbs(k);
			if (Double.isNaN(value))
				return "nan";
			if (Double.isInfinite(value))
				return value > 0 ? "inf" : "-inf";
			return type == Float.class ? Float.toString((float) value) : Double.toString(value);
		}
		return Long.toString(flat.getElementLongAbs(k));
	}

	/** Text, in quotes where it needs them. */
	static String quoted(String text) {
		return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
	}
}
