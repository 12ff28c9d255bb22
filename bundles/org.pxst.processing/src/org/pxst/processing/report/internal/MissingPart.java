// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.List;

/** What the file does not hold, and how to make it. To be made after the parts that look for it. */
final class MissingPart implements Part {
	@Override
	public String title() {
		return "Not in this file";
	}

	@Override
	public Section make(Material material) {
		Section section = new Section("missing", title());
		List<List<String>> rows = new ArrayList<>();
		String file = String.valueOf(material.request().file().getFileName());
		for (Missing missing : material.missing())
			rows.add(List.of(missing.what(), missing.reason(), "pxst " + missing.step() + " " + file));
		if (!rows.isEmpty())
			section.paragraph("These parts of the page are left out. Run the command, then pxst report again. pxst reconstruct makes all "
					+ "of them down to the phase at once.").table(List.of("what", "why", "made by"), rows);
		return section;
	}
}
