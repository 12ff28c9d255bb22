// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

class ChartsTest {
	private static final double NAN = Double.NaN;

	@Test
	void framesThatWereLeftOutAreToldApart() {
		JFreeChart chart = FrameErrors.of(new double[] { 0.1, 0.2, NAN, 0.9 }, "error", new double[] { 0, 1 }).chart("",
				true);
		XYDataset data = chart.getXYPlot().getDataset();
		assertEquals(List.of("good frames", "left out", "left out, no value"),
				List.of(data.getSeriesKey(0), data.getSeriesKey(1), data.getSeriesKey(2)));
		assertEquals(2, data.getItemCount(0));
		assertEquals(3, data.getXValue(1, 0));
		assertEquals(0.9, data.getYValue(1, 0));
		assertEquals(2, data.getXValue(2, 0));
		assertEquals(0, data.getYValue(2, 0));
	}

	@Test
	void withoutAListAllFramesAreGood() {
		FrameErrors errors = FrameErrors.of(new double[] { 1, 2 }, "error", new double[0]);
		assertTrue(errors.good()[0] && errors.good()[1]);
		assertFalse(FrameErrors.of(new double[] { 1, 2 }, "error", new double[] { 7, -1, 1 }).good()[0]);
	}

	@Test
	void aSweepMarksItsBestDefocusOnALogarithmicAxis() {
		double[] z = { 1e-4, 1e-3, 1e-2 };
		DefocusScores scores = new DefocusScores(z, z.clone(), new double[] { NAN, 3, 2 }, new double[] { NAN, 0.1, 0.2 });
		assertFalse(scores.isSeparate());
		assertEquals(1, scores.best());
		assertEquals("mm", scores.symbol());
		XYPlot plot = scores.chart("").getXYPlot();
		assertInstanceOf(LogAxis.class, plot.getDomainAxis());
		assertEquals("defocus, focus to sample (mm)", plot.getDomainAxis().getLabel());
		assertEquals(2, plot.getRangeAxisCount());
		ValueMarker marker = (ValueMarker) plot.getDomainMarkers(Layer.FOREGROUND).iterator().next();
		assertEquals(1, marker.getValue(), 1e-12);
	}

	@Test
	void separateAxesHaveACurveEach() {
		double[] ss = { 1e-4, 1e-4, 2e-4, 2e-4 };
		double[] fs = { 3e-4, 4e-4, 3e-4, 4e-4 };
		DefocusScores scores = new DefocusScores(ss, fs, new double[] { 1, 2, 5, NAN }, new double[4]);
		assertTrue(scores.isSeparate());
		assertEquals(2, scores.best());
		assertEquals("\u00b5m", scores.symbol());
		assertEquals(3, scores.nearest(2.1e-4, 3.9e-4));
		XYDataset data = scores.chart("").getXYPlot().getDataset();
		assertEquals("score, ss", data.getSeriesKey(0));
		assertEquals(2, data.getYValue(0, 0));
		assertEquals(5, data.getYValue(0, 1));
		assertEquals(5, data.getYValue(1, 0));
		assertEquals(2, data.getYValue(1, 1));
		assertEquals(400, data.getXValue(1, 1), 1e-9);
	}

	@Test
	void aSweepThatCouldNotBeJudgedHasNoMark() {
		double[] z = { 1e-3, 2e-3 };
		DefocusScores scores = new DefocusScores(z, z.clone(), new double[] { NAN, NAN }, new double[] { NAN, NAN });
		assertEquals(-1, scores.best());
		assertTrue(scores.chart("").getXYPlot().getDomainMarkers(Layer.FOREGROUND) == null);
		assertThrows(IllegalArgumentException.class, () -> new DefocusScores(z, z, new double[1], new double[2]));
	}

	@Test
	void aHistogramHasBarsAsWideAsItsBins() {
		XYPlot plot = new SplitHalfHistogram("fs", new double[] { -1e-8, 0, 1e-8 }, new double[] { 1, 5, 2 }, new double[] { 1, 4, 1 })
				.chart("").getXYPlot();
		assertEquals("difference of the ray angles, fs (nrad)", plot.getDomainAxis().getLabel());
		assertEquals(new Range(-15, 15).getLength(), plot.getDataRange(plot.getDomainAxis()).getLength(), 1e-9);
		assertEquals("normal distribution", plot.getDataset(1).getSeriesKey(0));
	}

	@Test
	void logarithmicAxesHaveRoundNumbers() {
		assertEquals(List.of(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0),
				DecadeAxis.values(new Range(0.1, 12)).stream().map(v -> Math.rint(v * 1e6) / 1e6).toList());
		assertEquals(List.of(0.7, 0.75, 0.8, 0.85, 0.9),
				DecadeAxis.values(new Range(0.699, 0.901)).stream().map(v -> Math.rint(v * 1e6) / 1e6).toList());
		assertEquals(6, DecadeAxis.values(new Range(1, 1.1e5)).size(), "powers of ten only");
	}

	@Test
	void aPlaneHasItsSlowScanAxisDown() {
		CurveChart chart = new CurveChart();
		chart.addDots("positions", new double[] { 0, 1 }, new double[] { 0, 2 });
		JFreeChart plane = chart.plane("", "fs", "ss");
		assertInstanceOf(PlanePlot.class, plane.getPlot());
		assertTrue(plane.getXYPlot().getRangeAxis().isInverted());
	}
}
