// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.jfree.chart.JFreeChart;
import org.jfree.data.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pxst.processing.charts.CurveChart;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.plot.PlotCursor;
import org.pxst.ui.plot.RegionTool;

class PlotTest extends UiTest {
	private static final Color LIGHT = new Color(250, 250, 250);
	private static final Color DARK = new Color(30, 30, 30);

	private Shell shell;
	private Plot plot;
	private Canvas canvas;

	@BeforeEach
	void open() {
		shell = new Shell(Display.getCurrent(), SWT.NO_TRIM | SWT.ON_TOP);
		shell.setLayout(new FillLayout());
		shell.setBounds(0, 0, 600, 400);
		plot = new Plot(shell);
		plot.setBackground(LIGHT);
		plot.setForeground(DARK);
		canvas = plot.canvas();
		shell.open();
		plot.show(level(5));
		drawn();
	}

	@AfterEach
	void close() {
		shell.dispose();
	}

	private void drawn() {
		waitUntil("the chart is drawn", plot::isDrawn);
		waitUntil("the chart is painted", () -> pixel(canvas, 1, 1).equals(plot.getBackground().getRGB()));
	}

	private static JFreeChart level(double height) {
		CurveChart chart = new CurveChart();
		chart.addLine("level", new double[] { 0, 10, 20 }, new double[] { height, height, height });
		return chart.numbers("", "x (mm)", "y (1)", true);
	}

	private PlotProbe probe() {
		return new PlotProbe(plot);
	}

	private Range domain() {
		return plot.chart().orElseThrow().getXYPlot().getDomainAxis().getRange();
	}

	@Test
	void theLineIsOnTheScreenWhereTheDataSay() {
		probe().waitFor(SeriesColour.BLUE, 13, 5);
		probe().waitForBackground(13, 2.7);
		plot.show(level(3));
		drawn();
		probe().waitFor(SeriesColour.BLUE, 13, 3);
	}

	@Test
	void theColoursAreThoseOfTheTheme() {
		plot.setBackground(DARK);
		plot.setForeground(LIGHT);
		drawn();
		probe().waitFor(SeriesColour.BLUE, 13, 5);
		probe().waitForBackground(13, 2.7);
	}

	@Test
	void aCursorIsDraggedAndSnaps() {
		List<Double> values = new ArrayList<>();
		PlotCursor cursor = plot.addCursor(PlotCursor.Orientation.VERTICAL, "frame");
		cursor.setSnap(2);
		cursor.addListener(values::add);
		cursor.set(4);
		assertTrue(values.isEmpty(), "no event of the program's own");
		probe().waitFor(SeriesColour.ORANGE, 4, 2.6);
		Range before = domain();
		dragMouse(canvas, 1, plot.toScreen(4, 1), plot.toScreen(9, 1), plot.toScreen(12.7, 2));
		assertEquals(12, cursor.value());
		assertEquals(12, values.get(values.size() - 1));
		assertEquals(before, domain(), "the chart stays");
		probe().waitFor(SeriesColour.ORANGE, 12, 2.6);
		probe().waitForBackground(4, 2.6);
	}

	@Test
	void arrowsMoveTheCursorWithinItsLimits() {
		PlotCursor cursor = plot.addCursor(PlotCursor.Orientation.VERTICAL, "frame");
		cursor.setSnap(1);
		cursor.setLimits(0, 6);
		cursor.set(5);
		key(canvas, SWT.ARROW_RIGHT, '\0');
		assertEquals(6, cursor.value());
		key(canvas, SWT.ARROW_RIGHT, '\0');
		assertEquals(6, cursor.value());
		key(canvas, SWT.ARROW_LEFT, '\0');
		key(canvas, SWT.ARROW_LEFT, '\0');
		assertEquals(4, cursor.value());
	}

	@Test
	void withoutACursorDraggingMovesTheChartAndADoubleClickResetsIt() {
		Range before = domain();
		Point from = plot.toScreen(10, 2);
		double expected = plot.toData(from.x, from.y).getX() - plot.toData(from.x - 50, from.y).getX();
		dragMouse(canvas, 1, from, new Point(from.x + 10, from.y), new Point(from.x + 50, from.y));
		assertEquals(before.getLowerBound() - expected, domain().getLowerBound(), 1e-6);
		assertTrue(plot.isZoomed());
		mouse(canvas, SWT.MouseDoubleClick, 1, from, 0);
		assertEquals(before, domain());
	}

	@Test
	void theWheelZoomsAndTheZoomStaysForANewChartOfTheSameAxes() {
		Range before = domain();
		wheel(canvas, plot.toScreen(10, 2), 1, 0);
		Range zoomed = domain();
		assertTrue(zoomed.getLength() < 0.9 * before.getLength());
		plot.show(level(4));
		assertEquals(zoomed, domain());
		drawn();
		probe().waitFor(SeriesColour.BLUE, 10.5, 4);
		key(canvas, 'f', 'f');
		assertEquals(before, domain());
	}

	@Test
	void aClickTellsWhereItWas() {
		List<double[]> clicks = new ArrayList<>();
		plot.addClickListener((x, y, stateMask, count) -> clicks.add(new double[] { x, y, count }));
		Point place = plot.toScreen(15, 4);
		press(canvas, place.x, place.y);
		assertEquals(1, clicks.size());
		assertEquals(15, clicks.get(0)[0], 0.05);
		assertEquals(4, clicks.get(0)[1], 0.05);
		assertFalse(plot.isZoomed());
	}

	@Test
	void aRegionIsSelectedInUnitsOfTheAxes() {
		List<Path2D> regions = new ArrayList<>();
		plot.setRegionTool(RegionTool.RECTANGLE, regions::add);
		Range before = domain();
		dragMouse(canvas, 1, plot.toScreen(5, 1), plot.toScreen(8, 2), plot.toScreen(15, 4));
		assertEquals(before, domain(), "the chart stays");
		assertEquals(1, regions.size());
		assertEquals(5, regions.get(0).getBounds2D().getMinX(), 0.05);
		assertEquals(15, regions.get(0).getBounds2D().getMaxX(), 0.05);
		assertEquals(4, regions.get(0).getBounds2D().getMaxY(), 0.05);
		plot.setRegionTool(RegionTool.LASSO, regions::add);
		dragMouse(canvas, 1, plot.toScreen(2, 1), plot.toScreen(12, 1), plot.toScreen(2, 4));
		assertTrue(regions.get(1).contains(3, 2));
		assertFalse(regions.get(1).contains(11, 3.5), "beyond the slanted side");
	}

	@Test
	void theMouseShowsTheNearestPoint() {
		Point place = plot.toScreen(10, 5);
		mouse(canvas, SWT.MouseMove, 0, new Point(place.x + 3, place.y + 2), 0);
		assertEquals("level\nx (mm): 10\ny (1): 5", canvas.getToolTipText());
		mouse(canvas, SWT.MouseMove, 0, plot.toScreen(10, 2), 0);
		assertNotEquals("level\nx (mm): 10\ny (1): 5", canvas.getToolTipText());
	}

	@Test
	void nothingIsShownAfterClear() {
		plot.clear();
		drawn();
		assertTrue(plot.chart().isEmpty());
		assertEquals(LIGHT.getRGB(), pixel(canvas, 300, 50));
		press(canvas, 300, 50);
		key(canvas, SWT.ARROW_LEFT, '\0');
	}
}
