// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.pxst.core.scan.Roi;

/** Draws a {@link MapFigure}: row 0 at the top, true aspect ratio, whole pixels, colour bar. */
public final class MapChart {
	private static final PictureSize LARGE = new PictureSize(760, 640, 1);
	private static final int WHOLE = 3;
	private static final int BAR = 18;
	/** First guess of the room for everything else. */
	private static final int AROUND = 160;
	private static final int PASSES = 4;

	private final MapFigure figure;
	private final PictureSize room;

	/** @param figure what to draw, in the size of a picture of its own */
	public MapChart(MapFigure figure) {
		this(figure, LARGE);
	}

	/**
	 * @param figure what to draw
	 * @param room   for the map itself
	 */
	public MapChart(MapFigure figure, PictureSize room) {
		this.figure = figure;
		this.room = room;
	}

	/**
	 * Draws it. The room that axes, title and colour bar take is only known afterwards: the picture is made larger or
	 * smaller by what the map has come out too small or large, and drawn again.
	 */
	public BufferedImage draw() {
		int[] size = size();
		int density = room.density();
		JFreeChart chart = chart(coloured(size[1] * density, size[0] * density));
		int width = size[0] + AROUND;
		int height = size[1] + AROUND;
		BufferedImage image = null;
		for (int pass = 0; pass < PASSES; pass++) {
			ChartRenderingInfo info = new ChartRenderingInfo();
			image = chart.createBufferedImage(width * density, height * density, width, height, info);
			Rectangle2D area = info.getPlotInfo().getDataArea();
			int missingWidth = size[0] - (int) Math.round(area.getWidth());
			int missingHeight = size[1] - (int) Math.round(area.getHeight());
			if (missingWidth == 0 && missingHeight == 0)
				break;
			width += missingWidth;
			height += missingHeight;
		}
		return new Palette(figure.scale()).apply(image);
	}

	/** Width and height of the map on the picture: a whole number of points a pixel where pixels can be told apart. */
	private int[] size() {
		double width = figure.columns();
		double height = figure.rows() * figure.axes().aspect();
		double factor = Math.min(room.width() / width, room.height() / height);
		if (factor > WHOLE)
			factor = Math.floor(factor);
		return new int[] { Math.max(1, (int) Math.round(width * factor)),
				Math.max(1, (int) Math.round(height * factor)) };
	}

	private JFreeChart chart(BufferedImage map) {
		MapFigure.Axes axes = figure.axes();
		NumberAxis domain = Style.axis(axes.labelFs(), axes.firstFs() - axes.stepFs() / 2,
				axes.firstFs() + (figure.columns() - 0.5) * axes.stepFs());
		NumberAxis range = Style.axis(axes.labelSs(), axes.firstSs() - axes.stepSs() / 2,
				axes.firstSs() + (figure.rows() - 0.5) * axes.stepSs());
		range.setInverted(true);
		XYPlot plot = new XYPlot(null, domain, range, null);
		plot.setDomainGridlinesVisible(false);
		plot.setRangeGridlinesVisible(false);
		plot.addAnnotation(new ImageAnnotation(map));
		if (figure.outline() != null)
			plot.addAnnotation(outline(figure.outline()));
		JFreeChart chart = Style.chart(figure.title(), plot);
		chart.addSubtitle(colourBar());
		return chart;
	}

	private static XYShapeAnnotation outline(Roi roi) {
		return new XYShapeAnnotation(
				new Rectangle2D.Double(roi.fs0() - 0.5, roi.ss0() - 0.5, roi.columns(), roi.rows()),
				new BasicStroke(1.5f), Color.WHITE);
	}

	private PaintScaleLegend colourBar() {
		PaintScaleLegend bar = new PaintScaleLegend(figure.scale(), Style.axis(figure.quantity()));
		bar.setPosition(RectangleEdge.RIGHT);
		bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
		bar.setSubdivisionCount(256);
		bar.setStripWidth(BAR);
		bar.setStripOutlineVisible(false);
		bar.setAxisOffset(0);
		bar.setFrame(BlockBorder.NONE);
		bar.setBackgroundPaint(Color.WHITE);
		bar.setMargin(4, 6, 54, 4);
		return bar;
	}

	private BufferedImage coloured(int rows, int columns) {
		double[] values = new Resampling(figure.values(), figure.rows(), figure.columns()).to(rows, columns);
		int[] rgb = new int[values.length];
		for (int k = 0; k < rgb.length; k++)
			rgb[k] = figure.scale().rgb(values[k]);
		BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, columns, rows, rgb, 0, columns);
		return image;
	}
}
