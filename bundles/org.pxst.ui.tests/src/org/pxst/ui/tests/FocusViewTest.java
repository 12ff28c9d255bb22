// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Label;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.focus.FocusView;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.view.SiPrefix;

class FocusViewTest extends UiTest {
	private static final String VIEW = "org.pxst.ui.focus";

	private static double[] read(Path file, String name) {
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(file, CxiOptions.defaults())) {
			return DatasetUtils.cast(DoubleDataset.class, cxi.read("/speckle_tracking/" + name)).getData().clone();
		}
	}

	private FocusView shown(Path file) {
		open(file);
		FocusView view = show(VIEW);
		waitUntil("the focus is shown", view::showsContent);
		ImageViewer viewer = widget("focus.caustic.ss");
		waitUntil("the caustic is painted", () -> viewer.rendered() > 0);
		return view;
	}

	private static int nearest(double[] planes, double place) {
		return IntStream.range(0, planes.length).boxed()
				.min((a, b) -> Double.compare(Math.abs(planes[a] - place), Math.abs(planes[b] - place))).orElseThrow();
	}

	/** A place on the line of a plane, above the light. */
	private static Point onLine(ImageViewer viewer, int plane) {
		return new Point((int) Math.round(viewer.transform().x(plane)),
				(int) Math.round(viewer.transform().y(0.1 * viewer.picture().orElseThrow().rows())));
	}

	private static boolean isOrange(RGB colour) {
		return colour.red > 180 && colour.green > 110 && colour.green < 190 && colour.blue < 80;
	}

	@Test
	void theProfilesFollowThePlaneThatIsDragged() throws IOException {
		Path file = tiny();
		double[] planes = read(file, "focus_planes");
		double[] light = read(file, "profile_ss");
		double[] fwhm = read(file, "fwhm_ss");
		int samples = light.length / planes.length;
		FocusView view = shown(file);
		int start = nearest(planes, read(file, "best_focus")[0]);
		assertEquals(start, view.plane(), "the best focus at first");
		ImageViewer viewer = widget("focus.caustic.ss");
		Canvas canvas = viewer.canvas();
		int wanted = planes.length / 4;
		Point from = onLine(viewer, start);
		Point to = onLine(viewer, wanted);
		waitUntil("the line is where the plane is", () -> isOrange(pixel(canvas, from.x, from.y)));
		assertFalse(isOrange(pixel(canvas, to.x, to.y)));
		dragMouse(canvas, 1, from, new Point((from.x + to.x) / 2, from.y), to);
		int plane = view.plane();
		assertEquals(wanted, plane, 2, "the plane under the mouse");
		waitUntil("the line is where it was dragged to", () -> isOrange(pixel(canvas, to.x, to.y)));
		waitUntil("the line is no longer where it was", () -> !isOrange(pixel(canvas, from.x, from.y)));
		Plot plot = widget("focus.profile.ss");
		XYDataset profile = plot.chart().orElseThrow().getXYPlot().getDataset();
		double largest = 0;
		for (double v : light)
			largest = Math.max(largest, v);
		assertEquals(samples, profile.getItemCount(0));
		for (int x = 0; x < samples; x += 7)
			assertEquals(light[plane * samples + x] / largest, profile.getYValue(0, x), 1e-6);
		String width = SiPrefix.text(fwhm[plane], "m");
		assertEquals("FWHM " + width, profile.getSeriesKey(1));
		// half of the highest value is drawn, as wide as it is
		assertEquals(profile.getYValue(1, 0), profile.getYValue(1, 1), 0);
		double drawn = profile.getXValue(1, 1) - profile.getXValue(1, 0);
		double unit = plot.chart().orElseThrow().getXYPlot().getDomainAxis().getLabel().contains("nm") ? 1e-9 : 1e-6;
		assertEquals(fwhm[plane], drawn * unit, 0.05 * fwhm[plane]);
		assertTrue(((Label) widget("focus.plane")).getText().contains("ss " + width), "the width is written");
		// the fast scan axis alone, in case there is no room for both
		click(widget("focus.ss"));
		ImageViewer other = widget("focus.caustic.fs");
		waitUntil("the other axis has the same plane", () -> {
			Point there = onLine(other, plane);
			return other.canvas().getBounds().contains(there) && isOrange(pixel(other.canvas(), there.x, there.y));
		});
	}

	@Test
	void keysAndButtonsMoveThePlane() throws IOException {
		Path file = tiny();
		double[] planes = read(file, "focus_planes");
		FocusView view = shown(file);
		Canvas canvas = ((ImageViewer) widget("focus.caustic.ss")).canvas();
		key(canvas, SWT.HOME, '\0');
		assertEquals(0, view.plane());
		key(canvas, SWT.ARROW_LEFT, '\0');
		assertEquals(0, view.plane());
		key(canvas, SWT.ARROW_RIGHT, '\0');
		key(canvas, SWT.PAGE_UP, '\0');
		assertEquals(11, view.plane());
		key(canvas, SWT.END, '\0');
		assertEquals(planes.length - 1, view.plane());
		click(widget("focus.best.ss"));
		assertEquals(nearest(planes, read(file, "best_focus_ss")[0]), view.plane());
		click(widget("focus.best.fs"));
		assertEquals(nearest(planes, read(file, "best_focus_fs")[0]), view.plane());
		double difference = read(file, "best_focus_ss")[0] - read(file, "best_focus_fs")[0];
		String summary = ((Label) widget("focus.summary")).getText();
		assertTrue(summary.contains("astigmatic difference ss \u2212 fs " + SiPrefix.text(difference, "m").replace('-', '\u2212')), summary);
	}

	@Test
	void theWidthsAndTheFocalPlaneAreOnTheirPages() throws IOException {
		Path file = tiny();
		FocusView view = shown(file);
		click(widget("focus.page.widths"));
		Plot plot = widget("focus.widths");
		double[] planes = read(file, "focus_planes");
		double[] fwhm = read(file, "fwhm_fs");
		XYDataset widths = plot.chart().orElseThrow().getXYPlot().getDataset();
		assertEquals(fwhm[100] / fwhm[90], widths.getYValue(1, 100) / widths.getYValue(1, 90), 1e-9);
		// the plane is a line here too
		double place = widths.getXValue(1, 40);
		double now = widths.getXValue(1, view.plane());
		Point from = plot.toScreen(now, 0.5 * widths.getYValue(1, 90));
		Point to = plot.toScreen(place, 0.5 * widths.getYValue(1, 90));
		dragMouse(plot.canvas(), 1, from, new Point((from.x + to.x) / 2, from.y), new Point(to.x, from.y));
		assertEquals(nearest(planes, planes[40]), view.plane(), 2);
		click(widget("focus.page.image"));
		ImageViewer image = widget("focus.image");
		waitUntil("the focal plane is painted", () -> image.rendered() > 0);
		assertEquals(256, image.picture().orElseThrow().columns());
	}

	@Test
	void logarithmicIsForImagesAndProfiles() throws IOException {
		shown(tiny());
		click(widget("focus.ss"));
		Button logarithmic = widget("focus.log");
		click(logarithmic);
		Plot plot = widget("focus.profile.fs");
		assertTrue(plot.chart().orElseThrow().getXYPlot().getRangeAxis() instanceof org.jfree.chart.axis.LogAxis);
		ImageViewer viewer = widget("focus.caustic.fs");
		assertTrue(viewer.style().logarithmic());
	}

	@Test
	void aScanWithoutAFocusSaysWhatToDo() throws IOException {
		open(tinyRaw());
		FocusView view = show(VIEW);
		waitUntil("there is a message", () -> view.message().contains("Run focus_profile"));
	}
}
