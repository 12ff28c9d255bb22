// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.internal.pipeline.StepTitle;

/** The menu of all steps, in groups. */
public final class StepsMenu extends CompoundContributionItem {
	@Override
	protected IContributionItem[] getContributionItems() {
		List<IContributionItem> menus = new ArrayList<>();
		Service.call(StepCatalogue.class, catalogue -> {
			for (StepGroup group : StepGroup.values())
				menus.add(menu(group, catalogue.steps().stream().filter(step -> step.group() == group).toList()));
		});
		return menus.toArray(IContributionItem[]::new);
	}

	private static IContributionItem menu(StepGroup group, List<StepDescription> steps) {
		MenuManager menu = new MenuManager(group.title());
		steps.forEach(step -> menu.add(item(step)));
		return menu;
	}

	private static IContributionItem item(StepDescription step) {
		CommandContributionItemParameter item = new CommandContributionItemParameter(
				PlatformUI.getWorkbench().getActiveWorkbenchWindow(), null, RunStepHandler.COMMAND, SWT.PUSH);
		item.parameters = Map.of(RunStepHandler.STEP, step.name());
		item.label = StepTitle.of(step) + "...";
		item.tooltip = step.summary();
		return new CommandContributionItem(item);
	}
}
