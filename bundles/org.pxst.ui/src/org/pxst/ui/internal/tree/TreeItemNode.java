// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.ui.session.OpenScan;

/**
 * Something below a file in the tree. Two are the same when they stand for the same place of the same scan, whatever is
 * there now, so that a tree that is read again stays as open as it was.
 */
abstract sealed class TreeItemNode {
	private final OpenScan scan;
	private final String path;
	private final List<TreeItemNode> children;

	TreeItemNode(OpenScan scan, String path, List<TreeItemNode> children) {
		this.scan = scan;
		this.path = path;
		this.children = List.copyOf(children);
	}

	/** The file it is in. */
	OpenScan scan() {
		return scan;
	}

	/** What it is called where only one of its kind is. */
	String path() {
		return path;
	}

	/** What is below it. */
	List<TreeItemNode> children() {
		return children;
	}

	/** Name for a reader. */
	abstract String name();

	@Override
	public boolean equals(Object other) {
		return other instanceof TreeItemNode node && node.getClass() == getClass() && node.scan == scan
				&& node.path.equals(path);
	}

	@Override
	public int hashCode() {
		return Objects.hash(scan, path);
	}

	/** A group or data set. */
	static final class Entry extends TreeItemNode {
		private final Hdf5Entry entry;
		private final String value;

		/**
		 * @param value of a scalar in words; else ""
		 */
		Entry(OpenScan scan, Hdf5Entry entry, String value, List<TreeItemNode> children) {
			super(scan, entry.path(), children);
			this.entry = entry;
			this.value = value;
		}

		Hdf5Entry entry() {
			return entry;
		}

		String value() {
			return value;
		}

		/** Whether it has values to be shown. */
		boolean isDataset() {
			return entry.kind() == Hdf5Entry.Kind.DATASET;
		}

		DataAddress address() {
			return new DataAddress(scan().file(), path());
		}

		@Override
		String name() {
			return entry.name();
		}
	}

	/** Some of the many members of a group. */
	static final class Range extends TreeItemNode {
		/**
		 * @param first position of the first of them in the group
		 */
		Range(OpenScan scan, String group, int first, List<TreeItemNode> members) {
			super(scan, String.format(Locale.ROOT, "%s[%d]", group, first), members);
		}

		@Override
		String name() {
			return children().get(0).name() + " ... " + children().get(children().size() - 1).name();
		}
	}

	/** What is wrong with a file. */
	static final class Problem extends TreeItemNode {
		private final String text;

		Problem(OpenScan scan, String text) {
			super(scan, "", List.of());
			this.text = text;
		}

		/** The problem without the file's name, which is in the line above. */
		@Override
		String name() {
			String file = scan().file() + ": ";
			return text.startsWith(file) ? text.substring(file.length()) : text;
		}
	}
}
