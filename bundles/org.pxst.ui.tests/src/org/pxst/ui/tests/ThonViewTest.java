// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Label;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.ui.image.ImageTransform;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.thon.ThonView;
import org.pxst.ui.plot.Plot;

class ThonViewTest extends UiTest {
	private static final String VIEW = "org.pxst.ui.thon";

	private static double[] read(Path file, String name) {
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(file, CxiOptions.defaults())) {
			return DatasetUtils.cast(DoubleDataset.class, cxi.read("/speckle_tracking/" + name)).getData().clone();
		}
	}

	private ThonView shown(Path file) {
		open(file);
		ThonView view = show(VIEW);
		waitUntil("the rings are shown", view::showsContent);
		ImageViewer viewer = widget("thon.image");
		waitUntil("the spectrum is painted", () -> viewer.rendered() > 0);
		return view;
	}

	/** Columns right of the middle where the fitted rings are darkest, along the fast scan axis. */
	private static List<Double> dark(Path file, int rows, int columns) {
		double[] both = read(file, "thon_display");
		int row = rows * columns + rows / 2 * columns;
		List<Double> dark = new ArrayList<>();
		for (int j = columns / 2 + 1; j < columns - 1; j++) {
			double a = both[row + j - 1];
			double b = both[row + j];
			double c = both[row + j + 1];
			if (b < a && b <= c)
				dark.add(j + (a - c) / (a - 2 * b + c) / 2);
		}
		return dark;
	}

	/** Whether the line of an ellipse goes through a place, or right beside it. */
	private static boolean isLineAt(Canvas canvas, double x, double y, int near) {
		for (int dx = -near; dx <= near; dx++) {
			RGB colour = pixel(canvas, (int) Math.round(x) + dx, (int) Math.round(y));
			if (colour.red > colour.green + 30 && colour.red > colour.blue + 60)
				return true;
		}
		return false;
	}

	@Test
	void theEllipsesAreDrawnOnTheDarkRings() throws IOException {
		Path file = tiny();
		ThonView view = shown(file);
		ImageViewer viewer = widget("thon.image");
		Picture picture = viewer.picture().orElseThrow();
		List<Double> dark = dark(file, picture.rows(), picture.columns());
		assertTrue(dark.size() >= 3, "rings along the axis: " + dark);
		assertTrue(view.ellipses().orElseThrow().count() >= dark.size());
		Canvas canvas = viewer.canvas();
		ImageTransform transform = viewer.transform();
		double y = transform.y(picture.rows() / 2);
		int near = (int) Math.max(2, Math.ceil(0.5 * (transform.x(1) - transform.x(0))));
		for (double column : dark.subList(0, 3))
			assertTrue(isLineAt(canvas, transform.x(column), y, near), "ring at column " + column);
		// the left half is bare, until it is wanted there too
		double mirrored = picture.columns() - dark.get(1);
		assertFalse(isLineAt(canvas, transform.x(mirrored), y, near));
		click(widget("thon.allRound"));
		waitUntil("the left half has lines", () -> isLineAt(canvas, transform.x(mirrored), y, near));
		click(widget("thon.ellipses"));
		assertTrue(view.ellipses().isEmpty());
		for (double column : dark.subList(0, 3))
			waitUntil("no line at column " + column, () -> !isLineAt(canvas, transform.x(column), y, near));
	}

	@Test
	void theRightHalfCanBeTheFit() throws IOException {
		Path file = tiny();
		shown(file);
		ImageViewer viewer = widget("thon.image");
		double[] both = read(file, "thon_display");
		int pixels = both.length / 2;
		Picture data = viewer.picture().orElseThrow();
		int columns = data.columns();
		int right = data.rows() / 2 * columns + columns * 5 / 8;
		int left = data.rows() / 2 * columns + columns * 3 / 8;
		assertEquals(both[right], data.values()[right], 1e-6);
		click(widget("thon.half"));
		Picture half = viewer.picture().orElseThrow();
		assertEquals(both[pixels + right], half.values()[right], 1e-6);
		assertEquals(both[left], half.values()[left], 1e-6);
		click(widget("thon.power"));
		assertEquals(read(file, "thon")[right], viewer.picture().orElseThrow().values()[right], 1e-6 * read(file, "thon")[right]);
		assertTrue(viewer.style().logarithmic(), "the spectrum has logarithmic colours");
		assertEquals("1/mm", viewer.picture().orElseThrow().fs().unit());
		// the spectrum ends at half a cycle per pixel
		assertEquals(read(file, "thon_step")[1] * columns / 2 / 1000, -viewer.picture().orElseThrow().fs().at(0), 1e-9);
	}

	@Test
	void thePlotHasDataAndFit() throws IOException {
		Path file = tiny();
		shown(file);
		Plot plot = widget("thon.profile");
		XYDataset curves = plot.chart().orElseThrow().getXYPlot().getDataset();
		double[] fit = read(file, "thon_fit");
		int radii = fit.length / 3;
		// the pixels are square, and the spectrum goes half a cycle per pixel far
		double pixel = 1 / (read(file, "thon_step")[0] * Math.sqrt(read(file, "thon").length));
		assertEquals(fit[5] / pixel / 1000, curves.getXValue(0, 5), 1e-9);
		assertEquals(fit[radii + 5], curves.getYValue(0, 5), 1e-9);
		assertEquals(fit[2 * radii + 5], curves.getYValue(1, 5), 1e-9);
		assertEquals(Math.round(read(file, "thon_rings")[0]), curves.getItemCount(2), 1, "dark rings are marked");
		String text = ((Label) widget("thon.summary")).getText();
		assertTrue(text.matches("(?s)Defocus ss 0\\.\\d{4} \u00b1 0\\.\\d{4}, fs 0\\.\\d{4} \u00b1 0\\.\\d{4} mm;.*"), text);
	}

	@Test
	void aScanWithoutRingsSaysWhatToDo() throws IOException {
		open(tinyRaw());
		ThonView view = show(VIEW);
		waitUntil("there is a message", () -> view.message().contains("Run fit_thon_rings"));
	}
}
