// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.IntervalXYDataset;
import org.junit.jupiter.api.Test;
import org.pxst.processing.charts.ZernikeChart.Bar;
import org.pxst.processing.charts.ZernikeChart.Look;

class ZernikeChartTest {
	private static final List<Bar> BARS = List.of(new Bar(8, "horizontal coma", 2), new Bar(4, "defocus", -1),
			new Bar(5, "oblique astigmatism", Double.NaN), new Bar(6, "vertical astigmatism", 0.5, Look.LEFT_OUT),
			new Bar(7, "vertical coma", 1, Look.SELECTED));

	@Test
	void barsStandInTheOrderGiven() {
		XYPlot plot = new ZernikeChart(BARS, "waves", false).chart("").getXYPlot();
		assertArrayEquals(new String[] { "8", "4", "5", "6", "7" }, ((SymbolAxis) plot.getDomainAxis()).getSymbols());
		assertEquals("coefficient (waves)", plot.getRangeAxis().getLabel());
		assertTrue(plot.getRangeAxis().getRange().contains(0));
		IntervalXYDataset data = (IntervalXYDataset) plot.getDataset();
		int bars = 0;
		for (int s = 0; s < data.getSeriesCount(); s++)
			for (int k = 0; k < data.getItemCount(s); k++) {
				bars++;
				Bar bar = BARS.get((int) data.getXValue(s, k));
				assertEquals(bar.value(), data.getYValue(s, k));
				SeriesColour colour = switch (bar.look()) {
				case SELECTED -> SeriesColour.ORANGE;
				case LEFT_OUT -> SeriesColour.GREY;
				case SIGN -> bar.value() < 0 ? SeriesColour.VERMILION : SeriesColour.BLUE;
				};
				assertEquals(colour.print(), plot.getRenderer().getSeriesPaint(s));
			}
		// the one without a value has none
		assertEquals(4, bars);
	}

	@Test
	void namesAreWrittenUpright() {
		SymbolAxis axis = (SymbolAxis) new ZernikeChart(BARS, "rad", true).chart("").getXYPlot().getDomainAxis();
		assertTrue(axis.isVerticalTickLabels());
		assertEquals("horizontal coma  8", axis.getSymbols()[0]);
	}

	@Test
	void barsAreDrawnFromZero() {
		List<Bar> two = IntStream.of(1, 2).mapToObj(j -> new Bar(j, "term", j == 1 ? 1 : -1)).toList();
		BufferedImage image = new ZernikeChart(two, "rad", false).draw("", new PictureSize(400, 300, 1));
		int[] above = count(image, 0, 140, SeriesColour.BLUE.print().getRGB());
		int[] below = count(image, 140, 300, SeriesColour.VERMILION.print().getRGB());
		assertTrue(above[0] > 5000, "positive bar: " + above[0]);
		assertTrue(below[0] > 5000, "negative bar: " + below[0]);
		assertTrue(above[1] < below[1], "the second bar stands to the right");
		assertEquals(0, count(image, 0, 300, SeriesColour.GREEN.print().getRGB())[0]);
	}

	/** Number of pixels of a colour, and the mean of their columns. */
	private static int[] count(BufferedImage image, int top, int bottom, int rgb) {
		int count = 0;
		long sum = 0;
		for (int y = top; y < bottom; y++)
			for (int x = 0; x < image.getWidth(); x++)
				if (image.getRGB(x, y) == rgb) {
					count++;
					sum += x;
				}
		return new int[] { count, count == 0 ? -1 : (int) (sum / count) };
	}

	@Test
	void noBarsAreNoProblem() {
		assertEquals(400, new ZernikeChart(List.of(), "rad", true).draw("", new PictureSize(400, 300, 1)).getWidth());
		assertEquals(400, new ZernikeChart(List.of(new Bar(1, "piston", 0)), "rad", true).draw("", new PictureSize(400, 300, 1))
				.getWidth());
	}
}
