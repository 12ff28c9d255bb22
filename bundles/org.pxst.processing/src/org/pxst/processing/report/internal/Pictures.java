// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import org.pxst.processing.charts.CurveChart;
import org.pxst.processing.charts.PictureSize;
import org.pxst.processing.charts.SplitHalfHistogram;
import org.pxst.processing.charts.ZernikeChart;
import org.pxst.processing.images.internal.MapChart;
import org.pxst.processing.images.internal.MapFigure;

/** Draws pictures in the sizes of the page. */
final class Pictures {
	private static final int SHARP = 2;
	private static final PictureSize HALF_MAP = new PictureSize(370, 370, SHARP);
	/** A map in the whole width has as many pixels as the others. */
	private static final PictureSize WIDE_MAP = new PictureSize(860, 480, 1);
	private static final PictureSize CURVE = new PictureSize(520, 340, SHARP);
	private static final PictureSize PLANE = new PictureSize(520, 560, SHARP);
	private static final PictureSize BARS = new PictureSize(960, 480, 1);
	/** A map that is so much wider than high would be too flat beside another one. */
	private static final double WIDE = 2;

	private Pictures() {
	}

	/** A map. */
	static Figure map(String title, String caption, MapFigure map) {
		boolean wide = map.columns() > WIDE * map.rows() * map.axes().aspect();
		PictureSize size = wide ? WIDE_MAP : HALF_MAP;
		return Figure.of(title, caption, new MapChart(map, size).draw(), size.density());
	}

	/** Something against counts; the ordinate has its 0 when that is asked for. */
	static Figure counts(String title, String caption, CurveChart chart, String labelX, String labelY, boolean fromZero) {
		return Figure.of(title, caption, chart.drawCounts("", labelX, labelY, fromZero, CURVE), SHARP);
	}

	/** Something against numbers, with the ordinate's 0. */
	static Figure numbers(String title, String caption, CurveChart chart, String labelX, String labelY) {
		return Figure.of(title, caption, chart.drawNumbers("", labelX, labelY, true, CURVE), SHARP);
	}

	/** Bars of coefficients. */
	static Figure bars(String title, String caption, ZernikeChart chart) {
		return Figure.of(title, caption, chart.draw("", BARS), BARS.density());
	}

	/** A histogram. */
	static Figure histogram(String title, String caption, SplitHalfHistogram histogram) {
		return Figure.of(title, caption, histogram.draw("", CURVE), SHARP);
	}

	/** Positions in a plane. */
	static Figure plane(String title, String caption, CurveChart chart, String labelX, String labelY) {
		return Figure.of(title, caption, chart.drawPlane("", labelX, labelY, PLANE), SHARP);
	}
}
