// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.map.MapStatistics;
import org.pxst.ui.internal.map.PixelMapView;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanSelection.Plane;
import org.pxst.ui.session.ScanSelection.Position;

class PixelMapViewTest extends UiTest {
	private OpenScan scan;
	private ImageViewer viewer;
	private ImageProbe probe;

	private void openView() throws IOException {
		scan = open(tiny());
		PixelMapView view = show(PixelMapView.ID);
		waitUntil("the pixel map is read", view::showsContent);
		viewer = widget("pixelMap.image");
		probe = new ImageProbe(viewer);
	}

	private void choose(String id, int index) {
		Picture before = probe.picture();
		Combo combo = widget(id);
		combo.select(index);
		combo.notifyListeners(SWT.Selection, new Event());
		waitUntil(id + " is shown", () -> viewer.picture().isPresent() && viewer.picture().get() != before);
	}

	@Test
	void theShiftAlongSsIsPaintedAndSummedUp() throws IOException {
		openView();
		probe.waitFor("Pixel map along ss");
		Picture picture = probe.picture();
		double[] map = probe.read(scan, reader -> reader.doubles("pixel_map"));
		float[] mask = probe.read(scan, reader -> reader.floats("mask"));
		int known = 0;
		for (int i = 0; i < picture.rows(); i++)
			for (int j = 0; j < picture.columns(); j++) {
				int row = (int) picture.ss().at(i);
				int p = row * TinyScan.COLUMNS + (int) picture.fs().at(j);
				boolean used = mask[p] > 0 && Double.isFinite(map[p]);
				assertEquals(!used, Float.isNaN(picture.at(i, j)), i + ", " + j);
				if (used) {
					known++;
					assertEquals(map[p] - row, picture.at(i, j), 1e-4);
				}
			}
		assertTrue(known > 5000);
		int i = picture.rows() / 2;
		int j = picture.columns() / 2;
		while (Float.isNaN(picture.at(i, j)))
			j++;
		probe.check(i, j, ColourMaps.BLUE_RED);
		Label summary = widget("pixelMap.summary");
		assertTrue(summary.getText().matches("rms [-.0-9e]+ px, .* px to .* px; " + known + " of .*"),
				summary.getText());
	}

	@Test
	void maskedPixelsAreTransparent() throws IOException {
		openView();
		probe.waitFor("Pixel map along ss");
		Picture picture = probe.picture();
		for (int i = 4; i < picture.rows() - 4; i++)
			for (int j = 4; j < picture.columns() - 4; j++)
				if (Float.isNaN(picture.at(i, j)) && !Float.isNaN(picture.at(i, j + 1))) {
					probe.check(i, j + 1, ColourMaps.BLUE_RED);
					RGB none = probe.onScreen(i, j);
					// no colour of the map, but the grey of what is behind
					assertTrue(Math.abs(none.red - none.blue) <= 8 && Math.abs(none.red - none.green) <= 8, none.toString());
					return;
				}
		throw new AssertionError("no masked pixel in the picture");
	}

	@Test
	void lessIsLeftTheMoreIsTakenOff() throws IOException {
		openView();
		probe.waitFor("Pixel map along ss");
		double identity = rms();
		choose("pixelMap.subtraction", 1);
		probe.waitFor("Pixel map along ss minus mean");
		double mean = rms();
		choose("pixelMap.subtraction", 2);
		probe.waitFor("Pixel map along ss minus affine map");
		double affine = rms();
		assertTrue(affine < mean && mean <= identity, affine + " < " + mean + " <= " + identity);
		choose("pixelMap.subtraction", 3);
		probe.waitFor("Pixel map along ss minus initial map");
		choose("pixelMap.shown", 1);
		probe.waitFor("Pixel map along fs minus initial map");
	}

	private double rms() {
		return MapStatistics.of(probe.picture().values()).rms();
	}

	@Test
	void anglesHaveTheOppositeSign() throws IOException {
		openView();
		probe.waitFor("Pixel map along ss");
		Picture shift = probe.picture();
		choose("pixelMap.unit", 2);
		Picture angle = probe.picture();
		assertEquals("rad", angle.unit());
		double dss = probe.read(scan, reader -> reader.doubles("dss"))[0];
		double defocus = probe.read(scan, reader -> reader.doubles("defocus"))[0];
		double distance = probe.read(scan, reader -> reader.cxi().scan().geometry().sampleToDetector(defocus));
		int i = shift.rows() / 2;
		int j = shift.columns() / 2;
		while (Float.isNaN(shift.at(i, j)))
			j++;
		assertEquals(-shift.at(i, j) * dss / distance, angle.at(i, j), 1e-4 * Math.abs(angle.at(i, j)));
		Label summary = widget("pixelMap.summary");
		assertTrue(summary.getText().contains("rad"), summary.getText());
		choose("pixelMap.unit", 1);
		assertEquals("px", probe.picture().unit());
	}

	@Test
	void arrowsAreDrawnWithALegend() throws IOException {
		openView();
		probe.waitFor("Pixel map along ss");
		assertThrows(AssertionError.class, () -> widget("pixelMap.density"));
		choose("pixelMap.shown", 3);
		probe.waitFor("Pixel map");
		viewer.fit();
		waitUntil("there are arrows", () -> orange() > 200);
		int usual = orange();
		choose("pixelMap.density", 0);
		waitUntil("there are fewer arrows", () -> orange() < usual && orange() > 50);
		choose("pixelMap.shown", 4);
		probe.waitFor("Whitefield");
		waitUntil("arrows are on the whitefield", () -> orange() > 50);
		choose("pixelMap.shown", 2);
		waitUntil("arrows are gone", () -> orange() == 0);
	}

	/** How many pixels of the canvas have the colour of arrows. */
	private int orange() {
		events();
		Rectangle area = viewer.canvas().getBounds();
		Image image = new Image(viewer.getDisplay(), area.width, area.height);
		GC gc = new GC(viewer.canvas());
		int count = 0;
		try {
			gc.copyArea(image, 0, 0);
			ImageData data = image.getImageData();
			Point first = probe.place(0, 0);
			Point last = probe.place(probe.picture().rows() - 1, probe.picture().columns() - 1);
			for (int y = Math.max(0, first.y); y <= last.y && y < area.height; y++)
				for (int x = Math.max(0, first.x); x <= last.x && x < area.width; x++)
					if (ImageProbe.distance(data.palette.getRGB(data.getPixel(x, y)), new RGB(0xe6, 0x9f, 0)) < 12)
						count++;
		} finally {
			gc.dispose();
			image.dispose();
		}
		return count;
	}

	@Test
	void theCursorIsLinkedInPixelsOfTheDetector() throws IOException {
		openView();
		probe.waitFor("Pixel map along ss");
		Point at = probe.place(30, 40);
		mouse(viewer.canvas(), SWT.MouseMove, 0, at, 0);
		events();
		Position cursor = scan.selection().cursor(Plane.DETECTOR).orElseThrow();
		assertEquals(probe.picture().ss().at(30), cursor.ss(), 1);
		assertEquals(probe.picture().fs().at(40), cursor.fs(), 1);
	}

	@Test
	void saysWhatMakesAPixelMap() throws IOException {
		open(tinyRaw());
		PixelMapView empty = show(PixelMapView.ID);
		waitUntil("a message", () -> empty.message().contains("generate_pixel_map"));
		assertFalse(empty.showsContent());
	}
}
