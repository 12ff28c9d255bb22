// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.operations.RedoActionHandler;
import org.eclipse.ui.operations.UndoActionHandler;

/** Save, undo and redo in the tool bar of a view that edits; undo and redo of the workbench do the same there. */
final class EditActions {
	private final UndoActionHandler undo;
	private final RedoActionHandler redo;
	private final Action save;

	/** @param saving what the workbench's save does with the view */
	EditActions(IViewSite site, Runnable saving) {
		IUndoContext none = new ObjectUndoContext(this);
		undo = new UndoActionHandler(site, none);
		redo = new RedoActionHandler(site, none);
		save = new Action("Save") {
			@Override
			public void run() {
				saving.run();
			}
		};
		ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
		save.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_ETOOL_SAVE_EDIT));
		save.setDisabledImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_ETOOL_SAVE_EDIT_DISABLED));
		save.setToolTipText("Writes what is edited in this view into the scan's file, for all steps (Ctrl+S)");
		save.setEnabled(false);
		IActionBars bars = site.getActionBars();
		bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
		bars.setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
		IToolBarManager tools = bars.getToolBarManager();
		tools.add(save);
		tools.add(undo);
		tools.add(redo);
		bars.updateActionBars();
	}

	/** Undo and redo are those of this context from now on. */
	void use(IUndoContext context) {
		undo.setContext(context);
		redo.setContext(context);
	}

	/** Says whether there is something to save. */
	void setDirty(boolean dirty) {
		save.setEnabled(dirty);
	}

	void dispose() {
		undo.dispose();
		redo.dispose();
	}
}
