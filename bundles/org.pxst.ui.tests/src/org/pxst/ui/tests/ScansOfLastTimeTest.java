// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.pxst.ui.internal.commands.RecentScans;
import org.pxst.ui.internal.commands.RecentScansMenu;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScansOfLastTime;

class ScansOfLastTimeTest extends UiTest {
	/** As if the program ended: it forgets the scans without closing them one by one. */
	private static void end(ScansOfLastTime memory) {
		openScans().removeListener(memory);
		for (OpenScan scan : openScans().scans())
			openScans().close(scan);
	}

	/** Not where the running workbench keeps what it sees. */
	private static ScansOfLastTime memory() {
		return new ScansOfLastTime(openScans(), InstanceScope.INSTANCE.getNode("org.pxst.ui.tests"));
	}

	private static List<Path> openFiles() {
		return openScans().scans().stream().map(OpenScan::file).toList();
	}

	private Path named(String name) throws IOException {
		return Files.move(tinyRaw(), folder.resolve(name));
	}

	@Test
	void whatWasOpenIsOpenedAgainIfItIsStillThere() throws IOException {
		Path first = named("two\nlines, % + \u00fc & more.cxi");
		Path second = named("second.cxi");
		Path third = named("third.cxi");
		Path fourth = named("fourth.cxi");
		ScansOfLastTime memory = memory();
		openScans().addListener(memory);
		OpenScan shown = open(first);
		open(second);
		open(third);
		openScans().close(open(fourth));
		openScans().makeCurrent(shown);
		end(memory);
		Files.delete(second);

		memory = memory();
		memory.reopen();
		waitUntil("the scans of last time are open", () -> openFiles().size() == 2);
		assertEquals(List.of(first, third), openFiles());
		assertEquals(Optional.of(first), openScans().current().map(OpenScan::file));
	}

	@Test
	void whatWasOpenedMeanwhileStaysInFront() throws IOException {
		Path last = named("last.cxi");
		ScansOfLastTime memory = memory();
		openScans().addListener(memory);
		open(last);
		end(memory);

		memory = memory();
		memory.reopen();
		Path now = named("now.cxi");
		openScans().open(now);
		waitUntil("the scan of last time is open, too", () -> openFiles().size() == 2);
		assertEquals(Optional.of(now), openScans().current().map(OpenScan::file));
	}

	@Test
	void allThatIsOpenedIsRecent() throws IOException {
		Path file = named("a & b\n.cxi");
		ScansOfLastTime memory = memory();
		openScans().addListener(memory);
		open(file);
		end(memory);
		assertEquals(file, new RecentScans().files().get(0));
		assertEquals("a && b .cxi (" + folder + ")", firstInMenu());
	}

	private static String firstInMenu() {
		Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
		MenuManager manager = new MenuManager();
		IContributionItem recent = new RecentScansMenu();
		Menu menu = manager.createContextMenu(shell);
		recent.fill(menu, 0);
		try {
			return Arrays.stream(menu.getItems()).map(MenuItem::getText).findFirst().orElse("none");
		} finally {
			recent.dispose();
			manager.dispose();
		}
	}
}
