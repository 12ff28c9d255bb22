// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.pxst.processing.charts.PlanePlot;
import org.w3c.dom.Document;

/**
 * Writes a chart into a file, as it was at the time when this was made: pictures in dark colours on white, for print, and all
 * points as a table. Made in the thread that the chart belongs to; writes in any.
 */
public final class PlotExport {
	/** Pixels of a PNG for one of the screen, along each axis. */
	private static final int DENSITY = 2;

	private final JFreeChart chart;
	private final boolean plane;
	private final int width;
	private final int height;

	/** Kinds of files. */
	public enum Format {
		/** Picture made of pixels. */
		PNG,
		/** Picture made of lines. */
		SVG,
		/** Table of all points. */
		CSV;

		/** What names of such files end with. */
		public String suffix() {
			return "." + name().toLowerCase(Locale.ROOT);
		}
	}

	/**
	 * @param chart  what to write, with an XYPlot or CategoryPlot
	 * @param width  of pictures, points
	 * @param height of pictures, points
	 * @throws IllegalArgumentException when the chart has parts that cannot be copied
	 */
	public PlotExport(JFreeChart chart, int width, int height) {
		this.chart = new ChartCopy(new FrozenCache()).of(chart);
		this.plane = chart.getPlot() instanceof PlanePlot;
		this.width = Math.max(1, width);
		this.height = Math.max(1, height);
	}

	/**
	 * Writes a file; one of that name is replaced when the new one is whole.
	 *
	 * @throws IOException when it cannot be written
	 */
	public void write(Path file, Format format) throws IOException {
		Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
		try {
			switch (format) {
			case PNG -> Files.write(temporary, png());
			case SVG -> Files.writeString(temporary, svg());
			case CSV -> Files.writeString(temporary, new PointTable(chart).text());
			}
			Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(temporary);
		}
	}

	/** The chart as a picture of so many pixels for one of the screen. */
	BufferedImage image(int density) {
		BufferedImage image = new BufferedImage(width * density, height * density, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.scale(density, density);
		draw(graphics);
		graphics.dispose();
		return image;
	}

	/** Draws a copy, since points that are not seen are taken out of what is drawn. */
	private void draw(Graphics2D graphics) {
		JFreeChart print = new ChartCopy(new FrozenCache()).of(chart);
		PlotTheme.PRINT.apply(print);
		Drawing.draw(print, plane, graphics, width, height);
	}

	private byte[] png() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image(DENSITY), "png", bytes);
		return bytes.toByteArray();
	}

	private String svg() throws IOException {
		try {
			Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation()
					.createDocument("http://www.w3.org/2000/svg", "svg", null);
			SVGGraphics2D graphics = new SVGGraphics2D(document);
			graphics.setSVGCanvasSize(new Dimension(width, height));
			draw(graphics);
			StringWriter text = new StringWriter();
			graphics.stream(text, true);
			return text.toString();
		} catch (ParserConfigurationException e) {
			throw new IOException("this Java cannot make XML documents", e);
		}
	}
}
