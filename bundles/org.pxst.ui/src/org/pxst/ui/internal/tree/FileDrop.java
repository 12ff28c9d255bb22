// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;

/** Takes files that are dropped onto a control. */
final class FileDrop extends DropTargetAdapter {
	private final Consumer<List<Path>> opener;

	private FileDrop(Consumer<List<Path>> opener) {
		this.opener = opener;
	}

	/** From now on, files that are dropped onto the control are opened. */
	static void onto(Control control, Consumer<List<Path>> opener) {
		DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
		target.setTransfer(FileTransfer.getInstance());
		target.addDropListener(new FileDrop(opener));
	}

	@Override
	public void dragEnter(DropTargetEvent event) {
		// the files stay where they are
		if (FileTransfer.getInstance().isSupportedType(event.currentDataType))
			event.detail = DND.DROP_COPY;
	}

	@Override
	public void drop(DropTargetEvent event) {
		if (event.data instanceof String[] names)
			opener.accept(Arrays.stream(names).map(Path::of).toList());
	}
}
