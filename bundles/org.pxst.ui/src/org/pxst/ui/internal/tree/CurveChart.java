// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.general.DatasetUtils;
import org.jfree.data.xy.DefaultXYDataset;
import org.pxst.processing.charts.ChartStyle;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.internal.tree.DataContent.Curve;
import org.pxst.ui.internal.tree.DataContent.Curves;

/** Curves or points of a data set as a chart. */
final class CurveChart {
	private static final BasicStroke LINE = new BasicStroke(1.4f);
	private static final double POINT = 5;
	/** Points of shorter curves are marked. */
	private static final int MARKED = 50;

	private CurveChart() {
	}

	/** Makes the chart. */
	static JFreeChart of(Curves curves) {
		// indices count elements, and are left as they are
		AxisScale x = curves.joined() ? new AxisScale(curves.x(), 1)
				: AxisScale.of(curves.x(), curves.xUnit(), curves.curves().stream().map(Curve::x).toList());
		AxisScale y = AxisScale.of(curves.y(), curves.yUnit(), curves.curves().stream().map(Curve::y).toList());
		DefaultXYDataset data = new DefaultXYDataset();
		XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(curves.joined(), !curves.joined());
		for (int k = 0; k < curves.curves().size(); k++) {
			Curve curve = curves.curves().get(k);
			data.addSeries(curve.name(), new double[][] { x.of(curve.x()), y.of(curve.y()) });
			renderer.setSeriesPaint(k, SeriesColour.of(k).print());
			renderer.setSeriesStroke(k, LINE);
			renderer.setSeriesShape(k, new Ellipse2D.Double(-POINT / 2, -POINT / 2, POINT, POINT));
			renderer.setSeriesShapesVisible(k, !curves.joined() || curve.x().length <= MARKED);
		}
		XYPlot plot = new XYPlot(data, axis(x.label(), DatasetUtils.findDomainBounds(data)),
				axis(y.label(), DatasetUtils.findRangeBounds(data)), renderer);
		JFreeChart chart = ChartStyle.chart("", plot);
		if (curves.curves().size() > 1)
			ChartStyle.addLegend(chart);
		return chart;
	}

	/** An axis on which constant values have room around them. */
	private static NumberAxis axis(String label, Range values) {
		NumberAxis axis = ChartStyle.axis(label);
		if (values != null && values.getLength() == 0)
			axis.setAutoRangeMinimumSize(values.getUpperBound() == 0 ? 1 : Math.abs(values.getUpperBound()));
		return axis;
	}
}
