// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.pxst.processing.Iteration;
import org.pxst.processing.charts.ChartStyle;
import org.pxst.processing.charts.CurveChart;

/** The chart of the error over the iterations. */
final class ErrorCurve {
	private static final String QUANTITY = "error";
	/** Errors that are further apart are easier to see on a logarithmic scale. */
	private static final double WIDE = 10;

	private ErrorCurve() {
	}

	/** @return empty when there are no iterations, or none with a finite error */
	static Optional<JFreeChart> of(List<Iteration> iterations) {
		List<Iteration> known = iterations.stream().filter(one -> Double.isFinite(one.error())).toList();
		if (known.isEmpty())
			return Optional.empty();
		double[] errors = known.stream().mapToDouble(Iteration::error).toArray();
		CurveChart curve = new CurveChart();
		curve.addPoints("error", known.stream().mapToDouble(Iteration::number).toArray(), errors);
		JFreeChart chart = curve.counts("", "iteration", QUANTITY, false);
		if (isWide(errors))
			chart.getXYPlot().setRangeAxis(ChartStyle.logarithmic(QUANTITY));
		return Optional.of(chart);
	}

	private static boolean isWide(double[] errors) {
		DoubleSummaryStatistics range = Arrays.stream(errors).summaryStatistics();
		return range.getMin() > 0 && range.getMax() > WIDE * range.getMin();
	}
}
