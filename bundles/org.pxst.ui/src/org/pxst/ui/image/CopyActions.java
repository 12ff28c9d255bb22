// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;

/** Takes what is seen out of a viewer: to the clipboard, to a file. */
final class CopyActions {
	private final ImageViewer viewer;
	private final ViewerAction copy;
	private final ViewerAction export;

	CopyActions(ImageViewer viewer) {
		this.viewer = viewer;
		copy = new ViewerAction("image.copy", "Copy", "Copy the image (Ctrl+C; with axes Ctrl+Shift+C)",
				IAction.AS_DROP_DOWN_MENU, () -> copy(false)).with(this::copyChoices);
		export = new ViewerAction("image.export", "Export", "Export the image or its values to a file (E)",
				IAction.AS_DROP_DOWN_MENU, () -> export(ExportKind.SEEN_WITH_AXES)).with(this::exportChoices);
	}

	ViewerAction copyAction() {
		return copy;
	}

	ViewerAction exportAction() {
		return export;
	}

	private static IAction item(String text, Runnable job) {
		return new Action(text) {
			@Override
			public void run() {
				job.run();
			}
		};
	}

	List<IAction> copyChoices() {
		return List.of(item("What is seen\tCtrl+C", () -> copy(false)),
				item("With axes and colours\tCtrl+Shift+C", () -> copy(true)));
	}

	List<IAction> exportChoices() {
		return java.util.Arrays.stream(ExportKind.values()).map(kind -> item(kind.label(), () -> export(kind))).toList();
	}

	/** Copies what is seen to the clipboard. */
	void copy(boolean axes) {
		viewer.snapshot(axes).ifPresent(image -> {
			Clipboard clipboard = new Clipboard(viewer.getDisplay());
			clipboard.setContents(new Object[] { image.getImageData() }, new Transfer[] { ImageTransfer.getInstance() });
			clipboard.dispose();
			image.dispose();
		});
	}

	private void export(ExportKind kind) {
		new ExportDialog(viewer).open(kind);
	}
}
