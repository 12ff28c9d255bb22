// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Label;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.errors.ErrorsView;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.session.OpenScan;

class ErrorsViewTest extends UiTest {
	private OpenScan shown() throws IOException {
		OpenScan scan = open(tiny());
		ErrorsView view = show(ErrorsView.ID);
		waitUntil("the errors are shown", view::showsContent);
		return scan;
	}

	private static Plot drawn(String id) {
		Plot plot = widget(id);
		waitUntil(id + " is drawn", plot::isDrawn);
		return plot;
	}

	@Test
	void theErrorOfEachFrameIsWhereTheFileSays() throws IOException {
		shown();
		Plot plot = drawn("errors.frames.plot");
		XYDataset data = plot.chart().orElseThrow().getXYPlot().getDataset();
		assertTrue(data.getItemCount(0) >= 20, "frames: " + data.getItemCount(0));
		for (int k : new int[] { 3, 9, data.getItemCount(0) - 2 })
			new PlotProbe(plot).waitFor(SeriesColour.BLUE, data.getXValue(0, k), data.getYValue(0, k));
		assertEquals("frame", plot.chart().orElseThrow().getXYPlot().getDomainAxis().getLabel());
	}

	@Test
	void theCursorIsTheCurrentFrameOfAllViews() throws IOException {
		OpenScan scan = shown();
		Plot plot = drawn("errors.frames.plot");
		scan.selection().setFrame(4);
		new PlotProbe(plot).waitFor(SeriesColour.ORANGE, 4, 0.03);
		dragMouse(plot.canvas(), 1, plot.toScreen(4, 0.03), plot.toScreen(9, 0.03), plot.toScreen(16.3, 0.03));
		assertEquals(16, scan.selection().frame());
		new PlotProbe(plot).waitFor(SeriesColour.ORANGE, 16, 0.03);
		key(plot.canvas(), SWT.ARROW_RIGHT, '\0');
		assertEquals(17, scan.selection().frame());
	}

	@Test
	void aClickChoosesAFrame() throws IOException {
		OpenScan scan = shown();
		Plot plot = drawn("errors.frames.plot");
		Point place = plot.toScreen(7.2, 0.02);
		press(plot.canvas(), place.x, place.y);
		assertEquals(7, scan.selection().frame());
	}

	@Test
	void theOtherPagesShowPixelsReferenceLightAndIterations() throws IOException {
		shown();
		click(widget("errors.pixels"));
		ImageViewer pixels = widget("errors.pixels.image");
		waitUntil("the errors of the pixels are painted", () -> pixels.rendered() > 0);
		Picture picture = pixels.picture().orElseThrow();
		assertTrue(picture.rows() <= 96 && picture.columns() <= 128, picture.rows() + " x " + picture.columns());
		assertEquals("error (part of the variance)", picture.quantity());
		click(widget("errors.reference"));
		ImageViewer reference = widget("errors.reference.image");
		waitUntil("the errors on the reference image are painted", () -> reference.rendered() > 0);
		assertEquals("m", reference.picture().orElseThrow().ss().unit());
		click(widget("errors.light"));
		assertEquals("flux correction (%)",
				drawn("errors.light.plot").chart().orElseThrow().getXYPlot().getRangeAxis().getLabel());
		click(widget("errors.iterations"));
		Plot iterations = drawn("errors.iterations.plot");
		XYDataset data = iterations.chart().orElseThrow().getXYPlot().getDataset();
		new PlotProbe(iterations).waitFor(SeriesColour.BLUE, data.getXValue(0, 1), data.getYValue(0, 1));
		Label summary = widget("errors.summary");
		assertTrue(summary.getText().startsWith("Total error 0."), summary.getText());
	}

	@Test
	void withoutErrorsItSaysWhatToDo() throws IOException {
		open(tinyRaw());
		ErrorsView view = show(ErrorsView.ID);
		waitUntil("the message is shown", () -> view.message().contains("calc_error"));
	}
}
