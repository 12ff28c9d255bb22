// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Where values are on the canvas. x is along the horizontal axis, y along the vertical one, whatever the orientation of the
 * chart; on an axis of names the value is the index of the name. Immutable as long as the axes that it is made of are left alone.
 */
public final class PlotTransform {
	private final Rectangle2D area;
	private final Side horizontal;
	private final Side vertical;

	/** One axis, there and back. */
	private record Side(DoubleUnaryOperator toScreen, DoubleUnaryOperator toData) {
	}

	private PlotTransform(Rectangle2D area, Side horizontal, Side vertical) {
		this.area = area;
		this.horizontal = horizontal;
		this.vertical = vertical;
	}

	/**
	 * @param plot that was drawn; its axes must not change any more
	 * @param area inside of the axes, canvas pixels
	 * @return empty for charts without axes
	 */
	static Optional<PlotTransform> of(Plot plot, Rectangle2D area) {
		if (plot instanceof XYPlot xy && xy.getDomainAxis() != null && xy.getRangeAxis() != null) {
			Side domain = side(xy.getDomainAxis(), area, xy.getDomainAxisEdge());
			Side range = side(xy.getRangeAxis(), area, xy.getRangeAxisEdge());
			boolean upright = xy.getOrientation() == PlotOrientation.VERTICAL;
			return Optional.of(new PlotTransform(area, upright ? domain : range, upright ? range : domain));
		}
		if (plot instanceof CategoryPlot bars && bars.getDomainAxis() != null && bars.getRangeAxis() != null) {
			Side domain = side(bars, area);
			Side range = side(bars.getRangeAxis(), area, bars.getRangeAxisEdge());
			boolean upright = bars.getOrientation() == PlotOrientation.VERTICAL;
			return Optional.of(new PlotTransform(area, upright ? domain : range, upright ? range : domain));
		}
		return Optional.empty();
	}

	private static Side side(ValueAxis axis, Rectangle2D area, RectangleEdge edge) {
		return new Side(value -> axis.valueToJava2D(value, area, edge), pixel -> axis.java2DToValue(pixel, area, edge));
	}

	/** Names have equal distances. */
	private static Side side(CategoryPlot plot, Rectangle2D area) {
		CategoryAxis axis = plot.getDomainAxis();
		int count = Math.max(1, plot.getCategories() == null ? 0 : plot.getCategories().size());
		double first = axis.getCategoryMiddle(0, count, area, plot.getDomainAxisEdge());
		double last = axis.getCategoryMiddle(count - 1, count, area, plot.getDomainAxisEdge());
		double step = count > 1 ? (last - first) / (count - 1) : Math.max(area.getWidth(), area.getHeight());
		return new Side(value -> first + step * value, pixel -> (pixel - first) / step);
	}

	/** Canvas x of a value on the horizontal axis. */
	public double screenX(double x) {
		return horizontal.toScreen.applyAsDouble(x);
	}

	/** Canvas y of a value on the vertical axis. */
	public double screenY(double y) {
		return vertical.toScreen.applyAsDouble(y);
	}

	/** The values at a place on the canvas, outside of the axes too. */
	public Point2D toData(double screenX, double screenY) {
		return new Point2D.Double(horizontal.toData.applyAsDouble(screenX), vertical.toData.applyAsDouble(screenY));
	}

	/** The inside of the axes, canvas pixels. */
	public Rectangle2D area() {
		return (Rectangle2D) area.clone();
	}
}
