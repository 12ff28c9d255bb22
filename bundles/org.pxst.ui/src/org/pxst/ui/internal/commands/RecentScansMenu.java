// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;

/** The menu of the files that were opened last. */
public final class RecentScansMenu extends CompoundContributionItem {
	@Override
	protected IContributionItem[] getContributionItems() {
		List<IContributionItem> items = new ArrayList<>();
		for (Path file : new RecentScans().files()) {
			CommandContributionItemParameter item = new CommandContributionItemParameter(
					PlatformUI.getWorkbench().getActiveWorkbenchWindow(), null, "org.pxst.ui.openScan", SWT.PUSH);
			item.parameters = Map.of("org.pxst.ui.openScan.file", file.toString());
			item.label = label(file);
			items.add(new CommandContributionItem(item));
		}
		return items.toArray(IContributionItem[]::new);
	}

	/** What a name may have in it and a menu takes for a key or a shortcut is shown as it is, or as a blank. */
	private static String label(Path file) {
		String text = file.getFileName() + " (" + file.getParent() + ")";
		return LegacyActionTools.escapeMnemonics(text.replaceAll("\\p{Cntrl}", " "));
	}
}
