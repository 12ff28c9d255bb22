// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.Locale;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.ui.Layer;

/**
 * How sharp the reference image is at each defocus of a sweep. Where the defoci of the axes were tried apart from each other, there
 * is a curve for each axis: the largest score over the defoci of the other one.
 *
 * @param ss       focus to sample along the slow scan axis that was tried, m
 * @param fs       the same along the fast scan axis; as many
 * @param score    at each of them, NaN where it could not be judged
 * @param contrast at each of them, likewise
 */
public record DefocusScores(double[] ss, double[] fs, double[] score, double[] contrast) {
	private static final double MILLIMETRE = 1e-3;
	private static final double MICROMETRE = 1e-6;
	private static final double WIDE = 8;
	private static final BasicStroke DASHES = new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10,
			new float[] { 5, 4 }, 0);

	/** Checks that there is a score for each defocus. */
	public DefocusScores {
		if (fs.length != ss.length || score.length != ss.length || contrast.length != ss.length || ss.length == 0)
			throw new IllegalArgumentException(String.format(Locale.ROOT, "%d and %d defoci with %d scores and %d contrasts", ss.length,
					fs.length, score.length, contrast.length));
	}

	/** Whether the defoci of the axes were tried apart from each other. */
	public boolean isSeparate() {
		return !Arrays.equals(ss, fs);
	}

	/** Which defocus has the largest score; -1 when none could be judged. */
	public int best() {
		int best = -1;
		for (int k = 0; k < score.length; k++)
			if (!Double.isNaN(score[k]) && (best < 0 || score[k] > score[best]))
				best = k;
		return best;
	}

	/** Which defocus is nearest. */
	public int nearest(double atSs, double atFs) {
		int nearest = 0;
		for (int k = 1; k < ss.length; k++)
			if (Math.hypot(ss[k] - atSs, fs[k] - atFs) < Math.hypot(ss[nearest] - atSs, fs[nearest] - atFs))
				nearest = k;
		return nearest;
	}

	/** Whether the largest defocus is many times the smallest, so that the peak would be a thin line on a linear axis. */
	private boolean isWide() {
		double smallest = Math.min(Arrays.stream(ss).min().orElse(0), Arrays.stream(fs).min().orElse(0));
		double largest = Math.max(Arrays.stream(ss).max().orElse(0), Arrays.stream(fs).max().orElse(0));
		return smallest > 0 && largest > WIDE * smallest;
	}

	/** Unit of the abscissa in m: that in which the largest defocus is at least 1. */
	public double unit() {
		return Arrays.stream(ss).map(Math::abs).max().orElse(0) < MILLIMETRE ? MICROMETRE : MILLIMETRE;
	}

	/** Symbol of {@link #unit()}. */
	public String symbol() {
		return unit() == MICROMETRE ? "\u00b5m" : "mm";
	}

	/**
	 * The chart: score and contrast against the defocus, with the best ones marked.
	 *
	 * @param title "" for none
	 */
	public JFreeChart chart(String title) {
		CurveChart chart = new CurveChart();
		if (isSeparate()) {
			addLargest(chart, "score, ss", ss, SeriesColour.BLUE);
			addLargest(chart, "score, fs", fs, SeriesColour.VERMILION);
		} else {
			chart.addLine("score", inUnits(ss), score, SeriesColour.BLUE);
			chart.addLineOnRight("contrast", inUnits(ss), contrast, SeriesColour.GREEN, "contrast (variance / mean\u00b2)");
		}
		JFreeChart made = chart.numbers(title, "defocus, focus to sample (" + symbol() + ")", "score (contrast x frames that overlap)",
				true);
		if (isWide())
			made.getXYPlot().setDomainAxis(ChartStyle.logarithmic(made.getXYPlot().getDomainAxis().getLabel()));
		int best = best();
		if (best >= 0 && isSeparate()) {
			mark(made, ss[best], SeriesColour.BLUE);
			mark(made, fs[best], SeriesColour.VERMILION);
		} else if (best >= 0) {
			mark(made, ss[best], SeriesColour.GREY);
		}
		return made;
	}

	private void mark(JFreeChart chart, double defocus, SeriesColour colour) {
		chart.getXYPlot().addDomainMarker(new ValueMarker(defocus / unit(), colour.print(), DASHES), Layer.FOREGROUND);
	}

	private double[] inUnits(double[] metres) {
		return Arrays.stream(metres).map(metre -> metre / unit()).toArray();
	}

	private void addLargest(CurveChart chart, String name, double[] along, SeriesColour colour) {
		double[] tried = Arrays.stream(along).distinct().sorted().toArray();
		double[] largest = new double[tried.length];
		Arrays.fill(largest, Double.NaN);
		for (int k = 0; k < along.length; k++) {
			int at = Arrays.binarySearch(tried, along[k]);
			if (!Double.isNaN(score[k]) && !(largest[at] >= score[k]))
				largest[at] = score[k];
		}
		chart.addLine(name, inUnits(tried), largest, colour);
	}
}
