// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.pxst.processing.charts.CurveData;

/**
 * A chart as pixels.
 *
 * @param pixels    on the canvas, top row first
 * @param transform where values are; empty for charts without axes
 * @param chart     what was drawn, for looking at its points; not to be changed
 */
record Drawing(ImageData pixels, Optional<PlotTransform> transform, JFreeChart chart) {
	/** Lower charts have little room for what is not data. */
	private static final int LOW = 260;
	/** Lower charts have no room for a legend. */
	private static final int VERY_LOW = 130;
	private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);

	/**
	 * Draws a copy of a chart that nobody else uses. For any thread.
	 *
	 * @param chart   what to draw
	 * @param equal   whether both axes have the same scale
	 * @param width   canvas pixels
	 * @param height  canvas pixels
	 * @param density pixels of the picture for one of the canvas, along each axis
	 */
	static Drawing of(JFreeChart chart, boolean equal, int width, int height, int density) {
		BufferedImage image = new BufferedImage(width * density, height * density, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.scale(density, density);
		try {
			Rectangle2D area = draw(chart, equal, graphics, width, height);
			return new Drawing(data(image), PlotTransform.of(chart.getPlot(), area), chart);
		} finally {
			graphics.dispose();
		}
	}

	/**
	 * Draws a copy of a chart that nobody else uses, for example into a file.
	 *
	 * @return the inside of the axes
	 */
	static Rectangle2D draw(JFreeChart chart, boolean equal, Graphics2D graphics, int width, int height) {
		Rectangle2D all = new Rectangle2D.Double(0, 0, width, height);
		ChartRenderingInfo info = new ChartRenderingInfo(null);
		AxisLabels labels = new AxisLabels(chart.getPlot());
		if (height < LOW)
			labels.tighten();
		if (height < VERY_LOW)
			chart.clearSubtitles();
		if (equal || labels.mayBeTooLong(width, height)) {
			layOut(chart, all, info);
			labels.fit(info.getPlotInfo().getDataArea());
		}
		if (chart.getPlot() instanceof XYPlot plot) {
			if (equal)
				scale(plot, info.getPlotInfo().getDataArea());
			thin(plot, width, height);
		}
		chart.draw(graphics, all, info);
		return info.getPlotInfo().getDataArea();
	}

	/** Finds where the axes will be. */
	private static void layOut(JFreeChart chart, Rectangle2D all, ChartRenderingInfo info) {
		Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
		chart.draw(scratch, all, info);
		scratch.dispose();
	}

	private static void scale(XYPlot plot, Rectangle2D area) {
		EqualScale ranges = EqualScale.fit(plot.getDomainAxis().getRange(), plot.getRangeAxis().getRange(), area);
		plot.getDomainAxis().setRange(ranges.x());
		plot.getRangeAxis().setRange(ranges.y());
	}

	private static void thin(XYPlot plot, int width, int height) {
		for (int k = 0; k < plot.getDatasetCount(); k++)
			if (plot.getDataset(k) instanceof CurveData data && plot.getRenderer(k) instanceof XYLineAndShapeRenderer renderer
					&& !(plot.getDomainAxisForDataset(k) instanceof LogAxis)) {
				Range x = plot.getDomainAxisForDataset(k).getRange();
				Range y = plot.getRangeAxisForDataset(k).getRange();
				plot.setDataset(k, thinned(data, renderer, new Decimation(x, y, width, height)));
			}
	}

	private static CurveData thinned(CurveData data, XYLineAndShapeRenderer renderer, Decimation decimation) {
		List<CurveData.Series> thin = new ArrayList<>();
		for (int s = 0; s < data.getSeriesCount(); s++) {
			CurveData.Series series = data.series().get(s);
			boolean line = renderer.getItemLineVisible(s, 0);
			thin.add(line ? decimation.line(series) : decimation.markers(series));
		}
		return new CurveData(thin, data.getDomainOrder());
	}

	/** A picture for SWT. */
	static ImageData data(BufferedImage image) {
		int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
		byte[] bytes = new byte[4 * rgb.length];
		for (int k = 0, b = 0; k < rgb.length; k++) {
			bytes[b + 1] = (byte) (rgb[k] >> 16);
			bytes[b + 2] = (byte) (rgb[k] >> 8);
			bytes[b + 3] = (byte) rgb[k];
			b += 4;
		}
		return new ImageData(image.getWidth(), image.getHeight(), 32, RGB, 4, bytes);
	}
}
