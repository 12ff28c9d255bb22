// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.data.xy.XYDataset;

/** Positions in a plane: whoever shows it in a shape of its own keeps the scales of both axes the same. */
public final class PlanePlot extends XYPlot {
	private static final long serialVersionUID = 1L;

	PlanePlot(XYDataset dataset, NumberAxis domain, NumberAxis range, XYItemRenderer renderer) {
		super(dataset, domain, range, renderer);
	}
}
