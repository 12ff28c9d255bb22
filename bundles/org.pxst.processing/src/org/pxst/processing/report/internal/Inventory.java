// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.january.dataset.Dataset;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Layout;

/** What is in the group of the result, as text. */
final class Inventory {
	private static final int LONGEST = 5000;
	private static final int MOST_ITEMS = 8;

	private final Material material;
	private final List<Hdf5Entry> entries;

	Inventory(Material material) {
		this.material = material;
		entries = material.hasResult() ? read(material) : List.of();
	}

	private static List<Hdf5Entry> read(Material material) {
		try {
			return material.view().tree(material.request().group());
		} catch (InvalidDataException e) {
			return List.of();
		}
	}

	/** The data sets of the result itself. */
	List<Hdf5Entry> datasets() {
		return entries.stream().filter(entry -> entry.kind() == Hdf5Entry.Kind.DATASET && !isProcess(entry)).toList();
	}

	/** The groups that say what was run, in the order of their numbers. */
	List<Hdf5Entry> processes() {
		String start = material.request().group() + "/process_";
		return entries.stream()
				.filter(entry -> entry.kind() == Hdf5Entry.Kind.GROUP && entry.path().startsWith(start) && relative(entry).indexOf('/') < 0)
				.sorted((a, b) -> Integer.compare(a.path().length(), b.path().length()) != 0
						? Integer.compare(a.path().length(), b.path().length()) : a.path().compareTo(b.path()))
				.toList();
	}

	/** Everything inside a group. */
	List<Hdf5Entry> inside(Hdf5Entry group) {
		return entries.stream().filter(entry -> entry.path().startsWith(group.path() + "/")).toList();
	}

	private boolean isProcess(Hdf5Entry entry) {
		return relative(entry).startsWith("process_");
	}

	/** Path from the result's group. */
	String relative(Hdf5Entry entry) {
		return entry.path().substring(Math.min(entry.path().length(), material.request().group().length() + 1));
	}

	/** The values of a data set when there are few of them, else its shape. */
	String value(Hdf5Entry entry) {
		Optional<Hdf5Layout> layout = entry.layout();
		if (layout.isEmpty())
			return entry.problem().or(entry::link).orElse("");
		if (layout.get().size() > MOST_ITEMS)
			return layout.get().type() + ", " + Material.shape(layout.get());
		Optional<Dataset> values = material.slice(entry.path());
		if (values.isEmpty())
			return "cannot be read";
		Dataset flat = values.get().flatten();
		List<String> items = new ArrayList<>();
		for (int k = 0; k < flat.getSize(); k++)
			items.add(layout.get().numeric() && !layout.get().type().equals("bool") ? number(flat.getDouble(k)) : flat.getString(k));
		return shortened(String.join(", ", items)) + unit(entry);
	}

	private static String unit(Hdf5Entry entry) {
		Object units = entry.attributes().get("units");
		return units == null || units.equals("1") ? "" : " " + units;
	}

	private static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
				: Float.toString((float) value).replace("E", "e");
	}

	/** The value of a data set in a group. */
	Optional<String> value(Hdf5Entry group, String name) {
		return entries.stream().filter(entry -> entry.path().equals(group.path() + "/" + name)).findFirst().map(this::value);
	}

	/** An attribute of an entry; empty when it has none of that name. */
	static String attribute(Hdf5Entry entry, String name) {
		return entry.attributes().containsKey(name) ? text(entry.attributes().get(name)) : "";
	}

	private static String text(Object value) {
		if (value == null || !value.getClass().isArray())
			return shortened(String.valueOf(value));
		List<String> items = new ArrayList<>();
		for (int k = 0; k < Math.min(MOST_ITEMS, Array.getLength(value)); k++)
			items.add(String.valueOf(Array.get(value, k)));
		return shortened(String.join(", ", items)) + (Array.getLength(value) > MOST_ITEMS ? ", ..." : "");
	}

	private static String shortened(String text) {
		return text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
	}
}
