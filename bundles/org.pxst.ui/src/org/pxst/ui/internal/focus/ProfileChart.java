// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import java.util.Arrays;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.pxst.processing.charts.ChartStyle;
import org.pxst.processing.charts.CurveChart;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.view.SiPrefix;

/**
 * The profile of one axis in one plane, with its width.
 *
 * @param caustic the axis
 * @param plane   index of the plane
 */
record ProfileChart(Caustic caustic, int plane) {
	private static final double LEAST = 1e-12;
	/** Light that is so much weaker than the strongest of the plane does not count for what is seen at first. */
	private static final double FAINT = 0.02;

	/** The width in this plane as focus_profile found it, else as the samples have it; m, NaN when there is none. */
	double fwhm() {
		double stored = caustic.fwhm()[plane];
		return Double.isFinite(stored) ? stored
				: HalfMaximum.of(caustic.profile(plane)).map(h -> h.width() * caustic.voxel()).orElse(Double.NaN);
	}

	/** The chart. */
	JFreeChart chart(boolean logarithmic) {
		double[] light = caustic.profile(plane);
		SiPrefix unit = SiPrefix.of(Math.abs(caustic.position(0)), "m");
		double[] x = new double[light.length];
		Arrays.setAll(x, k -> caustic.position(k) / unit.size());
		CurveChart chart = new CurveChart();
		Optional<HalfMaximum> half = HalfMaximum.of(light);
		if (logarithmic)
			Arrays.setAll(light, k -> light[k] > LEAST ? light[k] : Double.NaN);
		chart.addLine(caustic.axis(), x, light, caustic.axis().equals("ss") ? SeriesColour.BLUE : SeriesColour.VERMILION);
		half.ifPresent(h -> chart.addLine("FWHM " + SiPrefix.text(fwhm(), "m"),
				new double[] { caustic.position(h.from()) / unit.size(), caustic.position(h.to()) / unit.size() },
				new double[] { h.level(), h.level() }, SeriesColour.GREEN));
		JFreeChart made = chart.numbers("", unit.label("position along " + caustic.axis()),
				"intensity (largest = 1)", true);
		if (logarithmic)
			made.getXYPlot().setRangeAxis(ChartStyle.logarithmic(made.getXYPlot().getRangeAxis().getLabel()));
		double seen = halfRange() / unit.size();
		if (seen > 0)
			made.getXYPlot().getDomainAxis().setRange(-seen, seen);
		return made;
	}

	/**
	 * Half of the range of positions that is seen at first: the field of view halved until it only just has the light of this
	 * plane in it, so that it changes in large steps and seldom.
	 */
	private double halfRange() {
		double[] light = caustic.profile(plane);
		double faint = FAINT * Arrays.stream(light).max().orElse(0);
		double extent = 0;
		for (int x = 0; x < light.length; x++)
			if (light[x] >= faint)
				extent = Math.max(extent, Math.abs(caustic.position(x)));
		double half = Math.abs(caustic.position(0));
		while (half / 2 >= Math.max(extent, caustic.voxel()))
			half /= 2;
		return half;
	}
}
