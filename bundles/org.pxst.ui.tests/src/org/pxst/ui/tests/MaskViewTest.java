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
import java.util.Arrays;
import java.util.List;

import org.eclipse.january.dataset.IDataset;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.LevelsChoice;
import org.pxst.ui.internal.mask.MaskView;
import org.pxst.ui.session.OpenScan;

class MaskViewTest extends UiTest {
	private static final int PIXELS = TinyScan.ROWS * TinyScan.COLUMNS;
	/** The colour of bad pixels is mixed with what is under it: red is much more than green and blue. */
	private static final int CONTRAST = 60;

	private Path file;
	private OpenScan scan;
	private MaskView view;
	private ImageViewer viewer;
	private ImageProbe probe;

	private void showScan(Path shown) {
		file = shown;
		view = show(MaskView.ID);
		scan = open(file);
		waitUntil("the mask is shown: " + view.message(), view::showsContent);
		viewer = widget("mask.image");
		probe = new ImageProbe(viewer);
		waitUntil("a frame is painted", () -> viewer.rendered() > 0 && viewer.picture().isPresent());
	}

	private boolean[] maskInFile() {
		return mask("/speckle_tracking/mask");
	}

	private boolean[] mask(String path) {
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(file, CxiOptions.defaults())) {
			IDataset mask = cxi.read(path);
			assertArrayEquals(new int[] { TinyScan.ROWS, TinyScan.COLUMNS }, mask.getShape());
			boolean[] good = new boolean[PIXELS];
			for (int p = 0; p < PIXELS; p++)
				good[p] = mask.getBoolean(p / TinyScan.COLUMNS, p % TinyScan.COLUMNS);
			return good;
		}
	}

	private static void bad(boolean[] good, int ss0, int ss1, int fs0, int fs1) {
		for (int i = ss0; i < ss1; i++)
			for (int j = fs0; j < fs1; j++)
				good[i * TinyScan.COLUMNS + j] = false;
	}

	private static int count(boolean[] good) {
		int bad = 0;
		for (boolean g : good)
			bad += g ? 0 : 1;
		return bad;
	}

	private String counted() {
		return ((Label) widget("mask.count")).getText();
	}

	private static boolean isMarked(RGB colour) {
		return colour.red > colour.blue + CONTRAST && colour.red > colour.green + CONTRAST;
	}

	private void waitForMark(int i, int j, boolean marked) {
		waitUntil("pixel " + i + ", " + j + (marked ? " is marked" : " is not marked"),
				() -> isMarked(probe.onScreen(i, j)) == marked);
	}

	private void save() {
		command("org.eclipse.ui.file.save");
		waitUntil("it is saved", () -> !view.isDirty());
	}

	private void set(String spinner, int value) {
		Spinner control = widget(spinner);
		control.setSelection(value);
		control.notifyListeners(SWT.Selection, new Event());
		events();
	}

	@Test
	void aRectangleIsDrawnUndoneRedoneAndSaved() throws Exception {
		showScan(tiny());
		boolean[] before = maskInFile();
		click(widget("mask.clear"));
		waitForMark(30, 40, false);
		click(widget("mask.tool.rectangle"));
		dragMouse(viewer.canvas(), 1, probe.place(24.6, 32.6), probe.place(30, 40), probe.place(34.4, 52.4));
		waitForMark(30, 40, true);
		waitForMark(34, 52, true);
		waitForMark(36, 40, false);
		waitForMark(30, 55, false);
		assertTrue(counted().startsWith("200 of 12288 pixels are bad (1.63 %)"), counted());
		assertTrue(view.isDirty());
		assertArrayEquals(before, maskInFile());
		command("org.eclipse.ui.edit.undo");
		waitForMark(30, 40, false);
		assertTrue(counted().startsWith("0 of"), counted());
		command("org.eclipse.ui.edit.redo");
		waitForMark(30, 40, true);
		save();
		boolean[] expected = allGood();
		bad(expected, 25, 35, 33, 53);
		assertArrayEquals(expected, maskInFile());
		assertFalse(counted().contains("changed"), counted());
		command("org.eclipse.ui.edit.undo");
		assertTrue(view.isDirty(), "before what is in the file");
		assertTrue(counted().contains("200 changed since the last save"), counted());
	}

	private static boolean[] allGood() {
		boolean[] good = new boolean[PIXELS];
		Arrays.fill(good, true);
		return good;
	}

	@Test
	void theBrushMarksWhileItIsDrawnAndIsOneStep() throws Exception {
		showScan(tiny());
		click(widget("mask.clear"));
		key(viewer.canvas(), 'b', 'b');
		set("mask.radius", 2);
		key(viewer.canvas(), ']', ']');
		assertEquals(3, ((Spinner) widget("mask.radius")).getSelection());
		Point from = probe.place(20, 20);
		Point to = probe.place(20, 60);
		mouse(viewer.canvas(), SWT.MouseMove, 0, from, 0);
		mouse(viewer.canvas(), SWT.MouseDown, 1, from, 0);
		mouse(viewer.canvas(), SWT.MouseMove, 0, to, SWT.BUTTON1);
		assertTrue(counted().startsWith("309 of"), "a disc of 29 pixels and 40 times 7: " + counted());
		// beside the cross of the cursor
		waitForMark(22, 42, true);
		waitForMark(25, 42, false);
		mouse(viewer.canvas(), SWT.MouseUp, 1, to, SWT.BUTTON1);
		key(viewer.canvas(), 'u', 'u');
		dragMouse(viewer.canvas(), 1, probe.place(10, 40), probe.place(30, 40));
		waitForMark(22, 42, false);
		command("org.eclipse.ui.edit.undo");
		waitForMark(22, 42, true);
		save();
		boolean[] saved = maskInFile();
		for (int j = 20; j <= 60; j++)
			for (int i = 17; i <= 23; i++)
				assertFalse(saved[i * TinyScan.COLUMNS + j], i + ", " + j);
		assertTrue(saved[16 * TinyScan.COLUMNS + 40]);
		command("org.eclipse.ui.edit.undo");
		assertTrue(counted().startsWith("0 of"), "the stroke is one step: " + counted());
	}

	@Test
	void ellipsePolygonAndPixelsApplyTheMode() throws Exception {
		showScan(tiny());
		click(widget("mask.clear"));
		key(viewer.canvas(), 'e', 'e');
		dragMouse(viewer.canvas(), 1, probe.place(20, 20), probe.place(40, 60));
		waitForMark(31, 41, true);
		waitForMark(21, 22, false);
		key(viewer.canvas(), 't', 't');
		key(viewer.canvas(), 'p', 'p');
		for (Point corner : new Point[] { probe.place(30, 40), probe.place(60, 40), probe.place(60, 90) })
			press(viewer.canvas(), corner.x, corner.y);
		key(viewer.canvas(), SWT.CR, '\r');
		waitForMark(55, 50, true);
		waitForMark(35, 42, false);
		key(viewer.canvas(), 'x', 'x');
		Point single = probe.place(80, 10);
		press(viewer.canvas(), single.x, single.y);
		save();
		boolean[] saved = maskInFile();
		assertFalse(saved[80 * TinyScan.COLUMNS + 10]);
		assertTrue(saved[80 * TinyScan.COLUMNS + 11]);
		press(viewer.canvas(), single.x, single.y);
		save();
		assertTrue(maskInFile()[80 * TinyScan.COLUMNS + 10]);
	}

	@Test
	void pixelsOutsideTheLevelsAreMasked() throws Exception {
		showScan(tiny());
		click(widget("mask.clear"));
		float[] values = viewer.picture().orElseThrow().values();
		float[] sorted = values.clone();
		Arrays.sort(sorted);
		float low = sorted[PIXELS / 4];
		float high = sorted[3 * PIXELS / 4];
		viewer.setLevels(LevelsChoice.fixed(low, high));
		waitUntil("the levels are in force", () -> viewer.levels().low() == low && viewer.levels().high() == high);
		click(widget("mask.threshold"));
		boolean[] expected = allGood();
		for (int p = 0; p < PIXELS; p++)
			expected[p] = values[p] >= low && values[p] <= high;
		assertNotEquals(0, count(expected));
		save();
		assertArrayEquals(expected, maskInFile());
	}

	@Test
	void badAreasGrowAndShrink() throws Exception {
		showScan(tiny());
		click(widget("mask.clear"));
		key(viewer.canvas(), 'r', 'r');
		dragMouse(viewer.canvas(), 1, probe.place(19.6, 19.6), probe.place(29.4, 29.4));
		set("mask.distance", 3);
		click(widget("mask.grow"));
		assertTrue(counted().startsWith("256 of"), counted());
		set("mask.distance", 5);
		click(widget("mask.shrink"));
		assertTrue(counted().startsWith("36 of"), counted());
		save();
		boolean[] expected = allGood();
		bad(expected, 22, 28, 22, 28);
		assertArrayEquals(expected, maskInFile());
	}

	@Test
	void framesAreSteppedWhileTheMaskIsEdited() throws Exception {
		showScan(tiny());
		click(widget("mask.clear"));
		key(viewer.canvas(), 'r', 'r');
		dragMouse(viewer.canvas(), 1, probe.place(20, 20), probe.place(30, 30));
		String counted = counted();
		key(viewer.canvas(), SWT.ARROW_RIGHT, '\0');
		assertEquals(13, scan.selection().frame());
		probe.waitFor(scan.name() + " frame 13");
		waitForMark(25, 25, true);
		scan.selection().setFrame(4);
		probe.waitFor(scan.name() + " frame 4");
		assertEquals(4, ((Spinner) widget("mask.frame")).getSelection());
		Combo background = widget("mask.background");
		background.select(2);
		background.notifyListeners(SWT.Selection, new Event());
		probe.waitFor(scan.name() + " whitefield");
		waitForMark(25, 25, true);
		background.select(1);
		background.notifyListeners(SWT.Selection, new Event());
		probe.waitFor(scan.name() + " frame 4");
		assertEquals(counted, counted());
	}

	@Test
	void editsSurviveARefreshOfTheFile() throws Exception {
		showScan(tiny());
		click(widget("mask.clear"));
		key(viewer.canvas(), 'r', 'r');
		dragMouse(viewer.canvas(), 1, probe.place(19.6, 19.6), probe.place(29.4, 29.4));
		boolean[] others = allGood();
		bad(others, 0, 5, 0, 5);
		TinyScan.service(CxiWriter.class).addTo(file, "/speckle_tracking",
				List.of(CxiDataset.of("mask", others, "", TinyScan.ROWS, TinyScan.COLUMNS)));
		waitUntil("the view says so", () -> isThere("mask.note") && ((Label) widget("mask.note")).getText().contains("kept"));
		assertTrue(counted().startsWith("100 of"), counted());
		waitForMark(25, 25, true);
		command("org.eclipse.ui.edit.undo");
		assertTrue(counted().startsWith("0 of"), counted());
		click(widget("mask.from.result"));
		assertTrue(counted().startsWith("25 of"), counted());
		assertFalse(view.isDirty());
	}

	@Test
	void editsOutliveAFileThatIsGoneForAWhile() throws Exception {
		showScan(tiny());
		click(widget("mask.clear"));
		key(viewer.canvas(), 'r', 'r');
		dragMouse(viewer.canvas(), 1, probe.place(19.6, 19.6), probe.place(29.4, 29.4));
		Path away = file.resolveSibling("away.cxi");
		Files.move(file, away);
		waitUntil("it is gone", () -> scan.state() == OpenScan.State.GONE);
		assertTrue(view.isDirty());
		Files.move(away, file);
		waitUntil("it is back", () -> scan.state() == OpenScan.State.READY && view.showsContent());
		assertTrue(counted().startsWith("100 of"), counted());
		save();
		assertEquals(100, count(maskInFile()));
	}

	@Test
	void editsOutliveTheChangeToAnotherScan() throws Exception {
		showScan(tiny());
		click(widget("mask.clear"));
		OpenScan first = scan;
		Path firstFile = file;
		showScan(tiny());
		waitUntil("the other mask is shown", () -> !counted().startsWith("0 of"));
		assertTrue(view.isDirty());
		save();
		file = firstFile;
		assertEquals(0, count(maskInFile()));
		openScans().makeCurrent(first);
		waitUntil("the first one is shown", () -> counted().startsWith("0 of"));
	}

	@Test
	void masksFromElsewhereAreCombined() throws Exception {
		Path raw = tinyRaw();
		int[] bits = new int[PIXELS];
		// CXI: 0 is good
		Arrays.fill(bits, 5 * TinyScan.COLUMNS, 6 * TinyScan.COLUMNS, 4);
		TinyScan.service(CxiWriter.class).addTo(raw, "/entry_1/instrument_1/detector_1",
				List.of(CxiDataset.of("mask", bits, "", TinyScan.ROWS, TinyScan.COLUMNS)));
		showScan(raw);
		assertTrue(counted().startsWith("128 of"), "the detector's mask is what to begin with: " + counted());
		click(widget("mask.from.all_good"));
		assertTrue(counted().startsWith("0 of"), counted());
		click(widget("mask.from.automatic"));
		waitUntil("the automatic mask is found", () -> !counted().startsWith("0 of"));
		int automatic = Integer.parseInt(counted().substring(0, counted().indexOf(' ')));
		assertTrue(automatic > 128, counted());
		Combo combination = widget("mask.combination");
		combination.select(2);
		combination.notifyListeners(SWT.Selection, new Event());
		click(widget("mask.from.detector"));
		assertTrue(view.isDirty(), "the mask to begin with; but there is none in the results");
		save();
		boolean[] expected = allGood();
		bad(expected, 5, 6, 0, TinyScan.COLUMNS);
		assertArrayEquals(expected, maskInFile());
	}

	@Test
	void anEditThatCannotBeSavedIsKept() throws IOException {
		showScan(tiny());
		click(widget("mask.clear"));
		Path away = file.resolveSibling("away.cxi");
		Files.move(file, away);
		waitUntil("it is gone", () -> scan.state() == OpenScan.State.GONE);
		command("org.eclipse.ui.file.save");
		assertTrue(view.isDirty());
		assertFalse(Files.exists(file));
		Files.move(away, file);
		waitUntil("it is back", () -> scan.state() == OpenScan.State.READY && view.showsContent());
		assertTrue(counted().startsWith("0 of"), counted());
		assertTrue(((Label) widget("mask.note")).getText().contains("not saved"));
		save();
		assertEquals(0, count(maskInFile()));
	}
}
