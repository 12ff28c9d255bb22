// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Label;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.sweep.SweepView;
import org.pxst.ui.plot.Plot;

class SweepViewTest extends UiTest {
	private Plot shown() throws IOException {
		open(tiny());
		SweepView view = show(SweepView.ID);
		waitUntil("the sweep is shown", view::showsContent);
		Plot plot = widget("sweep.plot");
		waitUntil("the scores are drawn", plot::isDrawn);
		return plot;
	}

	private static double best(Plot plot) {
		return ((ValueMarker) plot.chart().orElseThrow().getXYPlot().getDomainMarkers(Layer.FOREGROUND).iterator().next()).getValue();
	}

	@Test
	void theCursorStartsAtTheBestDefocusWithItsImage() throws IOException {
		Plot plot = shown();
		double best = best(plot);
		XYDataset score = plot.chart().orElseThrow().getXYPlot().getDataset(0);
		double highest = 0;
		double at = Double.NaN;
		for (int k = 0; k < score.getItemCount(0); k++)
			if (score.getYValue(0, k) > highest) {
				highest = score.getYValue(0, k);
				at = score.getXValue(0, k);
			}
		assertEquals(at, best, 1e-9);
		new PlotProbe(plot).waitFor(SeriesColour.ORANGE, best, highest / 2);
		ImageViewer image = widget("sweep.image");
		waitUntil("the image is painted", () -> image.rendered() > 0);
		assertEquals("m", image.picture().orElseThrow().ss().unit());
	}

	@Test
	void draggingTheCursorShowsTheImageOfAnotherDefocus() throws IOException {
		Plot plot = shown();
		ImageViewer image = widget("sweep.image");
		waitUntil("the image is painted", () -> image.rendered() > 0);
		Picture before = image.picture().orElseThrow();
		double best = best(plot);
		Point from = plot.toScreen(best, 0.1);
		Point to = plot.toScreen(best * 1.6, 0.1);
		dragMouse(plot.canvas(), 1, from, new Point((from.x + to.x) / 2, from.y), to);
		waitUntil("another image is painted", () -> image.picture().orElseThrow() != before);
		Picture after = image.picture().orElseThrow();
		assertEquals(1.6, after.ss().step() / before.ss().step(), 0.06, "reference pixels grow with the defocus");
		Label summary = widget("sweep.summary");
		String[] lines = summary.getText().split("\n");
		assertTrue(lines[0].startsWith("Best defocus (dashed): "), lines[0]);
		assertTrue(lines[1].startsWith("Shown: "), lines[1]);
		assertNotEquals(lines[0].replaceAll(".*: ", ""), lines[1].replaceAll(".*: ", ""));
	}

	@Test
	void withoutASweepItSaysWhatToDo() throws IOException {
		open(tinyRaw());
		SweepView view = show(SweepView.ID);
		waitUntil("the message is shown", () -> view.message().contains("defocus_sweep"));
	}
}
