// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.ui.session.OpenScan;

/** The cheat sheet of the product, and the simulated scan that it begins with. */
class CheatSheetTest extends UiTest {
	@TempDir
	Path folder;

	private static void open() {
		command("org.pxst.rcp.firstReconstruction");
		waitUntil("the first step is shown", () -> isThere("cheatSheet.perform.0"));
	}

	@Test
	void aStepIsDoneOrSkippedAndTheNextIsShown() {
		open();
		assertTrue(UiTest.<Label>widget("cheatSheet.introduction").getText().startsWith("From a simulated scan"));
		click(widget("cheatSheet.skip.0"));
		assertFalse(isThere("cheatSheet.perform.0"));
		click(widget("cheatSheet.skip.1"));
		click(widget("cheatSheet.perform.2"));
		assertEquals("org.pxst.ui.frames", page().getActivePartReference().getId());
		show("org.pxst.rcp.cheatSheet");
		assertTrue(isThere("cheatSheet.perform.3"));
	}

	@Test
	void theHelpOnAStepIsShown() {
		open();
		click(widget("cheatSheet.help.0"));
		waitUntil("the tutorial", () -> UiTest.<StyledText>widget("help.text").getText().startsWith("Tutorial"));
	}

	@Test
	void itBeginsWithASimulatedScan() {
		open();
		Path file = folder.resolve("new").resolve("tried.cxi");
		Answer answer = new Answer("Simulate a scan", () -> {
			Text text = widget("simulate.file");
			text.setText("tried.h5");
			assertFalse(UiTest.<org.eclipse.swt.widgets.Button>widget("simulate.ok").isEnabled());
			text.setText(file.toString());
			assertTrue(UiTest.<org.eclipse.swt.widgets.Button>widget("simulate.ok").isEnabled());
		}, "Simulate");
		click(widget("cheatSheet.perform.0"));
		assertTrue(answer.isGiven());
		waitUntil("the scan is open", () -> openScans().current().filter(s -> s.state() == OpenScan.State.READY).isPresent());
		assertEquals(file, openScans().current().orElseThrow().file());
		assertTrue(Files.exists(file.resolveSibling("tried_truth.h5")));
		assertTrue(isThere("cheatSheet.perform.1"));
	}
}
