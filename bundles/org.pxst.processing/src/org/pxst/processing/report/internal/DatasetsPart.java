// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.List;

import org.pxst.io.cxi.tools.Hdf5Entry;

/** A list of everything in the result. */
final class DatasetsPart implements Part {
	@Override
	public String title() {
		return "All data sets";
	}

	@Override
	public Section make(Material material) {
		Section section = new Section("datasets", title());
		Inventory inventory = new Inventory(material);
		List<List<String>> rows = new ArrayList<>();
		for (Hdf5Entry entry : inventory.datasets()) {
			material.check();
			boolean few = entry.layout().filter(layout -> layout.size() <= 4).isPresent();
			rows.add(List.of(inventory.relative(entry), entry.layout().map(Material::shape).orElse("?"),
					entry.layout().map(layout -> layout.type()).orElse("?"), Inventory.attribute(entry, "units"), few ? inventory.value(entry) : "",
					madeBy(entry)));
		}
		if (!rows.isEmpty())
			section.paragraph("In the group " + material.request().group() + ". ss is the slow scan axis (rows), fs the fast scan axis "
					+ "(columns); arrays are stored in the order frame, ss, fs.")
					.table(List.of("name", "shape", "type", "unit", "value", "made by"), rows);
		return section;
	}

	private static String madeBy(Hdf5Entry entry) {
		String process = Inventory.attribute(entry, "process");
		return Inventory.attribute(entry, "step") + (process.isEmpty() ? "" : " (" + process + ")");
	}
}
