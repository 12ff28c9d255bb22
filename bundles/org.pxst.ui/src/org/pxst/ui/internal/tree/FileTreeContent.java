// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import org.eclipse.jface.viewers.ITreeContentProvider;
import org.pxst.ui.session.OpenScan;

/** The model as the tree widget asks for it: an {@link OpenScan} for each file, {@link TreeItemNode}s below. */
final class FileTreeContent implements ITreeContentProvider {
	private final FileTreeModel model;

	FileTreeContent(FileTreeModel model) {
		this.model = model;
	}

	@Override
	public Object[] getElements(Object input) {
		return model.scans().toArray();
	}

	@Override
	public Object[] getChildren(Object parent) {
		if (parent instanceof OpenScan scan)
			return model.children(scan).toArray();
		return ((TreeItemNode) parent).children().toArray();
	}

	@Override
	public boolean hasChildren(Object element) {
		return element instanceof OpenScan scan ? !model.children(scan).isEmpty()
				: !((TreeItemNode) element).children().isEmpty();
	}

	@Override
	public Object getParent(Object element) {
		// nobody has to be found from below
		return null;
	}
}
