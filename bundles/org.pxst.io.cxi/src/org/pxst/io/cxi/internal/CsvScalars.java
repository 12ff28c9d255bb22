// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.charset.StandardCharsets;

/** A text table of single values: name, value, unit. */
final class CsvScalars {
	private final StringBuilder text = new StringBuilder("name,value,unit\n");
	private boolean any;

	/** Adds a single number or text. */
	void add(ExportedData data) {
		any = true;
		text.append(CsvTable.quoted(data.name())).append(',').append(CsvTable.cell(data.values().flatten(), 0)).append(',')
				.append(data.units().map(CsvTable::quoted).orElse("")).append('\n');
	}

	/** Whether nothing was added. */
	boolean isEmpty() {
		return !any;
	}

	/** The file. */
	byte[] bytes() {
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}
}
