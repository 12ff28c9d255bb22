// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.pxst.processing.charts.ChartStyle;

/** The parts of pictures of maps: an image with axes, row 0 at the top, and a colour bar. */
public final class MapPlot {
	private static final int BAR = 18;
	/** First guess of the room for everything else. */
	private static final int AROUND = 160;
	private static final int PASSES = 4;

	private MapPlot() {
	}

	/** A plot of an image; the slow scan axis points down. */
	public static XYPlot of(BufferedImage image, NumberAxis ss, NumberAxis fs) {
		XYPlot plot = new XYPlot(null, fs, ss, null);
		plot.setDomainGridlinesVisible(false);
		plot.setRangeGridlinesVisible(false);
		plot.addAnnotation(new ImageAnnotation(image));
		return plot;
	}

	/** A chart with a colour bar. */
	public static JFreeChart chart(String title, XYPlot plot, PaintScale scale, NumberAxis values) {
		JFreeChart chart = ChartStyle.chart(title, plot);
		PaintScaleLegend bar = new PaintScaleLegend(scale, values);
		bar.setPosition(RectangleEdge.RIGHT);
		bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
		bar.setSubdivisionCount(256);
		bar.setStripWidth(BAR);
		bar.setStripOutlineVisible(false);
		bar.setAxisOffset(0);
		bar.setFrame(BlockBorder.NONE);
		bar.setBackgroundPaint(Color.WHITE);
		bar.setMargin(4, 6, 54, 4);
		chart.addSubtitle(bar);
		return chart;
	}

	/** Draws a chart in a size. */
	@FunctionalInterface
	public interface Drawing {
		/** Draws it and says where everything is. */
		void draw(int width, int height, ChartRenderingInfo info);
	}

	/**
	 * Draws a chart so large that the image in it has a size. The room that axes, title and colour bar take is only known
	 * afterwards: it is made larger or smaller by what the image has come out too small or large, and drawn again.
	 */
	public static void fit(int imageWidth, int imageHeight, Drawing drawing) {
		int width = imageWidth + AROUND;
		int height = imageHeight + AROUND;
		for (int pass = 0; pass < PASSES; pass++) {
			ChartRenderingInfo info = new ChartRenderingInfo();
			drawing.draw(width, height, info);
			Rectangle2D area = info.getPlotInfo().getDataArea();
			int missingWidth = imageWidth - (int) Math.round(area.getWidth());
			int missingHeight = imageHeight - (int) Math.round(area.getHeight());
			if (missingWidth == 0 && missingHeight == 0)
				return;
			width += missingWidth;
			height += missingHeight;
		}
	}
}
