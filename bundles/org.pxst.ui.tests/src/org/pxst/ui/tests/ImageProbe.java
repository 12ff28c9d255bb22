// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Levels;
import org.pxst.ui.image.Picture;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;

/** Looks at the pixels of an image on the screen. */
final class ImageProbe {
	/** Rounding of colours. */
	private static final int TOLERANCE = 3;
	/** Pixels of the picture around the one that is looked at. */
	private static final int AROUND = 4;

	private final ImageViewer viewer;

	ImageProbe(ImageViewer viewer) {
		this.viewer = viewer;
	}

	/** Waits until a picture is shown. */
	void waitFor(String title) {
		UiTest.waitUntil(title + " is shown", () -> viewer.picture().filter(p -> p.title().startsWith(title)).isPresent());
	}

	Picture picture() {
		return viewer.picture().orElseThrow();
	}

	/** Zooms to a pixel of the picture. */
	void zoomTo(int i, int j) {
		viewer.setView(i - AROUND, i + AROUND, j - AROUND, j + AROUND);
		UiTest.events();
	}

	/** The colour on the screen at a pixel of the picture. */
	RGB onScreen(double i, double j) {
		Point at = place(i, j);
		return UiTest.pixel(viewer.canvas(), at.x, at.y);
	}

	/** Where a pixel of the picture is on the canvas. */
	Point place(double i, double j) {
		return new Point((int) Math.round(viewer.transform().x(j)), (int) Math.round(viewer.transform().y(i)));
	}

	/** The colour that the colour map has for a value between the levels. */
	RGB expected(double value, ColourMaps map) {
		Levels levels = viewer.levels();
		int[] colours = map.table();
		int index = (int) Math.floor((value - levels.low()) / (levels.high() - levels.low()) * colours.length);
		int rgb = colours[Math.max(0, Math.min(colours.length - 1, index))];
		return new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
	}

	/** Zooms to a pixel and waits until it is painted in the colour of its value. */
	void check(int i, int j, ColourMaps map) {
		assertTrue(Float.isFinite(picture().at(i, j)), "a value at " + i + ", " + j);
		zoomTo(i, j);
		String what = picture().title() + " has the colour of its value at " + i + ", " + j;
		UiTest.waitUntil(what, () -> distance(expected(picture().at(i, j), map), onScreen(i, j)) <= TOLERANCE);
	}

	/** Largest difference of a colour component. */
	static int distance(RGB a, RGB b) {
		return Math.max(Math.abs(a.red - b.red), Math.max(Math.abs(a.green - b.green), Math.abs(a.blue - b.blue)));
	}

	/** Reads something from the file. */
	<T> T read(OpenScan scan, Function<ScanReader, T> what) {
		Object[] found = new Object[1];
		String[] problem = { "" };
		scan.queue(viewer).<T>submit("test", (reader, monitor) -> what.apply(reader), value -> found[0] = value,
				p -> problem[0] = p.message());
		UiTest.waitUntil("the file is read", () -> found[0] != null || !problem[0].isEmpty());
		assertEquals("", problem[0]);
		@SuppressWarnings("unchecked")
		T value = (T) found[0];
		return value;
	}
}
