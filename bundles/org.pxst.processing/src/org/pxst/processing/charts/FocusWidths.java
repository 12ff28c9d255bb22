// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

/**
 * Width of the beam along the beam, of both axes, with the best focus of each axis marked.
 *
 * @param planes positions of the planes, m, ascending
 * @param ss     full width at half maximum along the slow scan axis in each plane, m; NaN where it is not known
 * @param fs     the same along the fast scan axis
 * @param bestSs best focus along the slow scan axis, m; NaN when it is not known
 * @param bestFs the same along the fast scan axis
 */
public record FocusWidths(double[] planes, double[] ss, double[] fs, double bestSs, double bestFs) {
	/** Checks that there is a width for each plane. */
	public FocusWidths {
		if (ss.length != planes.length || fs.length != planes.length)
			throw new IllegalArgumentException(ss.length + " and " + fs.length + " widths of " + planes.length + " planes");
	}

	/**
	 * The chart.
	 *
	 * @param planeUnit unit of the abscissa in m
	 * @param widthUnit unit of the ordinate in m
	 */
	public CurveChart curves(double planeUnit, double widthUnit) {
		CurveChart chart = new CurveChart();
		chart.addLine("ss", in(planeUnit, planes), in(widthUnit, ss), SeriesColour.BLUE);
		chart.addLine("fs", in(planeUnit, planes), in(widthUnit, fs), SeriesColour.VERMILION);
		mark(chart, "best focus, ss", bestSs, ss, planeUnit, widthUnit, SeriesColour.BLUE);
		mark(chart, "best focus, fs", bestFs, fs, planeUnit, widthUnit, SeriesColour.VERMILION);
		return chart;
	}

	private void mark(CurveChart chart, String name, double best, double[] widths, double planeUnit, double widthUnit,
			SeriesColour colour) {
		double width = at(best, widths);
		if (Double.isFinite(width))
			chart.addRings(name, new double[] { best / planeUnit }, new double[] { width / widthUnit }, colour);
	}

	/** Width between planes; NaN outside. */
	private double at(double place, double[] widths) {
		for (int k = 1; k < planes.length; k++)
			if (planes[k - 1] <= place && place <= planes[k])
				return widths[k - 1] + (widths[k] - widths[k - 1]) * (place - planes[k - 1]) / (planes[k] - planes[k - 1]);
		return Double.NaN;
	}

	private static double[] in(double unit, double[] values) {
		double[] scaled = new double[values.length];
		for (int k = 0; k < scaled.length; k++)
			scaled[k] = values[k] / unit;
		return scaled;
	}
}
