// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;

/** Something that a viewer can do, with an icon, and perhaps a menu of choices. */
final class ViewerAction extends Action {
	private final Runnable job;
	private Supplier<List<IAction>> choices;
	private Menu menu;

	/**
	 * @param id   "image.fit", say; the file of the icon has the same name
	 * @param kind as in {@link IAction}
	 */
	ViewerAction(String id, String text, String tip, int kind, Runnable job) {
		super(text, kind);
		this.job = job;
		setId(id);
		setToolTipText(tip);
		setImageDescriptor(ImageDescriptor.createFromURL(
				ViewerAction.class.getResource("/icons/" + id.replace('.', '/') + ".svg")));
	}

	/** Gives it a menu, filled anew each time. */
	ViewerAction with(Supplier<List<IAction>> newChoices) {
		choices = newChoices;
		setMenuCreator(new Creator());
		return this;
	}

	@Override
	public void run() {
		job.run();
	}

	private final class Creator implements IMenuCreator {
		@Override
		public Menu getMenu(Control parent) {
			return filled(new Menu(parent));
		}

		@Override
		public Menu getMenu(Menu parent) {
			return filled(new Menu(parent));
		}

		private Menu filled(Menu newMenu) {
			dispose();
			menu = newMenu;
			for (IAction choice : choices.get())
				new ActionContributionItem(choice).fill(newMenu, -1);
			return newMenu;
		}

		@Override
		public void dispose() {
			if (menu != null)
				menu.dispose();
			menu = null;
		}
	}
}
