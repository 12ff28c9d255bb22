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
import java.util.stream.IntStream;

import org.eclipse.january.dataset.IDataset;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.steps.FrameList;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.LevelsChoice;
import org.pxst.ui.internal.frames.FramesView;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.session.OpenScan;

class FramesViewTest extends UiTest {
	private static final double MICRO = 1e6;
	/** A good pixel in the middle. */
	private static final int CENTRE = TinyScan.ROWS / 2 * TinyScan.COLUMNS + TinyScan.COLUMNS / 2;

	private Path file;
	private OpenScan scan;
	private FramesView view;
	private ImageViewer viewer;

	private void showScan(Path shown) {
		file = shown;
		view = show(FramesView.ID);
		scan = open(file);
		waitUntil("the frames are shown: " + view.message(), view::showsContent);
		viewer = widget("frames.image");
		waitUntil("a frame is shown", () -> isShown(scan.selection().frame()));
	}

	private boolean isShown(int frame) {
		return viewer.picture().filter(p -> p.title().endsWith("frame " + frame)).isPresent();
	}

	private String list() {
		Text text = widget("frames.list");
		return text.getText();
	}

	private int[] goodFramesInFile() {
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(file, CxiOptions.defaults())) {
			return cxi.goodFrames();
		}
	}

	private float[] frameInFile(int n) {
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(file, CxiOptions.defaults())) {
			float[] values = new float[TinyScan.ROWS * TinyScan.COLUMNS];
			cxi.scan().frames().read(n, 1, values);
			return values;
		}
	}

	/** Where a frame is in the map of positions. */
	private Point inMap(Plot map, int n) {
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(file, CxiOptions.defaults())) {
			Scan read = cxi.scan();
			return map.toScreen(read.positions().fs()[n] * MICRO, read.positions().ss()[n] * MICRO);
		}
	}

	private static int[] all() {
		return IntStream.range(0, TinyScan.FRAMES).toArray();
	}

	@Test
	void keysStepThroughTheFramesOfTheFile() throws Exception {
		showScan(tinyRaw());
		assertEquals(TinyScan.FRAMES / 2, scan.selection().frame());
		step(SWT.ARROW_RIGHT, 13);
		step(SWT.PAGE_DOWN, 23);
		step(SWT.PAGE_DOWN, 24);
		step(SWT.ARROW_LEFT, 23);
		step(SWT.HOME, 0);
		step(SWT.PAGE_UP, 0);
		step(SWT.END, 24);
	}

	private void step(int keyCode, int expected) {
		key(viewer.canvas(), keyCode, '\0');
		assertEquals(expected, scan.selection().frame());
		waitUntil("frame " + expected, () -> isShown(expected));
		assertArrayEquals(frameInFile(expected), viewer.picture().orElseThrow().values());
	}

	@Test
	void pixelsOnTheScreenAreThoseOfTheFile() throws Exception {
		showScan(tinyRaw());
		float[] a = frameInFile(10);
		float[] b = frameInFile(11);
		// the pixel that changes most
		int k = IntStream.range(0, a.length).reduce((p, q) -> Math.abs(a[p] - b[p]) > Math.abs(a[q] - b[q]) ? p : q).getAsInt();
		double low = Math.min(a[k], b[k]) - 1;
		double high = Math.max(a[k], b[k]) + 1;
		int i = k / TinyScan.COLUMNS;
		int j = k % TinyScan.COLUMNS;
		viewer.setColourMap(ColourMaps.GREY);
		viewer.setLevels(LevelsChoice.fixed(low, high));
		viewer.setView(i - 3, i + 3, j - 3, j + 3);
		scan.selection().setFrame(10);
		waitForGrey(i, j, 255 * (a[k] - low) / (high - low));
		key(viewer.canvas(), SWT.ARROW_RIGHT, '\0');
		waitForGrey(i, j, 255 * (b[k] - low) / (high - low));
	}

	private void waitForGrey(int i, int j, double grey) {
		waitUntil("grey " + grey + " at " + i + ", " + j, () -> {
			RGB seen = pixel(viewer.canvas(), (int) Math.round(viewer.transform().x(j)), (int) Math.round(viewer.transform().y(i)));
			return seen.red == seen.green && Math.abs(seen.green - grey) <= 3;
		});
	}

	@Test
	void aLassoIsMarkedBadUndoneRedoneAndSaved() throws Exception {
		showScan(tinyRaw());
		Plot map = widget("frames.positions");
		click(widget("frames.tool.lasso"));
		Point[] at = IntStream.range(0, TinyScan.FRAMES).mapToObj(n -> inMap(map, n)).toArray(Point[]::new);
		Point middle = at[12];
		Point[] corners = { new Point(middle.x - 60, middle.y - 50), new Point(middle.x + 70, middle.y - 20),
				new Point(middle.x - 10, middle.y + 60) };
		int[] outside = IntStream.of(all()).filter(n -> !isInside(at[n], corners)).toArray();
		assertTrue(outside.length < TinyScan.FRAMES && outside.length > 0);
		dragMouse(map.canvas(), 1, corners[0], corners[1], corners[2]);
		assertEquals("0-24", list());
		key(map.canvas(), 'b', 'b');
		assertArrayEquals(outside, good());
		assertTrue(view.isDirty());
		assertArrayEquals(all(), goodFramesInFile());
		command("org.eclipse.ui.edit.undo");
		assertEquals("0-24", list());
		assertFalse(view.isDirty());
		command("org.eclipse.ui.edit.redo");
		assertArrayEquals(outside, good());
		command("org.eclipse.ui.file.save");
		waitUntil("it is saved", () -> !view.isDirty());
		assertArrayEquals(outside, goodFramesInFile());
	}

	/** Whether a place is on the same side of all edges. */
	private static boolean isInside(Point p, Point[] corners) {
		int sides = 0;
		for (int k = 0; k < corners.length; k++) {
			Point a = corners[k];
			Point b = corners[(k + 1) % corners.length];
			sides += Integer.signum((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));
		}
		return Math.abs(sides) == corners.length;
	}

	private int[] good() {
		return FrameList.parse(list()).indices();
	}

	@Test
	void clicksAndButtonsMarkFrames() throws Exception {
		showScan(tinyRaw());
		Plot map = widget("frames.positions");
		Point at = inMap(map, 7);
		press(map.canvas(), at.x, at.y);
		assertEquals(7, scan.selection().frame());
		click(widget("frames.bad"));
		assertEquals("0-6,8-24", list());
		click(widget("frames.toggle"));
		assertEquals("0-24", list());
		key(map.canvas(), 't', 't');
		key(map.canvas(), SWT.ESC, (char) 27);
		key(map.canvas(), SWT.ARROW_RIGHT, '\0');
		key(map.canvas(), 't', 't');
		assertEquals("0-6,9-24", list());
		click(widget("frames.good"));
		assertEquals("0-6,8-24", list());
	}

	@Test
	void aRangeOfFramesIsSelectedInTheCurves() throws Exception {
		showScan(tinyRaw());
		Plot curves = widget("frames.curves");
		int y = curves.canvas().getSize().y / 2;
		dragMouse(curves.canvas(), 1, new Point(curves.toScreen(2.5, 0).x, y), new Point(curves.toScreen(4, 0).x, y),
				new Point(curves.toScreen(5.5, 0).x, y + 20));
		click(widget("frames.bad"));
		assertEquals("0-2,6-24", list());
	}

	@Test
	void theCursorInTheCurvesSelectsTheFrame() throws Exception {
		showScan(tinyRaw());
		Plot curves = widget("frames.curves");
		int y = curves.canvas().getSize().y / 2;
		Point from = new Point(curves.toScreen(12, 0).x, y);
		Point to = new Point(curves.toScreen(17.2, 0).x, y);
		dragMouse(curves.canvas(), 1, from, new Point((from.x + to.x) / 2, y), to);
		assertEquals(17, scan.selection().frame());
		waitUntil("frame 17", () -> isShown(17));
		// set elsewhere, in the errors view for one
		scan.selection().setFrame(3);
		waitUntil("frame 3", () -> isShown(3));
		Spinner number = widget("frames.number");
		assertEquals(3, number.getSelection());
	}

	@Test
	void badFramesAreFoundAndLeftOut() throws Exception {
		showScan(tinyRaw());
		double[] means = IntStream.range(0, TinyScan.FRAMES).mapToDouble(n -> mean(frameInFile(n))).toArray();
		double median = Arrays.stream(means).sorted().toArray()[TinyScan.FRAMES / 2];
		int[] dark = IntStream.of(all()).filter(n -> means[n] < median / 2).toArray();
		assertTrue(dark.length > 0, "the simulated scan has a dark frame");
		click(widget("frames.suggest"));
		waitUntil("something is found", () -> isThere("frames.accept"));
		assertEquals("0-24", list());
		click(widget("frames.accept"));
		for (int n : dark)
			assertFalse(Arrays.stream(good()).anyMatch(g -> g == n), list());
		assertFalse(isThere("frames.accept"));
		command("org.eclipse.ui.edit.undo");
		assertEquals("0-24", list());
		assertTrue(isThere("frames.accept"));
		click(widget("frames.dismiss"));
		assertFalse(isThere("frames.accept"));
		assertArrayEquals(all(), goodFramesInFile());
	}

	private static double mean(float[] values) {
		return IntStream.range(0, values.length).mapToDouble(k -> values[k]).average().getAsDouble();
	}

	@Test
	void theListCanBeTyped() throws Exception {
		showScan(tinyRaw());
		Text text = widget("frames.list");
		text.setText("0-9, 12,14-13");
		text.notifyListeners(SWT.DefaultSelection, new Event());
		assertFalse(view.isDirty());
		text.setText("0-9, 12,14-24");
		text.notifyListeners(SWT.DefaultSelection, new Event());
		assertEquals("0-9,12,14-24", list());
		assertTrue(view.isDirty());
		text.setText("3-25");
		text.notifyListeners(SWT.DefaultSelection, new Event());
		key(text, 't', 't');
		command("org.eclipse.ui.edit.undo");
		assertEquals("0-24", list());
	}

	@Test
	void stepsUseWhatIsSavedAlthoughTheResultsHadAnotherChoice() throws Exception {
		showScan(tiny());
		Text text = widget("frames.list");
		text.setText("1-22");
		text.notifyListeners(SWT.DefaultSelection, new Event());
		command("org.eclipse.ui.file.save");
		waitUntil("it is saved", () -> !view.isDirty());
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(file, CxiOptions.defaults())) {
			assertEquals(22, cxi.read("/frame_selector/good_frames").getSize());
			assertEquals(22, cxi.read("/speckle_tracking/good_frames").getSize());
			assertEquals(1, cxi.read("/speckle_tracking/good_frames").getInt(0));
		}
	}

	@Test
	void editsAreKeptWhenTheFileIsChangedByOthers() throws Exception {
		showScan(tinyRaw());
		key(viewer.canvas(), 'b', 'b');
		String edited = list();
		assertNotEquals("0-24", edited);
		TinyScan.service(CxiWriter.class).addTo(file, "/frame_selector",
				List.of(CxiDataset.of("good_frames", new long[] { 4, 5 }, "", 2)));
		waitUntil("the view says so", () -> isThere("frames.note") && ((Label) widget("frames.note")).getText().contains("kept"));
		assertEquals(edited, list());
		click(widget("frames.answer"));
		assertEquals("4,5", list());
		assertFalse(view.isDirty());
	}

	@Test
	void editsOutliveTheChangeToAnotherScan() throws Exception {
		showScan(tinyRaw());
		key(viewer.canvas(), 'b', 'b');
		String edited = list();
		OpenScan first = scan;
		showScan(tinyRaw());
		assertEquals("0-24", list());
		assertTrue(view.isDirty());
		openScans().makeCurrent(first);
		waitUntil("the first scan is back", () -> list().equals(edited));
	}

	@Test
	void dividedFramesAreThoseOverTheWhitefield() throws Exception {
		showScan(tiny());
		click(widget("frames.divide"));
		int frame = scan.selection().frame();
		waitUntil("the frame is divided", () -> viewer.picture().filter(p -> p.unit().isEmpty()).isPresent());
		float[] raw = frameInFile(frame);
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(file, CxiOptions.defaults())) {
			IDataset whitefield = cxi.read("/speckle_tracking/whitefield");
			int i = TinyScan.ROWS / 2;
			int j = TinyScan.COLUMNS / 3;
			assertEquals(raw[i * TinyScan.COLUMNS + j] / whitefield.getFloat(i, j), viewer.picture().orElseThrow().at(i, j), 1e-5);
		}
	}

	@Test
	void withoutAWhitefieldThatOfMakeWhitefieldIsComputed() throws Exception {
		showScan(tinyRaw());
		int frame = scan.selection().frame();
		float[] raw = frameInFile(frame);
		clickAtOnce(widget("frames.divide"));
		assertTrue(((Label) widget("frames.note")).getText().startsWith("Computing the whitefield"));
		clickAtOnce(widget("frames.answer"));
		events();
		assertFalse(((Button) widget("frames.divide")).getSelection(), "cancelled");
		click(widget("frames.divide"));
		waitUntil("the frame is divided", () -> viewer.picture().filter(p -> p.unit().isEmpty()).isPresent());
		float[] divided = viewer.picture().orElseThrow().values();
		double[] sorted = IntStream.range(0, TinyScan.FRAMES).mapToDouble(n -> frameInFile(n)[CENTRE]).sorted().toArray();
		assertEquals(raw[CENTRE] / sorted[TinyScan.FRAMES / 2], divided[CENTRE], 1e-4);
		assertFalse(view.isDirty());
	}

	@Test
	void aScanOfLinesIsOneImage() throws Exception {
		int frames = 9;
		int pixels = 20;
		short[] counts = new short[frames * pixels];
		for (int k = 0; k < counts.length; k++)
			counts[k] = (short) k;
		Path lines = folder.resolve("lines.cxi");
		TinyScan.service(CxiWriter.class).write(lines, "/",
				List.of(CxiDataset.of("/entry_1/data_1/data", counts, "counts", frames, 1, pixels)));
		view = show(FramesView.ID);
		scan = open(lines);
		waitUntil("the frames are shown: " + view.message(), view::showsContent);
		viewer = widget("frames.image");
		waitUntil("all frames are one image", () -> viewer.picture().filter(p -> p.rows() == frames).isPresent());
		assertEquals(pixels, viewer.picture().orElseThrow().columns());
		assertEquals(5 * pixels + 3, viewer.picture().orElseThrow().at(5, 3));
		assertTrue(isThere("frames.note"));
		press(viewer.canvas(), (int) viewer.transform().x(10), (int) Math.round(viewer.transform().y(7)));
		assertEquals(7, scan.selection().frame());
	}
}
