// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.List;

import org.pxst.io.cxi.CxiFinding;

/** What was found in a CXI file, as aligned text. */
final class FindingsTable {
	private static final String MISSING = "-";

	private final List<CxiFinding> findings;

	FindingsTable(List<CxiFinding> findings) {
		this.findings = findings;
	}

	/** A heading and one line a finding; problems stand last in their line. */
	List<String> lines() {
		List<String[]> rows = new ArrayList<>();
		rows.add(new String[] { "item", "path", "value" });
		for (CxiFinding f : findings)
			rows.add(new String[] { f.item().key(), f.path().orElse(MISSING), value(f) });
		int item = width(rows, 0);
		int path = width(rows, 1);
		return rows.stream().map(r -> pad(r[0], item) + pad(r[1], path) + r[2]).toList();
	}

	private static String value(CxiFinding f) {
		if (f.path().isEmpty())
			return f.problem().map(p -> "NEEDED: " + p).orElse(f.value());
		return f.value() + f.problem().map(p -> "  WRONG: " + p).orElse("");
	}

	private static int width(List<String[]> rows, int column) {
		return rows.stream().mapToInt(r -> r[column].length()).max().orElse(0) + 2;
	}

	private static String pad(String text, int width) {
		return text + " ".repeat(width - text.length());
	}
}
