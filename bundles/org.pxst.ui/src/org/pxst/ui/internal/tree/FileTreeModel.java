// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScan.State;

/** What is in the tree: the open files, what was read of them, and what is wrong with them. For one thread. */
final class FileTreeModel {
	private final List<OpenScan> scans = new ArrayList<>();
	private final Map<OpenScan, ContentTree> trees = new HashMap<>();
	private final Map<OpenScan, List<TreeItemNode>> matching = new HashMap<>();
	private final Map<OpenScan, String> failures = new HashMap<>();
	private String filter = "";

	/** The open files, in their order. */
	List<OpenScan> scans() {
		return List.copyOf(scans);
	}

	/** These files are open now. */
	void setScans(List<OpenScan> open) {
		scans.clear();
		scans.addAll(open);
		trees.keySet().retainAll(open);
		matching.keySet().retainAll(open);
		failures.keySet().retainAll(open);
	}

	/** A file was read. */
	void setTree(OpenScan scan, ContentTree tree) {
		failures.remove(scan);
		trees.put(scan, tree);
		match(scan);
	}

	/** A file could not be read. */
	void setFailure(OpenScan scan, String why) {
		failures.put(scan, why);
	}

	/** Shows only what has a text in its name; "" for all. */
	void setFilter(String text) {
		filter = text.strip();
		trees.keySet().forEach(this::match);
	}

	/** Whether not everything is shown. */
	boolean isFiltered() {
		return !filter.isEmpty();
	}

	private void match(OpenScan scan) {
		ContentTree tree = trees.get(scan);
		matching.put(scan, filter.isEmpty() ? tree.all() : tree.matching(filter));
	}

	/** What is wrong with a file, "" when nothing is. */
	String problem(OpenScan scan) {
		return scan.problem().isEmpty() ? failures.getOrDefault(scan, "") : scan.problem();
	}

	/** What was read of a file, if it is still true. */
	Optional<ContentTree> tree(OpenScan scan) {
		return scan.state() == State.UNREADABLE ? Optional.empty() : Optional.ofNullable(trees.get(scan));
	}

	/** What is below a file. */
	List<TreeItemNode> children(OpenScan scan) {
		List<TreeItemNode> children = new ArrayList<>();
		if (!problem(scan).isEmpty())
			children.add(new TreeItemNode.Problem(scan, problem(scan)));
		if (tree(scan).isPresent())
			children.addAll(matching.get(scan));
		return children;
	}

	/** Number of lines below a file when all is opened up. */
	int count(OpenScan scan) {
		return count(children(scan));
	}

	private static int count(List<TreeItemNode> nodes) {
		return nodes.size() + nodes.stream().mapToInt(node -> count(node.children())).sum();
	}
}
