// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Button;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wizards come up, and turn their pages, without holding up the screen. */
class WizardSpeedTest extends UiTest {
	private static final String TITLE = "New Reconstruction";
	private static final String NEXT = "Next >";
	private static final int PAGES = 7;
	private static final long SETTLED_MS = 300;

	@AfterEach
	void closeWizard() {
		WizardProbe.open(TITLE).ifPresent(WizardProbe::close);
	}

	private static WizardProbe wizard() {
		return WizardProbe.open(TITLE).orElseThrow();
	}

	private static void settle() {
		long end = System.currentTimeMillis() + SETTLED_MS;
		waitUntil("settled", () -> System.currentTimeMillis() > end);
	}

	@Test
	void theWizardOfANewReconstructionDoesNotHoldUpTheScreen() throws IOException {
		open(tinyRaw());
		ScreenHold hold = new ScreenHold(WizardSpeedTest.class);
		hold.watch("opening the wizard", () -> {
			WizardProbe.open(TITLE).ifPresent(WizardProbe::close);
			command("org.pxst.ui.newReconstruction");
			settle();
		});
		// each page is made when it is shown for the first time: a wizard for each attempt
		for (int page = 2; page <= PAGES; page++) {
			int turned = page;
			hold.watch("page " + page, () -> turnTo(turned));
		}
		assertEquals(List.of(), hold.slow(), "what blocks the UI thread");
	}

	private static void turnTo(int page) {
		WizardProbe.open(TITLE).ifPresent(WizardProbe::close);
		command("org.pxst.ui.newReconstruction");
		for (int k = 2; k <= page; k++)
			wizard().press(NEXT);
		settle();
	}

	@Test
	void theWizardsOfStepsDoNotHoldUpTheScreen() throws IOException {
		open(tiny());
		ScreenHold hold = new ScreenHold(WizardSpeedTest.class);
		for (String step : List.of("pixel_map_from_data", "make_mask", "zernike"))
			hold.watch("the wizard of " + step, () -> {
				stepWizard(step);
				settle();
				waitUntil("jobs have ended", () -> Job.getJobManager().isIdle());
				((Button) widget("step.run")).getShell().close();
				events();
			});
		assertEquals(List.of(), hold.slow(), "what blocks the UI thread");
	}

	private static void stepWizard(String step) {
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class)
					.executeCommand(ParameterizedCommand.generateCommand(
							PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.pxst.ui.runStep"),
							Map.of("org.pxst.ui.runStep.step", step)), null);
		} catch (CommandException e) {
			throw new AssertionError(step, e);
		}
	}
}
