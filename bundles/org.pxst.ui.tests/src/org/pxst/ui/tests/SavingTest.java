// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.january.dataset.IDataset;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.ISaveablePart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.ui.internal.frames.FramesView;
import org.pxst.ui.internal.mask.MaskView;
import org.pxst.ui.internal.whitefield.WhitefieldView;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.view.ScanView;

/** Whatever is closed: edits that are not saved are never lost without a question, in any of the views that edit. */
class SavingTest extends UiTest {
	private static final String CLOSE_SCAN = "org.pxst.ui.closeScan";
	private static final String ASKED = "Close scan";

	private Path file;
	private OpenScan scan;
	private IPerspectiveDescriptor perspective;

	@BeforeEach
	void rememberPerspective() {
		perspective = page().getPerspective();
	}

	@AfterEach
	void restorePerspective() {
		page().setPerspective(perspective);
	}

	private <V extends IViewPart> V shown(String id) {
		V view = show(id);
		ScanView<?> shown = (ScanView<?>) view;
		waitUntil("the view is shown: " + shown.message(), shown::showsContent);
		return view;
	}

	private FramesView editFrames() {
		FramesView view = shown(FramesView.ID);
		Text list = widget("frames.list");
		list.setText("2-20");
		list.notifyListeners(SWT.DefaultSelection, new Event());
		assertTrue(view.isDirty());
		return view;
	}

	private MaskView editMask() {
		MaskView view = shown(MaskView.ID);
		click(widget("mask.fill"));
		assertTrue(view.isDirty());
		return view;
	}

	/** Computes a whitefield, which the file does not have. */
	private WhitefieldView editWhitefield() {
		WhitefieldView view = shown(WhitefieldView.ID);
		click(widget("whitefield.compute"));
		waitUntil("it is computed", view::isDirty);
		return view;
	}

	private List<ISaveablePart> editAll() throws IOException {
		file = tinyRaw();
		scan = open(file);
		return List.of(editFrames(), editMask(), editWhitefield());
	}

	private boolean isInFile(String path) {
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(file, CxiOptions.defaults())) {
			IDataset found = cxi.read(path);
			return found.getSize() > 0;
		} catch (org.pxst.core.InvalidDataException e) {
			return false;
		}
	}

	private void assertInFile(boolean there) {
		assertEquals(there, isInFile("/frame_selector/good_frames"), "good frames");
		assertEquals(there, isInFile("/speckle_tracking/mask"), "mask");
		assertEquals(there, isInFile("/speckle_tracking/whitefield"), "whitefield");
	}

	@Test
	void aScanThatIsNotClosedAfterAllKeepsAllEdits() throws Exception {
		List<ISaveablePart> views = editAll();
		Answer answer = new Answer(ASKED, "Cancel");
		command(CLOSE_SCAN);
		assertTrue(answer.isGiven());
		assertEquals(List.of(scan), openScans().scans());
		for (ISaveablePart view : views)
			assertTrue(view.isDirty(), view.toString());
		assertInFile(false);
	}

	@Test
	void allIsSavedWhenAScanIsClosed() throws Exception {
		editAll();
		Answer answer = new Answer(ASKED, "Save");
		command(CLOSE_SCAN);
		assertTrue(answer.isGiven());
		assertEquals(List.of(), openScans().scans());
		assertInFile(true);
	}

	@Test
	void whatIsGivenUpDoesNotComeBack() throws Exception {
		List<ISaveablePart> views = editAll();
		Answer answer = new Answer(ASKED, "Don't Save");
		command(CLOSE_SCAN);
		assertTrue(answer.isGiven());
		assertEquals(List.of(), openScans().scans());
		assertInFile(false);
		open(file);
		show(FramesView.ID);
		waitUntil("the frames are shown", ((FramesView) views.get(0))::showsContent);
		assertEquals("0-24", ((Text) widget("frames.list")).getText());
		for (ISaveablePart view : views)
			assertFalse(view.isDirty(), view.toString());
	}

	@Test
	void viewsOfAnotherPerspectiveAreAskedAboutToo() throws Exception {
		editAll();
		PlatformUI.getWorkbench().showPerspective("org.pxst.ui.perspective.analysis",
				PlatformUI.getWorkbench().getActiveWorkbenchWindow());
		events();
		Answer answer = new Answer(ASKED, "Save");
		command(CLOSE_SCAN);
		assertTrue(answer.isGiven());
		assertInFile(true);
	}

	@Test
	void editsOfAnotherScanAreNoReasonToAsk() throws Exception {
		editAll();
		OpenScan other = open(tinyRaw());
		command(CLOSE_SCAN);
		assertEquals(List.of(scan), openScans().scans());
		assertFalse(openScans().scans().contains(other));
	}

	@Test
	void aScanThatCannotBeSavedIsNotClosed() throws Exception {
		List<ISaveablePart> views = editAll();
		Path secondName = file.resolveSibling("second_name.cxi");
		// no place for a journal that all readers would find: nothing is written into such a file
		Files.createLink(secondName, file);
		Answer answer = new Answer(ASKED, "Save");
		command(CLOSE_SCAN);
		assertTrue(answer.isGiven());
		assertEquals(List.of(scan), openScans().scans());
		for (ISaveablePart view : views)
			assertTrue(view.isDirty(), view.toString());
		for (String id : new String[] { "frames", "mask", "whitefield" }) {
			show("org.pxst.ui." + id);
			command("org.eclipse.ui.file.save");
			String note = ((Label) widget(id + ".note")).getText();
			assertTrue(note.contains("not saved, but kept") && note.contains("save again"), note);
		}
		Files.delete(secondName);
		for (String id : new String[] { "frames", "mask", "whitefield" }) {
			show("org.pxst.ui." + id);
			command("org.eclipse.ui.file.save");
		}
		assertInFile(true);
		for (ISaveablePart view : views)
			assertFalse(view.isDirty(), view.toString());
	}

	@Test
	void eachViewAsksBeforeItIsClosed() throws Exception {
		List<ISaveablePart> views = editAll();
		for (ISaveablePart part : views) {
			IViewPart view = (IViewPart) part;
			Answer cancel = new Answer("Save", "Cancel");
			page().hideView(view);
			events();
			assertTrue(cancel.isGiven(), view.getTitle());
			assertTrue(part.isDirty(), view.getTitle());
			assertTrue(List.of(page().getViews()).contains(view), view.getTitle());
		}
		assertInFile(false);
		for (ISaveablePart part : views) {
			Answer save = new Answer("Save", "Save");
			page().hideView((IViewPart) part);
			events();
			assertTrue(save.isGiven());
			assertFalse(List.of(page().getViews()).contains(part));
		}
		assertInFile(true);
	}

	@Test
	void theWorkbenchAsksBeforeItIsClosed() throws Exception {
		List<ISaveablePart> views = editAll();
		Answer cancel = new Answer("Save", "Cancel");
		assertFalse(PlatformUI.getWorkbench().close());
		assertTrue(cancel.isGiven());
		for (ISaveablePart view : views)
			assertTrue(view.isDirty(), view.toString());
		assertInFile(false);
		command("org.eclipse.ui.file.saveAll");
		for (ISaveablePart view : views)
			assertFalse(view.isDirty(), view.toString());
		assertInFile(true);
	}

	@Test
	void aChoiceWithoutGoodFramesIsNotSaved() throws Exception {
		file = tinyRaw();
		scan = open(file);
		FramesView view = shown(FramesView.ID);
		Text list = widget("frames.list");
		list.setText("3");
		list.notifyListeners(SWT.DefaultSelection, new Event());
		scan.selection().setFrame(3);
		click(widget("frames.bad"));
		command("org.eclipse.ui.file.save");
		assertTrue(view.isDirty());
		assertTrue(((Label) widget("frames.note")).getText().contains("at least one frame"));
		assertInFile(false);
	}
}
