// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.pxst.processing.charts.ChartStyle;
import org.pxst.processing.images.internal.MapPlot;

/**
 * A coloured image with axes and colour bar, to be drawn on anything: black on white, for print. Needs fonts, but no
 * display.
 *
 * @param title what it is; "" for none
 * @param image its pixels, row 0 at the top
 * @param ss    along its height
 * @param fs    along its width
 * @param bar   its colours
 */
public record ImageFigure(String title, BufferedImage image, Axis ss, Axis fs, Bar bar) {
	/**
	 * An axis.
	 *
	 * @param label what it is, with unit
	 * @param from  position of the first edge of the image
	 * @param to    position of the last edge; may be less
	 */
	public record Axis(String label, double from, double to) {
		private NumberAxis drawn(boolean down) {
			NumberAxis axis = ChartStyle.axis(label, Math.min(from, to), Math.max(from, to));
			axis.setInverted(down != from > to);
			return axis;
		}
	}

	/**
	 * A colour bar.
	 *
	 * @param label   what the values are, with unit
	 * @param colours from the lowest to the highest value: red, green, blue, 8 bits each
	 * @param marks   numbers beside it
	 */
	public record Bar(String label, int[] colours, List<Mark> marks) implements PaintScale {
		@Override
		public double getLowerBound() {
			return 0;
		}

		@Override
		public double getUpperBound() {
			return 1;
		}

		@Override
		public Paint getPaint(double value) {
			return new Color(colours[(int) Math.max(0, Math.min(colours.length - 1.0, value * colours.length))]);
		}
	}

	/**
	 * A number beside the colour bar.
	 *
	 * @param place 0 at its foot, 1 at its top
	 * @param text  the number
	 */
	public record Mark(double place, String text) {
	}

	/** Something to draw on, of a size that is only known when the figure is laid out. */
	@FunctionalInterface
	public interface Sheet {
		/** A new sheet in place of those before. */
		Graphics2D of(int width, int height);
	}

	/**
	 * Draws it so that the image in it has a size. Several sheets are asked for until the rest fits around it; the last one
	 * counts.
	 *
	 * @param width  of the image in it
	 * @param height of the image in it
	 */
	public void draw(int width, int height, Sheet sheet) {
		NumberAxis values = new MarkedAxis(bar);
		JFreeChart chart = MapPlot.chart(title, MapPlot.of(image, ss.drawn(true), fs.drawn(false)), bar, values);
		MapPlot.fit(width, height, (all, high, info) -> draw(chart, sheet.of(all, high), all, high, info));
	}

	private static void draw(JFreeChart chart, Graphics2D graphics, int width, int height, ChartRenderingInfo info) {
		chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, info);
	}

	/** Has given numbers at given places. */
	private static final class MarkedAxis extends NumberAxis {
		private static final long serialVersionUID = 1L;

		private final transient List<Mark> marks;

		MarkedAxis(Bar bar) {
			super(bar.label());
			ChartStyle.dress(this);
			marks = bar.marks();
		}

		@Override
		public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
			return marks.stream()
					.map(m -> new NumberTick(m.place(), m.text(), TextAnchor.CENTER_LEFT, TextAnchor.CENTER_LEFT, 0)).toList();
		}
	}
}
