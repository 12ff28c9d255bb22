// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.view;

import java.awt.BasicStroke;
import java.util.Optional;
import java.util.function.DoubleConsumer;

import org.eclipse.swt.widgets.Composite;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.pxst.processing.charts.ChartStyle;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.image.Picture;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.plot.PlotCursor;

/** The profile of a picture along one of its axes. For the UI thread. */
final class ProfilePlot {
	private final Plot plot;
	private final boolean slow;
	private final PlotCursor cursor;
	private Optional<Picture> picture = Optional.empty();
	private SiPrefix positions = new SiPrefix("", 1);
	private SiPrefix values = new SiPrefix("", 1);

	/**
	 * @param parent of the widget
	 * @param slow   whether it is along the slow scan axis
	 * @param moved  hears where the user drags the line to: a row, or a column
	 */
	ProfilePlot(Composite parent, boolean slow, DoubleConsumer moved) {
		plot = new Plot(parent);
		this.slow = slow;
		cursor = plot.addCursor(PlotCursor.Orientation.VERTICAL, "");
		cursor.setText(value -> "");
		cursor.addListener(value -> picture.ifPresent(p -> moved.accept(axis(p).indexOf(value * positions.size()))));
	}

	Plot plot() {
		return plot;
	}

	/** Takes another picture; {@link #cross} shows it. */
	void show(Picture newPicture) {
		picture = Optional.of(newPicture);
		Picture.Axis axis = axis(newPicture);
		int last = (slow ? newPicture.rows() : newPicture.columns()) - 1;
		positions = SiPrefix.of(Math.max(Math.abs(axis.at(0)), Math.abs(axis.at(last))), axis.unit());
		values = SiPrefix.of(largest(newPicture.values()), newPicture.unit());
	}

	void clear() {
		picture = Optional.empty();
		plot.clear();
	}

	/** Draws the profile through a place, which is a row and a column. */
	void cross(double ss, double fs, int width) {
		if (picture.isEmpty())
			return;
		CrossSection section = slow ? CrossSection.alongSs(picture.get(), fs, width)
				: CrossSection.alongFs(picture.get(), ss, width);
		plot.show(chart(section));
		at(ss, fs);
	}

	/** Moves the line alone. */
	void at(double ss, double fs) {
		picture.ifPresent(p -> cursor.set(axis(p).at(slow ? ss : fs) / positions.size()));
	}

	private Picture.Axis axis(Picture p) {
		return slow ? p.ss() : p.fs();
	}

	private JFreeChart chart(CrossSection section) {
		DefaultXYDataset data = new DefaultXYDataset();
		data.addSeries("profile",
				new double[][] { scaled(section.positions(), positions.size()), scaled(section.values(), values.size()) });
		NumberAxis domain = ChartStyle.axis(positions.label(axis(picture.get()).label()));
		domain.setAutoRangeStickyZero(false);
		XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
		renderer.setSeriesPaint(0, (slow ? SeriesColour.BLUE : SeriesColour.VERMILION).print());
		renderer.setSeriesStroke(0, new BasicStroke(1.5f));
		return ChartStyle.chart("",
				new XYPlot(data, domain, ChartStyle.axis(values.label(picture.get().quantity())), renderer));
	}

	private static double[] scaled(double[] numbers, double size) {
		double[] scaled = new double[numbers.length];
		for (int k = 0; k < scaled.length; k++)
			scaled[k] = numbers[k] / size;
		return scaled;
	}

	private static double largest(float[] numbers) {
		float largest = 0;
		for (float number : numbers)
			if (Math.abs(number) > largest)
				largest = Math.abs(number);
		return largest;
	}
}
