// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.LongLiteral;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.mask.MaskView;
import org.pxst.ui.internal.pipeline.PipelineFiles;
import org.pxst.ui.internal.pipeline.PipelineView;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;

class PipelineViewTest extends UiTest {
	private OpenScan scan;
	private PipelineView view;
	private ScanPipeline pipeline;

	@AfterEach
	void clear() {
		RunProbe.clear();
	}

	private void showScan(Path file) {
		view = show(PipelineView.ID);
		scan = open(file);
		waitUntil("the pipeline is shown: " + view.message(), view::showsContent);
		pipeline = TinyScan.service(Pipelines.class).of(scan);
	}

	private static StepDescription step(String name) {
		return TinyScan.service(StepCatalogue.class).step(name).orElseThrow();
	}

	private static String state(String step) {
		return ((Label) widget("pipeline.state." + step)).getText();
	}

	private static void select(String step) {
		Composite box = widget("pipeline.step." + step);
		press(box, box.getSize().x / 2, 2);
		waitUntil("the parameters of " + step + " are shown", () -> isThere("pipeline.runStep"));
	}

	private static void type(String field, String typed) {
		Text text = widget(field);
		text.setFocus();
		text.setText(typed);
		events();
	}

	@Test
	void aStepIsMissingThenDoneThenStaleAfterTheMaskWasEdited() throws Exception {
		showScan(tinyRaw());
		assertEquals("missing", state("make_mask"));
		assertEquals("missing", state("make_whitefield"));
		select("make_mask");
		click(widget("pipeline.runStep"));
		waitUntil("the mask is made", () -> state("make_mask").equals("done"));
		select("make_whitefield");
		click(widget("pipeline.runStep"));
		waitUntil("the whitefield is made", () -> state("make_whitefield").equals("done"));
		assertTrue(((Label) widget("pipeline.why")).getText().startsWith("Done. Made "), ((Label) widget("pipeline.why")).getText());
		MaskView mask = show(MaskView.ID);
		waitUntil("the mask is shown: " + mask.message(), mask::showsContent);
		click(widget("mask.clear"));
		waitUntil("the mask is changed", mask::isDirty);
		command("org.eclipse.ui.file.save");
		waitUntil("the mask is saved", () -> !mask.isDirty());
		show(PipelineView.ID);
		waitUntil("the whitefield is stale", () -> state("make_whitefield").equals("stale"));
		String why = ((Label) widget("pipeline.why")).getText();
		assertTrue(why.contains("edited by hand"), why);
		click(widget("pipeline.runStep"));
		waitUntil("the whitefield is made again", () -> state("make_whitefield").equals("done"));
	}

	@Test
	void arrowKeysSelectSteps() throws Exception {
		showScan(tinyRaw());
		select("make_mask");
		assertEquals("Make mask", ((Label) widget("pipeline.title")).getText());
		Event down = new Event();
		down.detail = SWT.TRAVERSE_ARROW_NEXT;
		down.doit = true;
		((Button) widget("pipeline.check.make_mask")).notifyListeners(SWT.Traverse, down);
		events();
		assertEquals("Make whitefield", ((Label) widget("pipeline.title")).getText());
	}

	@Test
	void whatIsSetIsInTheRequestAndInTheFile() throws Exception {
		showScan(tinyRaw());
		assertTrue(pipeline.isIncluded(step("pixel_map_from_data")));
		assertFalse(pipeline.isIncluded(step("make_mask")));
		click(widget("pipeline.check.make_mask"));
		assertTrue(pipeline.isIncluded(step("make_mask")));
		select("make_mask");
		type("form.threshold", "5.5");
		assertEquals(Map.of("threshold", new DoubleLiteral(5.5)), pipeline.given(step("make_mask")));
		assertEquals(new DoubleLiteral(5.5),
				pipeline.request(List.of(step("make_mask"))).steps().get(0).given().get("threshold").value());
		assertTrue(pipeline.configuration().startsWith("[make_mask]\nthreshold = 5.5\n"), pipeline.configuration());
		type("form.threshold", "0");
		assertFalse(((Button) widget("pipeline.runStep")).isEnabled(), "a threshold of 0 is refused");
		assertTrue(view.problem().isPresent());
		type("form.threshold", "4");
		assertEquals(Map.of(), pipeline.given(step("make_mask")), "the default is nothing that is given");
		assertTrue(view.problem().isEmpty());
	}

	@Test
	void aPipelineIsSavedAndLoaded() throws Exception {
		showScan(tinyRaw());
		select("make_mask");
		type("form.threshold", "5.5");
		click(widget("pipeline.check.make_mask"));
		click(widget("pipeline.check.zernike"));
		pipeline.setGiven(step("pixel_map_from_data"), Map.of("iterations", new LongLiteral(3)));
		Path file = folder.resolve("pipeline.ini");
		StringBuilder problems = new StringBuilder();
		PipelineFiles files = new PipelineFiles(view.getSite().getShell(), problems::append);
		files.save(pipeline, file);
		String text = pipeline.configuration();
		waitUntil("it is saved", () -> Files.exists(file) && file.toFile().length() == text.length());
		assertEquals(text, Files.readString(file));
		pipeline.setGiven(step("make_mask"), Map.of());
		click(widget("pipeline.check.make_mask"));
		assertEquals("4", ((Text) widget("form.threshold")).getText());
		files.load(pipeline, file);
		waitUntil("it is loaded", () -> pipeline.isIncluded(step("make_mask")));
		assertEquals("5.5", ((Text) widget("form.threshold")).getText());
		assertTrue(((Button) widget("pipeline.check.make_mask")).getSelection());
		assertFalse(((Button) widget("pipeline.check.zernike")).getSelection());
		assertEquals(text, pipeline.configuration());
		Files.writeString(file, "[no_step]\n");
		files.load(pipeline, file);
		waitUntil("it is refused", () -> problems.toString().contains("no_step"));
		assertEquals(text, pipeline.configuration());
	}

	@Test
	void theCommandLineIsOnTheClipboard() throws Exception {
		showScan(tinyRaw());
		select("make_mask");
		type("form.threshold", "5.5");
		click(widget("pipeline.copyStep"));
		assertEquals("pxst make_mask " + scan.file() + " --threshold 5.5", copied());
		click(widget("pipeline.copy"));
		String all = copied();
		assertTrue(all.startsWith("pxst pixel_map_from_data " + scan.file()), all);
		assertTrue(all.contains("pxst zernike "), all);
	}

	private static String copied() {
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		try {
			return (String) clipboard.getContents(TextTransfer.getInstance());
		} finally {
			clipboard.dispose();
		}
	}

	@Test
	void whatWasSetIsThereAgainWhenTheScanIsOpenedAgain() throws Exception {
		Path file = tinyRaw();
		showScan(file);
		pipeline.setGiven(step("zernike"), Map.of("orders", new LongLiteral(10)));
		openScans().close(scan);
		showScan(file);
		assertEquals(Map.of("orders", new LongLiteral(10)), pipeline.given(step("zernike")));
	}
}
