// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.concurrent.atomic.AtomicInteger;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.pxst.processing.charts.CurveChart;
import org.pxst.processing.charts.SeriesColour;

class DrawingTest {
	private static final PlotTheme DARK = new PlotTheme(new Color(40, 40, 40), new Color(220, 220, 220));
	private static final PlotTheme LIGHT = new PlotTheme(new Color(250, 250, 250), new Color(20, 20, 20));

	private static JFreeChart level() {
		CurveChart chart = new CurveChart();
		chart.addLine("level", new double[] { 0, 1, 2, 3 }, new double[] { 5, 5, 5, 5 });
		return chart.numbers("", "x (mm)", "y (1)", true);
	}

	private static JFreeChart copy(JFreeChart chart, PlotTheme theme) {
		JFreeChart copy = new ChartCopy(new FrozenCache()).of(chart);
		theme.apply(copy);
		return copy;
	}

	private static int rgb(Drawing drawing, double x, double y) {
		return drawing.pixels().getPixel((int) x, (int) y) & 0xffffff;
	}

	@Test
	void theLineIsWhereTheTransformSaysInTheColourOfTheTheme() {
		for (PlotTheme theme : new PlotTheme[] { LIGHT, DARK }) {
			Drawing drawing = Drawing.of(copy(level(), theme), false, 500, 350, 1);
			PlotTransform transform = drawing.transform().orElseThrow();
			Color line = SeriesColour.BLUE.screen(theme.dark());
			assertEquals(line.getRGB() & 0xffffff, rgb(drawing, transform.screenX(1.53), transform.screenY(5)));
			assertEquals(theme.background().getRGB() & 0xffffff, rgb(drawing, 2, 2), "background");
		}
	}

	@Test
	void thereAndBackAgain() {
		PlotTransform transform = Drawing.of(copy(level(), LIGHT), false, 500, 350, 1).transform().orElseThrow();
		assertEquals(1.25, transform.toData(transform.screenX(1.25), 0).getX(), 1e-9);
		assertEquals(3.5, transform.toData(0, transform.screenY(3.5)).getY(), 1e-9);
		assertTrue(transform.screenY(1) > transform.screenY(2), "up is up");
	}

	@Test
	void aPlaneHasTheSameScaleOnBothAxes() {
		CurveChart chart = new CurveChart();
		chart.addDots("positions", new double[] { 0, 10 }, new double[] { 0, 4 });
		PlotTransform transform = Drawing.of(copy(chart.plane("", "fs", "ss"), LIGHT), true, 700, 300, 1).transform().orElseThrow();
		double across = transform.screenX(1) - transform.screenX(0);
		double down = transform.screenY(1) - transform.screenY(0);
		assertEquals(across, down, 1e-6);
		assertTrue(transform.area().contains(transform.screenX(10), transform.screenY(4)), "all is seen");
	}

	@Test
	void aCopyIsNoLongerConnectedWithTheChart() {
		JFreeChart chart = level();
		ValueMarker marker = new ValueMarker(1, Color.BLACK, new BasicStroke(1));
		chart.getXYPlot().addDomainMarker(marker);
		AtomicInteger changes = new AtomicInteger();
		chart.addChangeListener(event -> changes.incrementAndGet());
		JFreeChart copy = copy(chart, DARK);
		Drawing.of(copy, false, 300, 200, 1);
		copy.getXYPlot().getDomainAxis().setRange(0, 99);
		assertEquals(0, changes.get(), "events of the original");
		assertEquals(Color.BLACK, marker.getPaint());
		assertEquals(SeriesColour.BLUE.print(), chart.getXYPlot().getRenderer().getSeriesPaint(0));
		assertNotEquals(99, chart.getXYPlot().getDomainAxis().getUpperBound());
	}

	@Test
	void coloursOfTheChartsOwnStay() {
		JFreeChart chart = level();
		Color own = new Color(1, 2, 3);
		chart.getXYPlot().getRenderer().setSeriesPaint(0, own);
		assertEquals(own, copy(chart, DARK).getXYPlot().getRenderer().getSeriesPaint(0));
	}

	@Test
	void zoomKeepsThePlaceUnderThePointer() {
		JFreeChart chart = level();
		Zoom zoom = new Zoom(chart);
		PlotTransform before = Drawing.of(copy(chart, LIGHT), false, 500, 350, 1).transform().orElseThrow();
		zoom.zoom(before.screenX(1), before.screenY(5), 0.5, before.area());
		Range x = chart.getXYPlot().getDomainAxis().getRange();
		assertEquals(1.65, x.getLength(), 0.02, "half of 3 and its margins");
		double part = (before.screenX(1) - before.area().getMinX()) / before.area().getWidth();
		assertEquals(1, x.getLowerBound() + part * x.getLength(), 1e-9);
		assertTrue(zoom.isChanged());
		Zoom next = new Zoom(level());
		assertFalse(next.isChanged());
		zoom.reset();
		assertEquals(3.3, chart.getXYPlot().getDomainAxis().getRange().getLength(), 0.02);
	}

	@Test
	void overAnAxisThatAxisAloneIsZoomed() {
		JFreeChart chart = level();
		PlotTransform transform = Drawing.of(copy(chart, LIGHT), false, 500, 350, 1).transform().orElseThrow();
		Range y = chart.getXYPlot().getRangeAxis().getRange();
		new Zoom(chart).zoom(transform.screenX(1), transform.area().getMaxY() + 10, 0.5, transform.area());
		assertEquals(y, chart.getXYPlot().getRangeAxis().getRange());
		assertEquals(1.65, chart.getXYPlot().getDomainAxis().getRange().getLength(), 0.02);
	}

	@Test
	void theUsersZoomStaysForAChartWithTheSameAxesOnly() {
		JFreeChart chart = level();
		Zoom zoom = new Zoom(chart);
		PlotTransform transform = Drawing.of(copy(chart, LIGHT), false, 500, 350, 1).transform().orElseThrow();
		zoom.pan(50, 0, transform.area());
		Range moved = chart.getXYPlot().getDomainAxis().getRange();
		JFreeChart same = level();
		new Zoom(same).takeOver(zoom);
		assertEquals(moved, same.getXYPlot().getDomainAxis().getRange());
		JFreeChart other = level();
		other.getXYPlot().getDomainAxis().setLabel("other");
		Range before = other.getXYPlot().getDomainAxis().getRange();
		new Zoom(other).takeOver(zoom);
		assertEquals(before, other.getXYPlot().getDomainAxis().getRange());
	}

	@Test
	void nothingToSeeIsNoError() {
		CurveChart chart = new CurveChart();
		chart.addLine("nothing", new double[] { 1, 2 }, new double[] { Double.NaN, Double.NaN });
		Drawing drawing = Drawing.of(copy(chart.numbers("", "x", "y", false), LIGHT), false, 60, 30, 1);
		assertEquals(60, drawing.pixels().width);
		assertTrue(NearestPoint.of(drawing, 30, 15).isEmpty());
	}

	@Test
	void theNearestPointIsNamedWithItsCoordinates() {
		Drawing drawing = Drawing.of(copy(level(), LIGHT), false, 500, 350, 1);
		PlotTransform transform = drawing.transform().orElseThrow();
		NearestPoint nearest = NearestPoint.of(drawing, transform.screenX(2) + 4, transform.screenY(5) - 3).orElseThrow();
		assertEquals("level\nx (mm): 2\ny (1): 5", nearest.text());
		assertTrue(NearestPoint.of(drawing, transform.screenX(2), transform.screenY(3)).isEmpty());
	}
}
