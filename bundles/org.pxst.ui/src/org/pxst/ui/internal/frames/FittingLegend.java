// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.RectangleEdge;
import org.pxst.ui.plot.Plot;

/** Puts the legend of a chart where there is room: beside a flat one, below others, nowhere when it is small. */
final class FittingLegend {
	/** Chart sizes in pixels from which there is room for a legend beside and below. */
	private static final int WIDE = 330;
	private static final int HIGH = 260;

	private final Plot plot;

	FittingLegend(Plot plot) {
		this.plot = plot;
		plot.addListener(SWT.Resize, e -> plot.chart().ifPresent(this::fit));
	}

	/** Fits the legend of a chart, before it is shown. */
	void fit(JFreeChart chart) {
		if (chart.getLegend() == null)
			return;
		Point size = plot.getSize();
		boolean beside = size.x >= WIDE && size.x > size.y;
		chart.getLegend().setPosition(beside ? RectangleEdge.RIGHT : RectangleEdge.BOTTOM);
		chart.getLegend().setVisible(beside || size.y >= HIGH);
	}
}
