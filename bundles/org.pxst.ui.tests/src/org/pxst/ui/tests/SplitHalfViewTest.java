// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.eclipse.swt.widgets.Label;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.splithalf.SplitHalfView;
import org.pxst.ui.plot.Plot;

class SplitHalfViewTest extends UiTest {
	private void shown() throws IOException {
		open(tiny());
		SplitHalfView view = show(SplitHalfView.ID);
		waitUntil("the halves are shown", view::showsContent);
	}

	@Test
	void theHistogramsAreOnTheScreen() throws IOException {
		shown();
		for (String axis : new String[] { "ss", "fs" }) {
			Plot plot = widget("splitHalf.histogram." + axis);
			waitUntil("the histogram is drawn", plot::isDrawn);
			XYDataset bars = plot.chart().orElseThrow().getXYPlot().getDataset(0);
			int highest = 0;
			for (int k = 1; k < bars.getItemCount(0); k++)
				if (bars.getYValue(0, k) > bars.getYValue(0, highest))
					highest = k;
			new PlotProbe(plot).waitFor(SeriesColour.BLUE, bars.getXValue(0, highest), bars.getYValue(0, highest) / 2);
			assertEquals("difference of the ray angles, " + axis + " (nrad)",
					plot.chart().orElseThrow().getXYPlot().getDomainAxis().getLabel());
		}
	}

	@Test
	void theNoiseIsWrittenOut() throws IOException {
		shown();
		Label summary = widget("splitHalf.summary");
		assertTrue(summary.getText().matches("(?s).*ss [\\d.]+ nrad \\([\\d.]+ reference pixels\\), fs [\\d.]+ nrad.*"),
				summary.getText());
	}

	@Test
	void theMapsAreImages() throws IOException {
		shown();
		for (String axis : new String[] { "ss", "fs" }) {
			click(widget("splitHalf." + axis));
			ImageViewer map = widget("splitHalf.map." + axis);
			waitUntil("the map is painted", () -> map.rendered() > 0);
			assertEquals("Difference of the halves along " + axis, map.picture().orElseThrow().title());
		}
	}

	@Test
	void withoutHalvesItSaysWhatToDo() throws IOException {
		open(tinyRaw());
		SplitHalfView view = show(SplitHalfView.ID);
		waitUntil("the message is shown", () -> view.message().contains("split_half_recon"));
	}
}
