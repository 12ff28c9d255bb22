// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.ui.session.OpenScan;

/**
 * What is in a file, as a tree. Groups with very many members have them in ranges, so that no one opens thousands of lines
 * at once.
 */
final class ContentTree {
	/** Most members that are listed one by one. */
	static final int MOST_MEMBERS = 300;

	private final OpenScan scan;
	private final Map<String, List<Hdf5Entry>> members = new LinkedHashMap<>();
	private final Map<String, String> values;
	private final Hdf5Entry root;
	private final List<TreeItemNode> all;

	/**
	 * @param scan    the file
	 * @param entries all there is, groups before what is in them, the root first
	 * @param values  values of scalars in words, by path
	 */
	ContentTree(OpenScan scan, List<Hdf5Entry> entries, Map<String, String> values) {
		this.scan = scan;
		this.values = values;
		root = entries.get(0);
		for (Hdf5Entry entry : entries.subList(1, entries.size()))
			members.computeIfAbsent(parent(entry.path()), group -> new ArrayList<>()).add(entry);
		all = children("/", path -> true, false);
	}

	private static String parent(String path) {
		return path.substring(0, Math.max(1, path.lastIndexOf('/')));
	}

	/** The root group. */
	Hdf5Entry root() {
		return root;
	}

	/** Everything. */
	List<TreeItemNode> all() {
		return all;
	}

	/**
	 * What has a text in the last part of its path, and the groups around it; everything in groups whose name has it.
	 *
	 * @param text in any case
	 */
	List<TreeItemNode> matching(String text) {
		String wanted = text.toLowerCase(Locale.ROOT);
		return children("/", name -> name.toLowerCase(Locale.ROOT).contains(wanted), true);
	}

	private List<TreeItemNode> children(String group, Predicate<String> wanted, boolean filtered) {
		List<TreeItemNode> nodes = new ArrayList<>();
		for (Hdf5Entry entry : members.getOrDefault(group, List.of())) {
			boolean itself = wanted.test(entry.name());
			List<TreeItemNode> below = children(entry.path(), itself ? name -> true : wanted, filtered && !itself);
			if (itself || !filtered || !below.isEmpty())
				nodes.add(new TreeItemNode.Entry(scan, entry, values.getOrDefault(entry.path(), ""), below));
		}
		return nodes.size() <= MOST_MEMBERS ? nodes : ranges(group, nodes);
	}

	private List<TreeItemNode> ranges(String group, List<TreeItemNode> nodes) {
		List<TreeItemNode> ranges = new ArrayList<>();
		for (int first = 0; first < nodes.size(); first += MOST_MEMBERS)
			ranges.add(new TreeItemNode.Range(scan, group, first,
					nodes.subList(first, Math.min(nodes.size(), first + MOST_MEMBERS))));
		return ranges;
	}
}
