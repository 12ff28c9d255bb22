// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Flag;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.form.StepForm;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.session.OpenScan;

class StepWizardTest extends UiTest {
	private static final String STEP = "org.pxst.ui.runStep.step";

	private final IEclipsePreferences compute = InstanceScope.INSTANCE.getNode("org.pxst.compute");

	/** Kernels that are not there yet take their time to be compiled. */
	@BeforeEach
	void computeInJava() {
		compute.put("backend", "java");
	}

	@AfterEach
	void closeWizards() {
		compute.remove("backend");
		for (Shell shell : Display.getCurrent().getShells())
			if (!shell.isDisposed() && find(shell, StepForm.class) != null)
				shell.close();
		events();
	}

	/** Chooses a step of the menu. */
	private static Shell wizard(String step) {
		try {
			Command command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.pxst.ui.runStep");
			PlatformUI.getWorkbench().getService(IHandlerService.class)
					.executeCommand(ParameterizedCommand.generateCommand(command, Map.of(STEP, step)), null);
		} catch (CommandException e) {
			throw new AssertionError(step, e);
		}
		events();
		Button run = widget("step.run");
		return run.getShell();
	}

	@SuppressWarnings("unchecked")
	private static <C extends Composite> C find(Composite below, Class<C> type) {
		if (type.isInstance(below))
			return (C) below;
		for (var child : below.getChildren())
			if (child instanceof Composite composite && find(composite, type) != null)
				return find(composite, type);
		return null;
	}

	private static void type(String field, String typed) {
		Text text = widget(field);
		text.setFocus();
		text.setText(typed);
		events();
	}

	private static String text(String label) {
		return isThere(label) ? ((Label) widget(label)).getText() : "";
	}

	private static boolean canRun() {
		return ((Button) widget("step.run")).isEnabled();
	}

	@Test
	void everyStepHasAWizardThatCanBeRunAtOnce() throws IOException {
		open(tiny());
		List<String> opened = new ArrayList<>();
		for (StepDescription step : TinyScan.service(StepCatalogue.class).steps()) {
			Shell shell = wizard(step.name());
			StepForm form = find(shell, StepForm.class);
			waitUntil(step.name() + " can be run", StepWizardTest::canRun);
			assertEquals(Map.of(), form.given(), step.name());
			waitUntil(step.name() + " has all it needs: " + form.missing(), () -> form.missing().isEmpty());
			for (var parameter : step.parameters())
				if (!parameter.advanced())
					assertTrue(isThere("form." + parameter.name()), step.name() + " " + parameter.name());
				else
					assertFalse(isThere("form." + parameter.name()), step.name() + " " + parameter.name() + " is advanced");
			if (isThere("form.advanced")) {
				click(widget("form.advanced"));
				for (var parameter : step.parameters())
					assertTrue(isThere("form." + parameter.name()), step.name() + " " + parameter.name());
			}
			shell.close();
			events();
			opened.add(step.name());
		}
		assertTrue(opened.size() >= 21, opened.toString());
	}

	@Test
	void aParameterOutOfRangeIsRefusedAtTheField() throws IOException {
		open(tiny());
		wizard("make_mask");
		waitUntil("it can be run", StepWizardTest::canRun);
		Text threshold = widget("form.threshold");
		assertEquals("4", threshold.getText());
		type("form.threshold", "1");
		assertEquals("It is 1, but must be above 1.", text("form.threshold.problem"));
		assertFalse(canRun());
		assertFalse(((Button) widget("step.preview")).isEnabled());
		type("form.threshold", "1.5");
		assertEquals("", text("form.threshold.problem"));
		assertTrue(canRun());
		assertEquals(Map.of("threshold", new DoubleLiteral(1.5)), form().given());
		assertEquals(SWT.BOLD, labelOf(threshold).getFont().getFontData()[0].getStyle() & SWT.BOLD, "what was changed is seen");
		((Link) widget("form.threshold.reset")).notifyListeners(SWT.Selection, new Event());
		events();
		assertEquals("4", threshold.getText());
		assertEquals(Map.of(), form().given());
		assertEquals(0, labelOf(threshold).getFont().getFontData()[0].getStyle() & SWT.BOLD);
	}

	private static StepForm form() {
		return find(((Button) widget("step.run")).getShell(), StepForm.class);
	}

	private static Label labelOf(Text field) {
		for (var child : field.getParent().getParent().getChildren())
			if (child instanceof Label label && label.getText().equals("Threshold"))
				return label;
		throw new AssertionError("no label");
	}

	@Test
	void defaultsOfTheFileAreShownWithTheirOrigin() throws IOException {
		open(tiny());
		wizard("calculate_phase");
		Text defocus = widget("form.defocus");
		waitUntil("the file's defocus is shown: " + defocus.getMessage(), () -> defocus.getMessage().endsWith("m")
				&& !defocus.getMessage().startsWith("from"));
		assertTrue(text("form.defocus.note").startsWith("from /speckle_tracking/defocus"), text("form.defocus.note"));
		assertEquals("", defocus.getText());
		type("form.defocus", "1.2 mm");
		assertEquals("= 0.0012 m", text("form.defocus.note"));
		assertEquals(Map.of("defocus", new DoubleLiteral(1.2e-3)), form().given());
		Combo map = widget("form.pixel_map");
		assertEquals("pixel_map (default)", map.getText());
	}

	@Test
	void whatAnEarlierStepHasToMakeIsSaid() throws IOException {
		open(tinyRaw());
		wizard("make_whitefield");
		waitUntil("it is said what is missing", () -> text("form.mask.note").contains("run make_mask"));
		assertEquals("There is no /speckle_tracking/mask yet: run make_mask.", text("form.mask.note"));
	}

	@Test
	void withoutAScanNothingCanBeRun() {
		wizard("make_mask");
		assertFalse(canRun());
		assertFalse(((Button) widget("step.preview")).isEnabled());
	}

	@Test
	void aPreviewIsShownAndTheFileStaysAsItIs() throws IOException {
		Path file = tiny();
		byte[] before = Files.readAllBytes(file);
		open(file);
		wizard("make_mask");
		waitUntil("it can be run", StepWizardTest::canRun);
		click(widget("step.preview"));
		waitUntil("the preview is shown: " + text("step.preview.note"), () -> isThere("step.preview.image"));
		ImageViewer image = widget("step.preview.image");
		waitUntil("the mask is painted", () -> image.rendered() > 0);
		assertEquals(TinyScan.ROWS, image.picture().orElseThrow().rows());
		assertEquals("Preview from the whole scan; nothing was written.", text("step.preview.note"));
		ImageProbe probe = new ImageProbe(image);
		assertNotEquals(probe.onScreen(TinyScan.ROWS / 2, TinyScan.COLUMNS / 2), pixel(image.canvas(), 1, 1), "there is a picture");
		assertArrayEquals(before, Files.readAllBytes(file));
		assertEquals(List.of(), TinyScan.service(Runs.class).runs(), "a preview is no run");
		type("form.threshold", "9");
		assertTrue(text("step.preview.note").startsWith("With the parameters as they were before"), text("step.preview.note"));
	}

	@Test
	void runHandsInWhatIsOnTheScreen() throws IOException {
		OpenScan scan = open(tiny());
		wizard("make_mask");
		waitUntil("it can be run", StepWizardTest::canRun);
		type("form.threshold", "6");
		click(widget("form.mask_gaps"));
		click(widget("step.run"));
		assertFalse(isThere("step.run"), "the wizard is closed");
		Runs runs = TinyScan.service(Runs.class);
		assertEquals(1, runs.runs().size());
		Run run = runs.runs().get(0);
		assertEquals("Make mask: " + scan.name(), run.title());
		PipelineStep step = run.request().steps().get(0);
		assertEquals(1, run.request().steps().size());
		assertEquals("make_mask", step.step().name());
		assertEquals(new DoubleLiteral(6), step.given().get("threshold").value());
		assertEquals(new Flag(true), step.given().get("mask_gaps").value());
		assertEquals(scan.file(), run.request().input());
		Map<String, ?> kept = TinyScan.service(Pipelines.class).of(scan).given(step.step());
		assertEquals(Map.of("threshold", new DoubleLiteral(6), "mask_gaps", new Flag(true)), kept);
		waitUntil("it has ended: " + run.problem(), () -> run.state().isOver());
		assertEquals(Run.State.DONE, run.state(), run.problem());
		runs.remove(run);
		wizard("make_mask");
		assertEquals("6", ((Text) widget("form.threshold")).getText(), "the pipeline remembers");
	}
}
