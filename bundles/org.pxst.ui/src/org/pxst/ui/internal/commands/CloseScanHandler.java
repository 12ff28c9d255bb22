// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.ISaveablePart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.pxst.ui.session.OpenScans;

/** Closes the current scan; asks first when a view has changes of it that are not saved. */
public final class CloseScanHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		List<String> unsaved = unsaved(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage());
		if (!unsaved.isEmpty() && !MessageDialog.openConfirm(HandlerUtil.getActiveShellChecked(event), "Close scan",
				"Changes that are not saved will be lost in: " + String.join(", ", unsaved) + "."))
			return null;
		Service.call(OpenScans.class, scans -> scans.current().ifPresent(scans::close));
		return null;
	}

	private static List<String> unsaved(IWorkbenchPage page) {
		List<String> names = new ArrayList<>();
		for (IViewReference view : page.getViewReferences())
			if (view.getView(false) instanceof ISaveablePart part && part.isDirty())
				names.add(view.getPartName());
		return names;
	}
}
