// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.ui.session.OpenScan;

/** Everything that is known about what is selected in the tree, as a table. */
final class EntryDetails {
	private static final int NARROWEST = 10;
	private static final String TOOLTIP = "What is selected in the tree, and its attributes";

	private final FileTreeModel model;
	private final Table table;

	EntryDetails(Composite parent, FileTreeModel model) {
		this.model = model;
		Composite area = new Composite(parent, SWT.NONE);
		table = new Table(area, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		table.setHeaderVisible(true);
		table.setToolTipText(TOOLTIP);
		// long values do not fit
		table.addListener(SWT.MouseMove, event -> {
			TableItem item = table.getItem(new Point(event.x, event.y));
			String text = item == null ? TOOLTIP : item.getText(0) + ": " + item.getText(1);
			if (!text.equals(table.getToolTipText()))
				table.setToolTipText(text);
		});
		table.setData("org.pxst.ui.id", "files.details");
		TableColumnLayout layout = new TableColumnLayout();
		area.setLayout(layout);
		int narrowest = new PixelConverter(table).convertWidthInCharsToPixels(NARROWEST);
		layout.setColumnData(column("Property"), new ColumnWeightData(1, narrowest));
		layout.setColumnData(column("Value"), new ColumnWeightData(2, narrowest));
	}

	private TableColumn column(String title) {
		TableColumn column = new TableColumn(table, SWT.LEFT);
		column.setText(title);
		return column;
	}

	/** Shows an element of the tree, or nothing for null. */
	void show(Object element) {
		Map<String, String> lines = new LinkedHashMap<>();
		if (element instanceof OpenScan scan)
			describe(scan, lines);
		else if (element instanceof TreeItemNode.Entry node)
			describe(node, lines);
		else if (element instanceof TreeItemNode node)
			lines.put(node instanceof TreeItemNode.Problem ? "problem" : "members", node.name());
		table.setRedraw(false);
		table.removeAll();
		lines.forEach((name, value) -> new TableItem(table, SWT.NONE).setText(new String[] { name, value }));
		table.setRedraw(true);
	}

	private void describe(OpenScan scan, Map<String, String> lines) {
		lines.put("file", scan.file().toString());
		if (!model.problem(scan).isEmpty())
			lines.put("problem", model.problem(scan));
		model.tree(scan).ifPresent(tree -> attributes(tree.root(), lines));
	}

	private static void describe(TreeItemNode.Entry node, Map<String, String> lines) {
		Hdf5Entry entry = node.entry();
		lines.put("path", entry.path());
		entry.problem().ifPresent(problem -> lines.put("problem", problem));
		entry.link().ifPresent(target -> lines.put("link to", target));
		entry.sameAs().ifPresent(other -> lines.put("the same as", other));
		if (!node.value().isEmpty())
			lines.put("value", node.value());
		entry.layout().ifPresent(layout -> {
			lines.put("shape", Values.shape(layout.shape()));
			lines.put("type", layout.type());
			lines.put("size", Values.bytes(layout.bytes()));
			String storage = Values.storage(layout);
			if (!storage.isEmpty())
				lines.put("storage", storage);
		});
		attributes(entry, lines);
	}

	private static void attributes(Hdf5Entry entry, Map<String, String> lines) {
		entry.attributes().forEach((name, value) -> lines.put("@" + name, Values.attribute(value)));
	}
}
