// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Entry.Kind;
import org.pxst.io.cxi.tools.Hdf5Layout;

/** The contents of a file as an indented list. */
final class TreeText {
	private static final int WIDEST_NAME = 44;
	private static final int LONGEST_VALUE = 60;

	private final List<Hdf5Entry> entries;
	private final boolean attributes;
	private final Function<String, Optional<String>> single;
	private final int width;
	private final int top;

	/**
	 * @param entries    groups before what is in them, the first one above all others
	 * @param attributes whether to list them
	 * @param single     the element of a data set that has only one, by path
	 */
	TreeText(List<Hdf5Entry> entries, boolean attributes, Function<String, Optional<String>> single) {
		this.entries = entries;
		this.attributes = attributes;
		this.single = single;
		top = depth(entries.get(0).path());
		width = Math.min(WIDEST_NAME, entries.stream().mapToInt(entry -> label(entry).length()).max().orElse(0));
	}

	private static int depth(String path) {
		return "/".equals(path) ? 0 : (int) path.chars().filter(c -> c == '/').count();
	}

	/** One line an object, and one an attribute. */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		for (Hdf5Entry entry : entries) {
			String label = label(entry);
			String text = text(entry);
			lines.add(text.isEmpty() ? label : label + " ".repeat(Math.max(0, width - label.length()) + 2) + text);
			if (attributes)
				entry.attributes().forEach((name, value) -> lines.add(indent(entry) + "    @" + PrintableText.of(name) + " = "
						+ PrintableText.value(value)));
		}
		return lines;
	}

	private String indent(Hdf5Entry entry) {
		return "  ".repeat(depth(entry.path()) - top);
	}

	private String label(Hdf5Entry entry) {
		String name = entry == entries.get(0) ? entry.path() : entry.name();
		boolean group = entry.kind() == Kind.GROUP && entry.link().isEmpty() && !name.endsWith("/");
		return indent(entry) + PrintableText.of(name) + (group ? "/" : "");
	}

	private String text(Hdf5Entry entry) {
		List<String> parts = new ArrayList<>();
		entry.link().ifPresent(link -> parts.add("-> " + PrintableText.of(link)));
		entry.sameAs().ifPresent(path -> parts.add("same object as " + PrintableText.of(path)));
		entry.layout().map(TreeText::text).ifPresent(parts::add);
		if (entry.layout().filter(layout -> layout.shape().isEmpty() && layout.bytes() == 0).isPresent())
			parts.add("empty");
		else if (entry.layout().filter(layout -> layout.shape().isEmpty()).isPresent())
			single.apply(entry.path()).ifPresent(value -> parts.add("= " + shortened(value) + units(entry)));
		if (entry.kind() == Kind.GROUP && entry.link().isPresent())
			parts.add("group");
		if (entry.kind() == Kind.OTHER && entry.problem().isEmpty())
			parts.add("named type");
		entry.problem().ifPresent(reason -> parts.add("! " + PrintableText.of(reason)));
		return String.join("  ", parts);
	}

	private static String shortened(String value) {
		return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
	}

	private static String units(Hdf5Entry entry) {
		Object units = entry.attributes().get("units");
		return units instanceof String text && !"1".equals(text) ? " " + PrintableText.of(text) : "";
	}

	/** Type, shape and storage in a few words. */
	static String text(Hdf5Layout layout) {
		String shape = layout.shape().stream().map(Object::toString).collect(Collectors.joining(", ", "(", layout.shape().size() == 1
				? ",)" : ")"));
		StringBuilder text = new StringBuilder(PrintableText.of(layout.type()));
		if (!layout.shape().isEmpty())
			text.append(' ').append(shape).append("  ").append(PrintableText.bytes(layout.bytes()));
		if (layout.isVirtual())
			text.append(", virtual");
		if (!layout.chunk().isEmpty() && !layout.isVirtual())
			text.append(", chunks ").append(
					layout.chunk().stream().map(Object::toString).collect(Collectors.joining(" x ")));
		layout.filters().forEach(filter -> text.append(", ").append(PrintableText.of(filter)));
		return text.toString();
	}
}
