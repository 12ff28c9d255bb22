// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thon;

import org.jfree.chart.JFreeChart;
import org.pxst.processing.charts.CurveChart;
import org.pxst.processing.charts.SeriesColour;

/** The rings against the frequency. */
final class ThonProfileChart {
	private static final double MILLIMETRE = 1e-3;

	private ThonProfileChart() {
	}

	/** Mean of data and fit over each ellipse, with the dark rings marked. */
	static JFreeChart of(ThonData data) {
		double[] radii = data.profile()[0];
		double[] x = new double[radii.length];
		for (int k = 0; k < x.length; k++)
			x[k] = radii[k] * MILLIMETRE;
		CurveChart chart = new CurveChart();
		chart.addLine("data", x, data.profile()[1], SeriesColour.BLUE);
		chart.addLine("fit", x, data.profile()[2], SeriesColour.VERMILION);
		data.rings().ifPresent(rings -> addDark(chart, rings, x, data.profile()[2]));
		return chart.numbers("", "detector frequency, mean radius (1/mm)",
				"ln of power, no background", false);
	}

	private static void addDark(CurveChart chart, Rings rings, double[] x, double[] fit) {
		int most = x.length == 0 ? 0 : (int) rings.ring(0, x[x.length - 1] / MILLIMETRE) + 1;
		double[] where = new double[most];
		double[] height = new double[most];
		for (int k = 0; k < most; k++) {
			where[k] = rings.radius(rings.dark(k + 1)) * MILLIMETRE;
			height[k] = interpolated(x, fit, where[k]);
		}
		chart.addDots("dark rings of the fit", where, height, SeriesColour.ORANGE);
	}

	/** NaN outside. */
	private static double interpolated(double[] x, double[] y, double at) {
		for (int k = 1; k < x.length; k++)
			if (x[k - 1] <= at && at <= x[k])
				return y[k - 1] + (y[k] - y[k - 1]) * (at - x[k - 1]) / (x[k] - x[k - 1]);
		return Double.NaN;
	}
}
