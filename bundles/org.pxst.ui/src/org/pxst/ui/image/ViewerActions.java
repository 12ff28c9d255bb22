// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Widget;

/** What a viewer offers in its tool bar, its context menu and by keys. */
final class ViewerActions {
	private static final double[][] PERCENTILES = { { 0, 100 }, { 1, 99 }, { 2, 98 }, { 10, 90 } };

	private final ImageViewer viewer;
	private final MenuManager menu = new MenuManager();
	private final ViewerAction colours;
	private final ViewerAction logarithm;
	private final ViewerAction levels;
	private final ViewerAction lock;
	private final List<ViewerAction> all;
	private final CopyActions copies;

	ViewerActions(ImageViewer viewer) {
		this.viewer = viewer;
		copies = new CopyActions(viewer);
		colours = new ViewerAction("image.colours", "Colours", "Next colour map (C)", IAction.AS_DROP_DOWN_MENU,
				() -> viewer.setColourMap(viewer.colourMap().next())).with(this::colourChoices);
		logarithm = new ViewerAction("image.log", "Logarithmic colours\tL", "Linear or logarithmic colours (L)",
				IAction.AS_CHECK_BOX, () -> viewer.setLogarithmic(!viewer.style().logarithmic()));
		levels = new ViewerAction("image.levels", "Levels", "Automatic levels (A); more in the menu",
				IAction.AS_DROP_DOWN_MENU, this::chooseAutomatic).with(this::levelChoices);
		lock = new ViewerAction("image.lock", "Lock levels\tK", "Keep these levels for all pictures (K)",
				IAction.AS_CHECK_BOX, this::toggleLock);
		ViewerAction fit = new ViewerAction("image.fit", "Show all\tF", "Show the whole picture (F or double click)",
				IAction.AS_PUSH_BUTTON, viewer::fit);
		ViewerAction unscaled = new ViewerAction("image.unscaled", "Original size\t1",
				"One pixel of the picture on one of the screen (1)", IAction.AS_PUSH_BUTTON, viewer::showUnscaled);
		all = List.of(colours, logarithm, levels, lock, fit, unscaled, copies.copyAction(), copies.exportAction());
	}

	private void chooseAutomatic() {
		LevelsChoice choice = viewer.levelsChoice();
		viewer.setLevels(choice.fixed().isPresent() ? LevelsChoice.AUTOMATIC : choice);
	}

	private void toggleLock() {
		Levels levels = viewer.levels();
		if (viewer.levelsChoice().fixed().isPresent())
			chooseAutomatic();
		else
			viewer.setLevels(LevelsChoice.fixed(levels.low(), levels.high()));
	}

	private static IAction choice(String text, boolean chosen, Runnable job) {
		Action action = new Action(text, IAction.AS_RADIO_BUTTON) {
			@Override
			public void run() {
				if (isChecked())
					job.run();
			}
		};
		action.setChecked(chosen);
		return action;
	}

	private List<IAction> colourChoices() {
		return Arrays.stream(ColourMaps.values())
				.map(map -> choice(map.label(), map == viewer.colourMap(), () -> viewer.setColourMap(map))).toList();
	}

	private List<IAction> levelChoices() {
		LevelsChoice now = viewer.levelsChoice();
		List<IAction> choices = new ArrayList<>();
		boolean known = false;
		for (double[] p : PERCENTILES) {
			boolean chosen = now.fixed().isEmpty() && now.low() == p[0] && now.high() == p[1];
			known |= chosen;
			choices.add(choice(String.format(Locale.ROOT, "Percentiles %.0f to %.0f", p[0], p[1]), chosen,
					() -> viewer.setLevels(LevelsChoice.percentiles(p[0], p[1]))));
		}
		choices.add(choice("Others\u2026", !known, this::askForLevels));
		return choices;
	}

	private void askForLevels() {
		LevelsDialog dialog = new LevelsDialog(viewer.getShell(), viewer.levelsChoice(), viewer.levels());
		if (dialog.open() == Window.OK)
			viewer.setLevels(dialog.choice());
	}

	/** Puts everything into two tool bars, for colours and for the rest, so that they can be below each other. */
	void fill(ToolBarManager first, ToolBarManager second) {
		fill(first, all.subList(0, 4));
		fill(second, all.subList(4, all.size()));
	}

	private static void fill(ToolBarManager manager, List<ViewerAction> actions) {
		actions.forEach(manager::add);
		manager.update(true);
		for (IContributionItem item : manager.getItems())
			if (item instanceof ActionContributionItem action) {
				Widget widget = action.getWidget();
				widget.setData("org.pxst.ui.id", item.getId());
			}
	}

	/** Makes the context menu of a control. */
	void createMenu(Control control) {
		menu.add(new Separator("view"));
		menu.add(new Separator("image"));
		menu.add(submenu("Colours (C: next)", this::colourChoices));
		menu.add(logarithm);
		menu.add(submenu("Levels (A: automatic)", this::levelChoices));
		menu.add(lock);
		menu.add(new Separator());
		menu.add(all.get(4));
		menu.add(all.get(5));
		menu.add(new Separator());
		menu.add(submenu("Copy", copies::copyChoices));
		menu.add(submenu("Export", copies::exportChoices));
		control.setMenu(menu.createContextMenu(control));
		control.addDisposeListener(e -> menu.dispose());
	}

	private static MenuManager submenu(String text, java.util.function.Supplier<List<IAction>> choices) {
		MenuManager sub = new MenuManager(text);
		sub.setRemoveAllWhenShown(true);
		sub.addMenuListener(m -> choices.get().forEach(m::add));
		return sub;
	}

	MenuManager menu() {
		return menu;
	}

	/** Shows what is on and what can be done. */
	void update() {
		Picture picture = viewer.picture().orElse(null);
		all.forEach(a -> a.setEnabled(picture != null));
		logarithm.setEnabled(picture != null && picture.colours() != Picture.Colours.CYCLIC);
		logarithm.setChecked(viewer.style().logarithmic());
		lock.setChecked(viewer.levelsChoice().fixed().isPresent());
		colours.setToolTipText("Colours: " + viewer.colourMap().label() + ". Next colour map (C)");
	}

	/** Does what a key is for. */
	boolean key(Event event) {
		boolean control = (event.stateMask & SWT.MOD1) != 0;
		if ((event.stateMask & SWT.ALT) != 0 || viewer.picture().isEmpty())
			return false;
		if (control && event.keyCode == 'c') {
			copies.copy((event.stateMask & SWT.SHIFT) != 0);
			return true;
		}
		if (control)
			return false;
		ViewerAction action = switch (event.keyCode) {
		case 'c' -> colours;
		case 'l' -> logarithm;
		case 'a' -> levels;
		case 'k' -> lock;
		case 'f' -> all.get(4);
		case '1', SWT.KEYPAD_1 -> all.get(5);
		case 'e' -> copies.exportAction();
		default -> null;
		};
		if (action == null || !action.isEnabled())
			return false;
		action.run();
		return true;
	}
}
