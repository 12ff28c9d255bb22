// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pxst.ui.session.OpenScan;

/** Wizards that are closed, or stopped, while they compute leave nothing behind. */
class WizardClosingTest extends UiTest {
	private static final String TITLE = "New Reconstruction";
	private static final String NEXT = "Next >";
	private static final String LOOK = "Looking at a few frames";
	private static final String REGISTRATION = "Registration of the frames";
	private static final String PREVIEW = "Preview of Reconstruction";

	@AfterEach
	void closeWizard() {
		WizardProbe.open(TITLE).ifPresent(WizardProbe::close);
		RunProbe.clear();
	}

	private static boolean isRunning(String name) {
		return Arrays.stream(Job.getJobManager().find(null)).anyMatch(job -> job.getName().equals(name));
	}

	private static Set<Path> temporaryFolders() {
		try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return all.filter(path -> path.getFileName().toString().startsWith("pxst-new")).collect(Collectors.toSet());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static WizardProbe wizardAtFrames(Path file) {
		command("org.pxst.ui.newReconstruction");
		WizardProbe wizard = WizardProbe.open(TITLE).orElseThrow();
		((Text) widget("new.file")).setText(file.toString());
		waitUntil("the file is looked at", () -> !((Label) widget("new.file.summary")).getText().isEmpty());
		wizard.press(NEXT);
		wizard.press(NEXT);
		return wizard;
	}

	@Test
	void theWizardOfANewReconstructionIsClosedWhileItLooksAtFrames() throws IOException {
		Path file = tinyRaw();
		byte[] before = Files.readAllBytes(file);
		Set<Path> there = temporaryFolders();
		WizardProbe wizard = wizardAtFrames(file);
		assertTrue(isRunning(LOOK), "it looks at frames");
		wizard.close();
		leavesNothing(file, before, there, LOOK);
	}

	@Test
	void theWizardOfANewReconstructionIsClosedWhileItRegistersFrames() throws IOException {
		Path file = tinyRaw();
		byte[] before = Files.readAllBytes(file);
		Set<Path> there = temporaryFolders();
		WizardProbe wizard = wizardAtFrames(file);
		wizard.press(NEXT);
		assertTrue(isRunning(REGISTRATION), "it registers frames");
		waitUntil("something is written into a temporary file", () -> !there.containsAll(temporaryFolders()));
		wizard.close();
		leavesNothing(file, before, there, REGISTRATION);
	}

	private static void leavesNothing(Path file, byte[] before, Set<Path> there, String job) throws IOException {
		assertEquals(List.of(), openScans().scans());
		waitUntil(job + " has ended", () -> !isRunning(job));
		Set<Path> left = new HashSet<>(temporaryFolders());
		left.removeAll(there);
		waitUntil("temporary files are removed", () -> left.stream().noneMatch(Files::exists));
		assertArrayEquals(before, Files.readAllBytes(file));
		assertEquals(List.of(), RunProbe.runs().runs());
	}

	private static Shell previewOfReconstruction(OpenScan scan) {
		assertEquals(OpenScan.State.READY, scan.state());
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class)
					.executeCommand(ParameterizedCommand.generateCommand(
							PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.pxst.ui.runStep"),
							Map.of("org.pxst.ui.runStep.step", "pixel_map_from_data")), null);
		} catch (CommandException e) {
			throw new AssertionError(e);
		}
		Button preview = widget("step.preview");
		waitUntil("a preview can be made", preview::isEnabled);
		assertFalse(((Button) widget("step.preview.cancel")).isEnabled());
		click(preview);
		assertTrue(isRunning(PREVIEW), "the preview is being made");
		return preview.getShell();
	}

	@Test
	void aPreviewIsStopped() throws IOException {
		Path file = tinyRaw();
		byte[] before = Files.readAllBytes(file);
		Shell shell = previewOfReconstruction(open(file));
		assertFalse(((Button) widget("step.preview")).isEnabled());
		click(widget("step.preview.cancel"));
		assertEquals(PREVIEW + " was cancelled; nothing was changed.", ((Label) widget("step.preview.note")).getText());
		assertTrue(((Button) widget("step.preview")).isEnabled(), "it can be made again");
		assertFalse(((Button) widget("step.preview.cancel")).isEnabled());
		waitUntil("it has ended", () -> !isRunning(PREVIEW));
		assertFalse(isThere("step.preview.image"), "nothing is shown of it");
		assertArrayEquals(before, Files.readAllBytes(file));
		shell.close();
	}

	@Test
	void theWizardOfAStepIsClosedWhileItsPreviewIsMade() throws IOException {
		Path file = tinyRaw();
		byte[] before = Files.readAllBytes(file);
		previewOfReconstruction(open(file)).close();
		waitUntil("it has ended", () -> !isRunning(PREVIEW));
		assertArrayEquals(before, Files.readAllBytes(file));
		assertEquals(1, openScans().scans().size());
	}
}
