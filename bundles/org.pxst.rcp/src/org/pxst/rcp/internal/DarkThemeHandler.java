// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.util.Map;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

/** Changes between light and dark; remembered in the workspace. */
public final class DarkThemeHandler extends AbstractHandler implements IElementUpdater {
	@Override
	public Object execute(ExecutionEvent event) {
		Theme theme = new Theme(PlatformUI.getWorkbench());
		theme.set(!theme.isDark());
		HandlerUtil.getActiveWorkbenchWindow(event).getService(ICommandService.class)
				.refreshElements(event.getCommand().getId(), null);
		return null;
	}

	@Override
	@SuppressWarnings("rawtypes")
	public void updateElement(UIElement element, Map parameters) {
		element.setChecked(new Theme(PlatformUI.getWorkbench()).isDark());
	}
}
