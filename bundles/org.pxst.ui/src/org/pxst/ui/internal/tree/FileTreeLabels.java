// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Layout;
import org.pxst.ui.session.OpenScan;

/** What the columns and tooltips of the tree say. */
final class FileTreeLabels {
	/** The columns. */
	enum Column {
		/** Name of the file, group or data set. */
		NAME("Name", 26),
		/** Value of a scalar with its unit, or the unit. */
		VALUE("Value / unit", 16),
		/** Extents. */
		SHAPE("Shape", 14),
		/** Element type. */
		TYPE("Type", 9);

		private final String title;
		private final int characters;

		Column(String title, int characters) {
			this.title = title;
			this.characters = characters;
		}

		String title() {
			return title;
		}

		/** Width. */
		int characters() {
			return characters;
		}
	}

	private final FileTreeModel model;

	FileTreeLabels(FileTreeModel model) {
		this.model = model;
	}

	/** What a column says. */
	String text(Object element, Column column) {
		if (element instanceof OpenScan scan)
			return column == Column.NAME ? file(scan) : "";
		if (!(element instanceof TreeItemNode.Entry node))
			return column == Column.NAME ? ((TreeItemNode) element).name() : "";
		Optional<Hdf5Layout> layout = node.entry().layout();
		return switch (column) {
		case NAME -> node.name() + node.entry().link().map(target -> " \u2192 " + target).orElse("");
		case VALUE -> value(node);
		case SHAPE -> layout.map(l -> Values.shape(l.shape())).orElse("");
		case TYPE -> layout.map(Hdf5Layout::type).orElse("");
		};
	}

	private static String file(OpenScan scan) {
		return scan.name() + switch (scan.state()) {
		case OPENING -> " (opening)";
		case UNREADABLE -> " (unreadable)";
		case GONE -> " (gone)";
		case READY -> "";
		};
	}

	private static String value(TreeItemNode.Entry node) {
		String unit = Values.unit(node.entry());
		return node.value().isEmpty() ? unit : node.value() + (unit.isEmpty() ? "" : " " + unit);
	}

	/** More about an element, for its tooltip. */
	String tooltip(Object element) {
		if (element instanceof OpenScan scan) {
			String problem = model.problem(scan);
			return problem.isEmpty() ? scan.file().toString() : problem;
		}
		if (!(element instanceof TreeItemNode.Entry node))
			return ((TreeItemNode) element).name();
		Hdf5Entry entry = node.entry();
		StringJoiner lines = new StringJoiner("\n");
		lines.add(entry.path());
		entry.problem().ifPresent(lines::add);
		for (Map.Entry<String, Object> attribute : entry.attributes().entrySet())
			lines.add(attribute.getKey() + " = " + Values.attribute(attribute.getValue()));
		return lines.toString();
	}
}
