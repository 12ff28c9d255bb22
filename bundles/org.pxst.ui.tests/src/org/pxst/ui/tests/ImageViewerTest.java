// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Area;
import org.pxst.ui.image.AreaListener;
import org.pxst.ui.image.BrushTool;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.image.CrossTool;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Layer;
import org.pxst.ui.image.Levels;
import org.pxst.ui.image.LevelsChoice;
import org.pxst.ui.image.Picture;
import org.pxst.ui.image.PixelShapes;
import org.pxst.ui.image.PolygonTool;
import org.pxst.ui.image.RectangleTool;
import org.pxst.ui.image.RoiTool;
import org.pxst.ui.session.ScanSelection;

class ImageViewerTest extends UiTest {
	private static final int ROWS = 30;
	private static final int COLUMNS = 50;

	private Shell shell;
	private ImageViewer viewer;
	private ImageProbe probe;

	@BeforeEach
	void showPicture() {
		shell = new Shell(Display.getCurrent());
		shell.setLayout(new FillLayout());
		viewer = viewer();
		shell.setSize(1000, 500);
		shell.open();
		probe = new ImageProbe(viewer);
		viewer.setLevels(LevelsChoice.fixed(1, 1000));
		waitUntil("the picture is painted", () -> viewer.rendered() == 1);
	}

	/** One with values 1 at the left to 1000 at the right, and none in a corner. */
	private ImageViewer viewer() {
		ImageViewer made = new ImageViewer(shell);
		float[] values = new float[ROWS * COLUMNS];
		for (int i = 0; i < ROWS; i++)
			for (int j = 0; j < COLUMNS; j++)
				values[i * COLUMNS + j] = i < 10 && j < 10 ? Float.NaN : 1 + 999f * j / (COLUMNS - 1);
		made.show(new Picture("Ramp", ROWS, COLUMNS, values, new Picture.Axis("slow scan axis", "m", 0, 1e-6),
				new Picture.Axis("fast scan axis", "m", 0, 1e-6), "signal", "counts", Picture.Colours.SEQUENTIAL));
		return made;
	}

	@AfterEach
	void close() {
		shell.dispose();
		events();
	}

	@Test
	void theColourBarStandsBesideThePictureAndAsHigh() {
		Canvas bar = widget(viewer, "image.histogram");
		double right = viewer.canvas().getLocation().x + viewer.transform().x(COLUMNS - 0.5);
		int free = viewer.getSize().x - bar.getLocation().x - bar.getSize().x;
		assertTrue(bar.getLocation().x >= right && bar.getLocation().x - right < 40, bar.getLocation() + " and " + right);
		assertTrue(free > 20, "the rest of the room is at both sides");
		RGB line = bar.getForeground().getRGB();
		int strip = bar.getSize().x - 1;
		while (strip > 0 && ImageProbe.distance(pixel(bar, strip, (int) viewer.transform().y(-0.5) - 1), line) > 10)
			strip--;
		assertTrue(strip > 10, "the frame of the bar is level with that of the picture");
		wheel(viewer.canvas(), probe.place(15, 25), 9, 0);
		assertEquals(viewer.getSize().x, bar.getLocation().x + bar.getSize().x, 1, "a part of the picture has all the room");
	}

	@Test
	void theReadoutMovesNothing() {
		Rectangle before = viewer.canvas().getBounds();
		mouse(viewer.canvas(), SWT.MouseMove, 0, probe.place(20, 30), 0);
		viewer.layout();
		assertEquals(before, viewer.canvas().getBounds());
	}

	private void waitForColour(String what, int i, int j, RGB colour) {
		waitUntil(what + " at " + i + ", " + j, () -> ImageProbe.distance(probe.onScreen(i, j), colour) <= 3);
	}

	private static RGB rgb(int colour) {
		return new RGB(colour >> 16, colour >> 8 & 0xff, colour & 0xff);
	}

	private RGB expected(int j) {
		return probe.expected(probe.picture().at(20, j), viewer.colourMap());
	}

	private void key(char character, int stateMask) {
		Event event = new Event();
		event.keyCode = Character.toLowerCase(character);
		event.character = character;
		event.stateMask = stateMask;
		viewer.canvas().notifyListeners(SWT.KeyDown, event);
		events();
	}

	private void drag(Point from, Point to, int stateMask) {
		mouse(viewer.canvas(), SWT.MouseDown, 1, from, stateMask);
		mouse(viewer.canvas(), SWT.MouseMove, 0, to, SWT.BUTTON1 | stateMask);
		mouse(viewer.canvas(), SWT.MouseUp, 1, to, SWT.BUTTON1 | stateMask);
		events();
	}

	@Test
	void valuesHaveTheColoursOfTheMap() {
		for (int j : new int[] { 0, 12, 25, 49 })
			waitForColour("colour of the value", 20, j, expected(j));
		viewer.setColourMap(ColourMaps.GREY);
		waitForColour("grey", 20, 49, new RGB(255, 255, 255));
		waitForColour("grey", 20, 0, new RGB(0, 0, 0));
	}

	@Test
	void noValueShowsTheBackground() {
		RGB background = viewer.canvas().getBackground().getRGB();
		assertTrue(ImageProbe.distance(probe.onScreen(5, 5), background) < 40, "nearly the background");
	}

	@Test
	void keysChangeColours() {
		key('c', 0);
		assertEquals(ColourMaps.CIVIDIS, viewer.colourMap());
		waitForColour("cividis", 20, 49, rgb(ColourMaps.CIVIDIS.table()[255]));
		key('l', 0);
		// 1 .. 1000: the value of column 12 is 246, four fifths of the decades
		int index = (int) (256 * Math.log10(probe.picture().at(20, 12)) / 3);
		waitForColour("logarithm", 20, 12, rgb(ColourMaps.CIVIDIS.table()[index]));
		viewer.setLevels(LevelsChoice.fixed(100, 500));
		waitUntil("levels by hand", () -> viewer.levels().equals(new Levels(100, 500)));
		key('a', 0);
		waitUntil("levels of the values", () -> viewer.levels().equals(new Levels(1, 1000)));
	}

	@Test
	void toolBarDoesTheSame() {
		click(widget(viewer, "image.log"));
		assertTrue(viewer.style().logarithmic());
		click(widget(viewer, "image.lock"));
		assertEquals(LevelsChoice.AUTOMATIC, viewer.levelsChoice());
		click(widget(viewer, "image.lock"));
		assertTrue(viewer.levelsChoice().fixed().isPresent());
	}

	@Test
	void handlesOfTheHistogramSetLevels() {
		List<Levels> heard = new ArrayList<>();
		viewer.addLevelsListener(heard::add);
		Canvas histogram = widget(viewer, "image.histogram");
		RGB before = probe.onScreen(20, 25);
		int handle = handle(histogram);
		dragMouse(histogram, 1, new Point(30, handle), new Point(30, handle + 30), new Point(30, handle + 60));
		waitUntil("the upper level is less", () -> viewer.levels().high() < 900);
		assertEquals(1, viewer.levels().low(), 1e-6);
		assertEquals(viewer.levels(), heard.get(heard.size() - 1));
		waitForColour("colour between the new levels", 20, 25, expected(25));
		assertNotEquals(before, probe.onScreen(20, 25));
		histogram.notifyListeners(SWT.MouseDoubleClick, new Event());
		assertTrue(viewer.levelsChoice().fixed().isEmpty());
	}

	/** The row of the upper handle: the highest line at the left of the histogram in the foreground's colour. */
	private static int handle(Canvas histogram) {
		RGB line = histogram.getForeground().getRGB();
		for (int y = 10; y < histogram.getSize().y; y++)
			if (ImageProbe.distance(pixel(histogram, 8, y), line) < 10 && ImageProbe.distance(pixel(histogram, 12, y), line) < 10)
				return y;
		throw new AssertionError("no handle is seen");
	}

	@Test
	void wheelKeepsThePixelUnderThePointer() {
		Point at = probe.place(20, 30);
		double ss = viewer.transform().ss(at.y + 0.5);
		double fs = viewer.transform().fs(at.x + 0.5);
		RGB before = pixel(viewer.canvas(), at.x, at.y);
		double size = viewer.transform().x(1) - viewer.transform().x(0);
		wheel(viewer.canvas(), at, 3, 0);
		assertEquals(ss, viewer.transform().ss(at.y + 0.5), 1e-9);
		assertEquals(fs, viewer.transform().fs(at.x + 0.5), 1e-9);
		assertTrue(viewer.transform().x(1) - viewer.transform().x(0) > 1.2 * size);
		waitUntil("the same colour there", () -> pixel(viewer.canvas(), at.x, at.y).equals(before));
	}

	@Test
	void draggingMovesAndADoubleClickShowsAll() {
		Point from = probe.place(20, 30);
		drag(from, new Point(from.x - 40, from.y + 25), 0);
		assertEquals(from.x - 40, viewer.transform().x(30), 1);
		assertEquals(from.y + 25, viewer.transform().y(20), 1);
		waitUntil("it is painted there", () -> ImageProbe.distance(probe.onScreen(20, 30), expected(30)) <= 3);
		Event twice = new Event();
		twice.button = 1;
		viewer.canvas().notifyListeners(SWT.MouseDoubleClick, twice);
		assertEquals(from.x, viewer.transform().x(30), 1);
	}

	@Test
	void draggingWithControlZoomsToTheRectangle() {
		drag(probe.place(12, 20), probe.place(18, 30), SWT.MOD1);
		double middle = viewer.transform().fs(probe.place(15, 25).x);
		assertEquals(25, middle, 0.5);
		double across = (viewer.transform().x(30) - viewer.transform().x(20)) / viewer.canvas().getSize().x;
		double along = (viewer.transform().y(18) - viewer.transform().y(12)) / viewer.canvas().getSize().y;
		assertTrue(Math.max(across, along) > 0.7, "the rectangle fills the canvas");
		waitForColour("zoomed", 15, 25, expected(25));
	}

	@Test
	void layersAndOverlaysAreSeen() {
		boolean[] marked = new boolean[ROWS * COLUMNS];
		marked[20 * COLUMNS + 30] = true;
		viewer.setLayers(List.of(new Layer(marked, 0xff00ff, 255)));
		waitForColour("the mark", 20, 30, new RGB(255, 0, 255));
		viewer.addOverlay((gc, transform) -> {
			gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_CYAN));
			gc.fillRectangle((int) transform.x(39.5), (int) transform.y(19.5), 20, 20);
		});
		waitForColour("the overlay", 20, 40, new RGB(0, 255, 255));
	}

	@Test
	void cursorsAreLinked() {
		ImageViewer other = viewer();
		shell.layout();
		waitUntil("the other is painted", () -> other.rendered() == 1);
		ScanSelection selection = new ScanSelection();
		viewer.link(selection, ScanSelection.Plane.DETECTOR, 0, 0);
		other.link(selection, ScanSelection.Plane.DETECTOR, 5, 10);
		mouse(viewer.canvas(), SWT.MouseMove, 0, probe.place(20, 30), 0);
		assertEquals(20, selection.cursor(ScanSelection.Plane.DETECTOR).orElseThrow().ss(), 0.5);
		ImageProbe there = new ImageProbe(other);
		// the line along the row 15 of the other
		waitUntil("a line in the other",
				() -> ImageProbe.distance(there.onScreen(15, 40), new RGB(255, 255, 255)) < 40
						|| ImageProbe.distance(pixel(other.canvas(), there.place(15, 40).x, there.place(15, 40).y - 1),
								new RGB(255, 255, 255)) < 40);
		viewer.canvas().notifyListeners(SWT.MouseExit, new Event());
		assertEquals(Optional.empty(), selection.cursor(ScanSelection.Plane.DETECTOR));
	}

	@Test
	void readoutTellsPixelPositionAndValue() {
		viewer.setReadout(p -> "more");
		mouse(viewer.canvas(), SWT.MouseMove, 0, probe.place(20, 49), 0);
		String text = ((Label) widget(viewer, "image.readout")).getText();
		assertTrue(text.startsWith("ss 20, fs 49") && text.contains("1000 counts") && text.endsWith("more"), text);
		assertTrue(text.contains("\u00b5m"), text);
	}

	@Test
	void copyPutsTheImageOnTheClipboard() {
		Point place = probe.place(20, 40);
		RGB seen = probe.onScreen(20, 40);
		Point corner = probe.place(-0.5, -0.5);
		key('c', SWT.MOD1);
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		ImageData image = (ImageData) clipboard.getContents(ImageTransfer.getInstance());
		assertEquals(seen, image.palette.getRGB(image.getPixel(place.x - corner.x, place.y - corner.y)));
		key('C', SWT.MOD1 | SWT.SHIFT);
		ImageData withAxes = (ImageData) clipboard.getContents(ImageTransfer.getInstance());
		clipboard.dispose();
		assertTrue(withAxes.width > image.width && withAxes.height > image.height);
		assertEquals(seen, withAxes.palette.getRGB(withAxes.getPixel(place.x, place.y)));
	}

	@Test
	void rectangleToolDrawsInPixels() {
		List<Area.Rectangle> drawn = new ArrayList<>();
		viewer.setTool(new RectangleTool((area, keys) -> drawn.add(area)));
		drag(probe.place(12, 20), probe.place(15, 24), 0);
		boolean[] mask = PixelShapes.mask(drawn.get(0), ROWS, COLUMNS);
		assertTrue(mask[13 * COLUMNS + 21] && mask[14 * COLUMNS + 23] && !mask[16 * COLUMNS + 22] && !mask[13 * COLUMNS + 26]);
	}

	@Test
	void escapeGivesUp() {
		List<String> heard = new ArrayList<>();
		viewer.setTool(new RectangleTool(new AreaListener<>() {
			@Override
			public void drawn(Area.Rectangle area, int stateMask) {
				heard.add("drawn");
			}

			@Override
			public void cancelled() {
				heard.add("cancelled");
			}
		}));
		mouse(viewer.canvas(), SWT.MouseDown, 1, probe.place(12, 20), 0);
		mouse(viewer.canvas(), SWT.MouseMove, 0, probe.place(15, 24), SWT.BUTTON1);
		key(viewer.canvas(), SWT.ESC, SWT.ESC);
		mouse(viewer.canvas(), SWT.MouseUp, 1, probe.place(15, 24), SWT.BUTTON1);
		assertEquals(List.of("cancelled"), heard);
	}

	@Test
	void polygonToolClosesWithEnter() {
		List<Area.Polygon> drawn = new ArrayList<>();
		viewer.setTool(new PolygonTool((area, keys) -> drawn.add(area)));
		press(viewer.canvas(), probe.place(12, 20).x, probe.place(12, 20).y);
		press(viewer.canvas(), probe.place(12, 40).x, probe.place(12, 40).y);
		press(viewer.canvas(), probe.place(25, 30).x, probe.place(25, 30).y);
		key(viewer.canvas(), SWT.CR, SWT.CR);
		assertEquals(3, drawn.get(0).ss().length);
		assertTrue(drawn.get(0).contains(15, 30));
	}

	@Test
	void brushPaintsAndItsSizeChanges() {
		List<Area.Stroke> drawn = new ArrayList<>();
		BrushTool brush = new BrushTool(2, (area, keys) -> drawn.add(area));
		viewer.setTool(brush);
		drag(probe.place(20, 20), probe.place(20, 30), 0);
		assertTrue(PixelShapes.mask(drawn.get(0), ROWS, COLUMNS)[21 * COLUMNS + 25]);
		key(viewer.canvas(), ']', ']');
		wheel(viewer.canvas(), probe.place(20, 20), 1, SWT.SHIFT);
		assertTrue(brush.radius() > 3);
	}

	@Test
	void regionIsMovedAndResized() {
		List<Roi> heard = new ArrayList<>();
		RoiTool tool = new RoiTool(new Roi(12, 20, 15, 30), ROWS, COLUMNS, (roi, finished) -> {
			if (finished)
				heard.add(roi);
		});
		viewer.setTool(tool);
		drag(probe.place(16, 22), probe.place(18, 25), 0);
		drag(probe.place(21.5, 32.5), probe.place(24.5, 36.5), 0);
		assertEquals(List.of(new Roi(14, 22, 18, 33), new Roi(14, 25, 18, 37)), heard);
		assertEquals(heard.get(1), tool.roi());
	}

	@Test
	void crossIsMoved() {
		CrossTool cross = new CrossTool(3, 4, (ss, fs, finished) -> {
		});
		viewer.setTool(cross);
		drag(probe.place(15, 20), probe.place(20, 30), 0);
		assertEquals(20, cross.ss(), 0.2);
		assertEquals(30, cross.fs(), 0.2);
	}

	@Test
	void zoomStaysWhileTheShapeDoes() {
		Picture picture = probe.picture();
		viewer.setView(10, 20, 10, 30);
		double left = viewer.transform().x(10);
		viewer.show(new Picture("Next", ROWS, COLUMNS, picture.values().clone(), picture.ss(), picture.fs(), "signal", "counts",
				Picture.Colours.SEQUENTIAL));
		waitUntil("the next is painted", () -> viewer.rendered() == 2);
		assertEquals(left, viewer.transform().x(10), 1e-9);
		assertTrue(viewer.levelsChoice().fixed().isPresent());
		viewer.show(new Picture("Small", 2, 2, new float[] { 1, 2, 3, 4 }, picture.ss(), picture.fs(), "phase", "rad",
				Picture.Colours.SIGNED));
		waitUntil("the small one is painted", () -> viewer.rendered() == 3);
		assertEquals(ColourMaps.BLUE_RED, viewer.colourMap());
		assertTrue(viewer.levelsChoice().fixed().isEmpty());
		assertTrue(viewer.transform().x(1.5) <= viewer.canvas().getSize().x);
	}

	@Test
	void messageTakesThePlaceOfThePicture() {
		RGB before = probe.onScreen(20, 49);
		Point at = probe.place(20, 49);
		viewer.showMessage("There is nothing.");
		waitUntil("the picture is gone", () -> !pixel(viewer.canvas(), at.x, at.y).equals(before));
		assertEquals(Optional.empty(), viewer.picture());
	}
}
