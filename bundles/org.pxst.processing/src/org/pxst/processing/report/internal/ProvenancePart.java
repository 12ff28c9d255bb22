// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pxst.io.cxi.tools.Hdf5Entry;

/** Where the result is from. */
final class ProvenancePart implements Part {
	/** After the first: data sets of a process, with spaces for underscores. */
	private static final List<String> COLUMNS = List.of("group", "step", "date", "version", "computed on", "command");

	@Override
	public String title() {
		return "Where the result is from";
	}

	@Override
	public Section make(Material material) {
		Section section = new Section("provenance", title());
		List<Fact> facts = new ArrayList<>();
		Map<String, String> names = new LinkedHashMap<>();
		names.put("creator", "Program");
		names.put("command", "Command");
		names.put("input", "Input");
		names.put("computed_on", "Computed on");
		names.forEach((dataset, name) -> material.texts(dataset).stream().findFirst()
				.ifPresent(text -> facts.add(new Fact(name, text, ""))));
		section.facts(facts);
		Inventory inventory = new Inventory(material);
		List<Hdf5Entry> processes = inventory.processes();
		if (!processes.isEmpty())
			section.heading("What was run").table(COLUMNS, processes.stream().map(process -> line(process, inventory)).toList());
		for (Hdf5Entry process : processes) {
			material.check();
			section.add(details(process, inventory));
		}
		return section;
	}

	private static List<String> line(Hdf5Entry process, Inventory inventory) {
		List<String> cells = new ArrayList<>(List.of(inventory.relative(process)));
		COLUMNS.stream().skip(1).forEach(column -> cells.add(inventory.value(process, column.replace(' ', '_')).orElse("")));
		return cells;
	}

	/** Everything that is in the group of a process, whatever that is. */
	private static Html details(Hdf5Entry process, Inventory inventory) {
		Html html = new Html().open("details")
				.element("summary", inventory.relative(process) + inventory.value(process, "step").map(step -> ", " + step).orElse("")
						+ ": parameters and more")
				.open("div", "class", "scroll").open("table").open("tbody");
		for (Hdf5Entry entry : inventory.inside(process))
			if (entry.kind() != Hdf5Entry.Kind.GROUP)
				row(html, entry.path().substring(process.path().length() + 1), inventory.value(entry));
		return html.close("tbody").close("table").close("div").close("details");
	}

	private static void row(Html html, String name, String value) {
		html.open("tr").element("td", name).element("td", value).close("tr");
	}
}
