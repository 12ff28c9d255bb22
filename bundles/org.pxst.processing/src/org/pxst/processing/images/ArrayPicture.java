// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.pxst.processing.charts.CurveChart;
import org.pxst.processing.images.internal.ColourScale;
import org.pxst.processing.images.internal.Fonts;
import org.pxst.processing.images.internal.ImageDirectory;
import org.pxst.processing.images.internal.MapChart;
import org.pxst.processing.images.internal.MapFigure;

/**
 * A picture of any array as a PNG file, in the style of {@link ResultImages}. Needs fonts, but no display. Everything
 * that is written throws {@link org.pxst.core.InvalidDataException} when the file cannot be written, and
 * {@link org.pxst.core.PxstException} when there are no fonts.
 */
public final class ArrayPicture {
	private static final String SS = "slow scan axis (index)";
	private static final String FS = "fast scan axis (index)";

	private final Path file;
	private final String title;
	private final String quantity;

	/**
	 * @param file     the picture; its directory is made when it is not there, a file of that name is replaced
	 * @param title    what it shows
	 * @param quantity what the values are, with unit
	 */
	public ArrayPicture(Path file, String title, String quantity) {
		this.file = file;
		this.title = title;
		this.quantity = quantity;
	}

	/**
	 * Draws an image in colours; values of both signs get colours centred at 0.
	 *
	 * @param rows    extent along the slow scan axis
	 * @param columns extent along the fast scan axis
	 * @param values  flat (ss, fs), NaN where there is none
	 */
	public void writeMap(int rows, int columns, double[] values) {
		Fonts.check();
		double[] numbers = Arrays.stream(values).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
		ColourScale scale = ColourScale.of(ColourMap.SEQUENTIAL, numbers);
		if (scale.low() < 0 && scale.high() > 0)
			scale = ColourScale.symmetric(ColourMap.DIVERGING, numbers);
		write(new MapChart(new MapFigure(title, rows, columns, numbers, new MapFigure.Axes(SS, FS, 0, 0, 1, 1, 1), quantity,
				scale, null)).draw());
	}

	/**
	 * Draws values against their index.
	 *
	 * @param values NaN is left out
	 */
	public void writeCurve(double[] values) {
		Fonts.check();
		CurveChart chart = new CurveChart();
		chart.addCurve(quantity, IntStream.range(0, values.length).asDoubleStream().toArray(), values);
		write(chart.drawCurves(title, "index", quantity));
	}

	/**
	 * Draws positions in a plane as dots.
	 *
	 * @param ss along the slow scan axis
	 * @param fs along the fast scan axis
	 */
	public void writePositions(double[] ss, double[] fs) {
		Fonts.check();
		CurveChart chart = new CurveChart();
		chart.addDots("positions", fs, ss);
		writePlane(chart);
	}

	/**
	 * Draws two sets of positions in one plane, the second one as rings around the first.
	 *
	 * @param ss      of the first along the slow scan axis
	 * @param fs      of the first along the fast scan axis
	 * @param otherSs of the second along the slow scan axis
	 * @param otherFs of the second along the fast scan axis
	 */
	public void writePositions(double[] ss, double[] fs, double[] otherSs, double[] otherFs) {
		Fonts.check();
		CurveChart chart = new CurveChart();
		chart.addRings("second", otherFs, otherSs);
		chart.addDots("first", fs, ss);
		writePlane(chart);
	}

	private void writePlane(CurveChart chart) {
		write(chart.drawPlane(title, "fast scan axis (" + quantity + ")", "slow scan axis (" + quantity + ")"));
	}

	private void write(BufferedImage image) {
		ImageDirectory.at(file.toAbsolutePath().getParent()).write(file.getFileName().toString(), image);
	}
}
