// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.LongDataset;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.junit.jupiter.api.Test;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.whitefield.WhitefieldView;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.session.OpenScan;

class WhitefieldViewTest extends UiTest {
	private static final Roi START = new Roi(20, 60, 30, 90);

	private Path file;
	private OpenScan scan;
	private WhitefieldView view;
	private ImageViewer viewer;
	private ImageProbe probe;

	/** Shows a scan whose region of interest is {@link #START}. */
	private void showScan() throws Exception {
		file = tiny();
		writeRoi(START.ss0(), START.ss1(), START.fs0(), START.fs1());
		open();
		waitUntil("the whitefield is painted", () -> viewer.picture().isPresent() && viewer.rendered() > 0);
		assertEquals(START, spinners());
	}

	private void open() {
		view = show(WhitefieldView.ID);
		scan = open(file);
		waitUntil("the view is shown: " + view.message(), view::showsContent);
		viewer = widget("whitefield.image");
		probe = new ImageProbe(viewer);
	}

	private void writeRoi(long... edges) {
		TinyScan.service(CxiWriter.class).addTo(file, "/speckle_tracking", List.of(CxiDataset.of("roi", edges, "pixel", 4)));
	}

	private static int spinner(String id) {
		return ((Spinner) widget(id)).getSelection();
	}

	private static Roi spinners() {
		return new Roi(spinner("roi.ss0"), spinner("roi.ss1"), spinner("roi.fs0"), spinner("roi.fs1"));
	}

	private static void set(String spinner, int value) {
		Spinner control = widget(spinner);
		control.setSelection(value);
		control.notifyListeners(SWT.Selection, new Event());
		events();
	}

	private IDataset read(String path) {
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(file, CxiOptions.defaults())) {
			return cxi.read(path);
		}
	}

	private long[] roiInFile() {
		IDataset roi = read("/speckle_tracking/roi");
		assertTrue(roi instanceof LongDataset, roi.getClass().toString());
		return ((LongDataset) roi).getData();
	}

	private void save() {
		command("org.eclipse.ui.file.save");
		waitUntil("it is saved", () -> !view.isDirty());
	}

	private static String text(String id) {
		return ((Label) widget(id)).getText();
	}

	@Test
	void theWhitefieldOfTheFileIsOnTheScreen() throws Exception {
		showScan();
		probe.check(70, 100, ColourMaps.VIRIDIS);
	}

	@Test
	void theRegionIsDraggedByAnEdgeAndSaved() throws Exception {
		showScan();
		// the right edge of the last column inside
		dragMouse(viewer.canvas(), 1, probe.place(40, 89.5), probe.place(40, 95), probe.place(40, 101.5));
		assertEquals(new Roi(20, 60, 30, 102), spinners());
		assertTrue(view.isDirty());
		assertArrayEquals(new long[] { 20, 60, 30, 90 }, roiInFile());
		save();
		assertArrayEquals(new long[] { 20, 60, 30, 102 }, roiInFile());
		command("org.eclipse.ui.edit.undo");
		assertEquals(START, spinners());
		assertTrue(view.isDirty());
	}

	@Test
	void theRegionIsMovedAsAWholeAndStaysInTheFrame() throws Exception {
		showScan();
		dragMouse(viewer.canvas(), 1, probe.place(40, 60), probe.place(45, 65), probe.place(50, 70));
		assertEquals(new Roi(30, 70, 40, 100), spinners());
		dragMouse(viewer.canvas(), 1, probe.place(50, 70), probe.place(20, 20), probe.place(5, 5));
		assertEquals(new Roi(0, 40, 0, 60), spinners());
		command("org.eclipse.ui.edit.undo");
		command("org.eclipse.ui.edit.undo");
		assertEquals(START, spinners());
		assertFalse(view.isDirty());
		command("org.eclipse.ui.edit.redo");
		assertEquals(new Roi(30, 70, 40, 100), spinners());
	}

	@Test
	void theEdgesAreDraggedInTheProjections() throws Exception {
		showScan();
		Plot along = widget("whitefield.alongFs");
		waitUntil("it is in line with the image", () -> Math.abs(inImage(along, 30) - viewer.transform().x(29.5)) <= 2);
		int y = along.canvas().getSize().y / 2;
		dragMouse(along.canvas(), 1, new Point(along.toScreen(30, 0).x, y), new Point(along.toScreen(20, 0).x, y),
				new Point(along.toScreen(12, 0).x, y));
		assertEquals(new Roi(20, 60, 12, 90), spinners());
		Plot down = widget("whitefield.alongSs");
		int x = down.canvas().getSize().x / 2;
		dragMouse(down.canvas(), 1, new Point(x, down.toScreen(0, 60).y), new Point(x, down.toScreen(0, 70).y),
				new Point(x, down.toScreen(0, 80).y));
		assertEquals(new Roi(20, 80, 12, 90), spinners());
		command("org.eclipse.ui.edit.undo");
		assertEquals(new Roi(20, 60, 12, 90), spinners());
		command("org.eclipse.ui.edit.undo");
		assertEquals(START, spinners());
	}

	/** Where a place on the horizontal axis of a plot is on the canvas of the image. */
	private double inImage(Plot plot, double fs) {
		return plot.getDisplay().map(plot.canvas(), viewer.canvas(), plot.toScreen(fs, 0)).x;
	}

	@Test
	void spinnersMoveTheRegionAndItsFiguresFollow() throws Exception {
		showScan();
		set("roi.ss0", 30);
		set("roi.fs1", 80);
		assertTrue(text("whitefield.figures").contains("30 x 50 px"), text("whitefield.figures"));
		set("roi.ss1", 10);
		assertEquals(new Roi(10, 30, 30, 80), spinners());
		save();
		assertArrayEquals(new long[] { 10, 30, 30, 80 }, roiInFile());
	}

	@Test
	void theGuessIsThatOfTheStep() throws Exception {
		file = tiny();
		long[] guessed = roiInFile();
		writeRoi(0, 5, 0, 5);
		open();
		waitUntil("it is shown", () -> viewer.picture().isPresent());
		assertTrue(text("whitefield.note").contains("region"), text("whitefield.note"));
		click(widget("roi.guess"));
		assertEquals(new Roi((int) guessed[0], (int) guessed[1], (int) guessed[2], (int) guessed[3]), spinners());
		assertFalse(isThere("whitefield.note"), "no warning");
		save();
		assertArrayEquals(guessed, roiInFile());
		click(widget("roi.whole"));
		assertEquals(Roi.full(TinyScan.ROWS, TinyScan.COLUMNS), spinners());
	}

	@Test
	void theWhitefieldIsComputedAndWrittenOnRequest() throws Exception {
		file = tinyRaw();
		open();
		assertTrue(viewer.picture().isEmpty());
		assertFalse(view.isDirty());
		click(widget("whitefield.compute"));
		waitUntil("it is computed", () -> viewer.picture().isPresent());
		float[] computed = viewer.picture().orElseThrow().values();
		assertTrue(view.isDirty());
		assertTrue(text("whitefield.note").contains("Save"), text("whitefield.note"));
		command("org.eclipse.ui.edit.undo");
		assertFalse(view.isDirty());
		assertTrue(viewer.picture().isEmpty());
		command("org.eclipse.ui.edit.redo");
		save();
		IDataset written = read("/speckle_tracking/whitefield");
		assertArrayEquals(new int[] { TinyScan.ROWS, TinyScan.COLUMNS }, written.getShape());
		float brightest = 0;
		for (int i = 0; i < TinyScan.ROWS; i++)
			for (int j = 0; j < TinyScan.COLUMNS; j++) {
				assertEquals(computed[i * TinyScan.COLUMNS + j], written.getFloat(i, j));
				brightest = Math.max(brightest, written.getFloat(i, j));
			}
		assertNotEquals(0, brightest);
	}

	@Test
	void anEditSurvivesAChangeOfTheFile() throws Exception {
		showScan();
		set("roi.ss0", 25);
		writeRoi(1, 2, 3, 4);
		waitUntil("the view says so", () -> isThere("whitefield.note") && text("whitefield.note").contains("kept"));
		assertEquals(new Roi(25, 60, 30, 90), spinners());
		command("org.eclipse.ui.edit.undo");
		assertEquals(START, spinners());
		save();
		assertArrayEquals(new long[] { 20, 60, 30, 90 }, roiInFile());
	}

	@Test
	void computingTheWhitefieldCanBeCancelled() throws Exception {
		file = tinyRaw();
		open();
		clickAtOnce(widget("whitefield.compute"));
		assertTrue(text("whitefield.note").startsWith("Computing the whitefield"), text("whitefield.note"));
		clickAtOnce(widget("whitefield.answer"));
		assertTrue(text("whitefield.note").contains("was cancelled; nothing was changed"), text("whitefield.note"));
		waitUntil("the job has ended",
				() -> Arrays.stream(Job.getJobManager().find(null)).noneMatch(j -> j.getName().startsWith("Computing")));
		assertTrue(viewer.picture().isEmpty());
		assertFalse(view.isDirty());
	}

	@Test
	void aComputedWhitefieldOutlivesTheChangeToAnotherScan() throws Exception {
		file = tinyRaw();
		open();
		OpenScan first = scan;
		click(widget("whitefield.compute"));
		waitUntil("it is computed", () -> viewer.picture().isPresent());
		float[] computed = viewer.picture().orElseThrow().values();
		Path firstFile = file;
		file = tinyRaw();
		open();
		waitUntil("the other scan has none", () -> viewer.picture().isEmpty());
		openScans().makeCurrent(first);
		waitUntil("it is back", () -> viewer.picture().isPresent());
		assertArrayEquals(computed, viewer.picture().orElseThrow().values());
		file = firstFile;
		save();
		assertEquals(TinyScan.ROWS * TinyScan.COLUMNS, read("/speckle_tracking/whitefield").getSize());
	}
}
