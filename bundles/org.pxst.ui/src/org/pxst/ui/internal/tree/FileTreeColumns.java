// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.function.Predicate;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.pxst.ui.internal.tree.FileTreeLabels.Column;

/** Texts, pictures and tooltips of the tree's lines; the current file is bold. */
final class FileTreeColumns {
	private final FileTreeLabels labels;
	private final FileTreeIcons icons;
	private final Predicate<Object> current;

	/**
	 * @param viewer  gets the columns
	 * @param model   what is in it
	 * @param current whether an element is the current file
	 */
	FileTreeColumns(TreeViewer viewer, FileTreeModel model, Predicate<Object> current) {
		this.current = current;
		labels = new FileTreeLabels(model);
		icons = new FileTreeIcons(model, viewer.getTree());
		PixelConverter pixels = new PixelConverter(viewer.getTree());
		for (Column column : Column.values()) {
			TreeViewerColumn added = new TreeViewerColumn(viewer, SWT.LEFT);
			added.getColumn().setText(column.title());
			added.getColumn().setWidth(pixels.convertWidthInCharsToPixels(column.characters()));
			added.setLabelProvider(new Labels(column));
		}
		ColumnViewerToolTipSupport.enableFor(viewer);
	}

	/** One column. */
	private final class Labels extends ColumnLabelProvider {
		private final Column column;

		Labels(Column column) {
			this.column = column;
		}

		@Override
		public String getText(Object element) {
			return labels.text(element, column);
		}

		@Override
		public Image getImage(Object element) {
			return column == Column.NAME ? icons.of(element) : null;
		}

		@Override
		public Font getFont(Object element) {
			return current.test(element) ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT) : null;
		}

		@Override
		public String getToolTipText(Object element) {
			return labels.tooltip(element);
		}
	}
}
