// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.pxst.io.cxi.tools.Hdf5Entry.Kind;
import org.pxst.ui.session.OpenScan;

/** Pictures of what is in the tree. Live as long as the tree. */
final class FileTreeIcons {
	private static final String FOLDER = "icons/tree/";

	private final FileTreeModel model;
	private final LocalResourceManager images;

	FileTreeIcons(FileTreeModel model, Control owner) {
		this.model = model;
		images = new LocalResourceManager(JFaceResources.getResources(), owner);
	}

	Image of(Object element) {
		return images.get(ResourceLocator.imageDescriptorFromBundle("org.pxst.ui", FOLDER + name(element) + ".svg")
				.orElseGet(ImageDescriptor::getMissingImageDescriptor));
	}

	private String name(Object element) {
		if (element instanceof OpenScan scan)
			return model.problem(scan).isEmpty() ? "file" : "broken";
		if (!(element instanceof TreeItemNode.Entry node))
			return element instanceof TreeItemNode.Problem ? "problem" : "group";
		if (node.entry().problem().isPresent() || node.entry().kind() == Kind.OTHER)
			return "problem";
		return node.isDataset() ? node.value().isEmpty() ? "dataset" : "value" : "group";
	}
}
