// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ActionFactory.IWorkbenchAction;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** The platform's own menus and tools, around which the plug-ins put theirs. */
final class PxstActionBars extends ActionBarAdvisor {
	private IWorkbenchWindow window;

	PxstActionBars(IActionBarConfigurer configurer) {
		super(configurer);
	}

	@Override
	protected void makeActions(IWorkbenchWindow workbenchWindow) {
		window = workbenchWindow;
		for (ActionFactory factory : new ActionFactory[] { ActionFactory.SAVE, ActionFactory.SAVE_ALL, ActionFactory.QUIT,
				ActionFactory.UNDO, ActionFactory.REDO, ActionFactory.COPY, ActionFactory.SELECT_ALL,
				ActionFactory.PREFERENCES, ActionFactory.RESET_PERSPECTIVE, ActionFactory.MAXIMIZE, ActionFactory.ABOUT })
			register(factory.create(workbenchWindow));
	}

	private IWorkbenchAction made(ActionFactory factory) {
		return (IWorkbenchAction) getAction(factory.getId());
	}

	@Override
	protected void fillMenuBar(IMenuManager bar) {
		bar.add(menu("&File", IWorkbenchActionConstants.M_FILE, null, ActionFactory.SAVE, ActionFactory.SAVE_ALL, null,
				ActionFactory.QUIT));
		bar.add(menu("&Edit", IWorkbenchActionConstants.M_EDIT, ActionFactory.UNDO, ActionFactory.REDO, null,
				ActionFactory.COPY, ActionFactory.SELECT_ALL));
		bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
		bar.add(windowMenu());
		bar.add(menu("&Help", IWorkbenchActionConstants.M_HELP, null, ActionFactory.ABOUT));
	}

	/** A menu of actions; null is a separator, the first one where the plug-ins put theirs. */
	private MenuManager menu(String label, String id, ActionFactory... actions) {
		MenuManager menu = new MenuManager(label, id);
		boolean marked = false;
		for (ActionFactory action : actions) {
			if (action != null)
				menu.add(made(action));
			else {
				if (!marked)
					menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
				marked = true;
				menu.add(new Separator());
			}
		}
		return menu;
	}

	private MenuManager windowMenu() {
		MenuManager menu = new MenuManager("&Window", IWorkbenchActionConstants.M_WINDOW);
		MenuManager perspectives = new MenuManager("Open &Perspective", "org.pxst.rcp.perspectives");
		perspectives.add(ContributionItemFactory.PERSPECTIVES_SHORTLIST.create(window));
		menu.add(perspectives);
		MenuManager views = new MenuManager("Show &View", "org.pxst.rcp.views");
		views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
		menu.add(views);
		menu.add(made(ActionFactory.RESET_PERSPECTIVE));
		menu.add(made(ActionFactory.MAXIMIZE));
		menu.add(new Separator());
		menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
		menu.add(made(ActionFactory.PREFERENCES));
		return menu;
	}

	@Override
	protected void fillCoolBar(ICoolBarManager bar) {
		ToolBarManager tools = new ToolBarManager(bar.getStyle());
		tools.add(made(ActionFactory.SAVE));
		tools.add(new Separator());
		tools.add(made(ActionFactory.UNDO));
		tools.add(made(ActionFactory.REDO));
		bar.add(tools);
		bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
	}
}
