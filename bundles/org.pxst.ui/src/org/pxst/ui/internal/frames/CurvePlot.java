// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.BitSet;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jfree.chart.JFreeChart;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.plot.PlotCursor;
import org.pxst.ui.plot.RegionTool;

/** Positions against the frame number, with a cursor at the current frame. A range of frames can be selected in it. */
final class CurvePlot {
	private final FramesModel model;
	private final FrameText text;
	private final Plot plot;
	private final FittingLegend legend;
	private final PlotCursor cursor;

	CurvePlot(Composite parent, FramesModel model, FrameText text) {
		this.model = model;
		this.text = text;
		plot = WrapRow.named(new Plot(parent), "frames.curves");
		legend = new FittingLegend(plot);
		cursor = plot.addCursor(PlotCursor.Orientation.VERTICAL, "frame");
		cursor.setSnap(1);
		cursor.setText(value -> String.format(Locale.ROOT, "%.0f", value));
		cursor.addListener(value -> model.setFrame((int) Math.round(value)));
		plot.addClickListener(this::clicked);
		plot.canvas().addListener(SWT.MouseMove, this::hover);
		model.addListener(this::changed);
	}

	Plot plot() {
		return plot;
	}

	/** What dragging does: any selection is a range of frames here. */
	void setTool(RegionTool wanted) {
		plot.setRegionTool(wanted == RegionTool.NONE ? RegionTool.NONE : RegionTool.RECTANGLE,
				area -> model.scan().ifPresent(scan -> model.select(FrameRegion.between(area, scan.frames()))));
	}

	private void changed(FramesModel.Change change) {
		if (change != FramesModel.Change.FRAME)
			model.scan().ifPresent(this::show);
		if (change == FramesModel.Change.FRAME || change == FramesModel.Change.SCAN)
			cursor.set(model.frame());
	}

	private void show(ScanFrames scan) {
		JFreeChart chart = new FrameCharts(scan, model.choice().orElseThrow(), model.suggestions().frames(), model.selected())
				.curves();
		legend.fit(chart);
		plot.show(chart);
		cursor.setLimits(0, scan.frames() - 1.0);
	}

	private void clicked(double x, double y, int stateMask, int count) {
		model.select(new BitSet());
		model.setFrame((int) Math.round(x));
	}

	private void hover(Event event) {
		double at = plot.toData(event.x, event.y).getX();
		String tip = Double.isFinite(at) ? text.of((int) Math.round(at)) : "";
		// takes the place of the plot's own, which knows positions only
		if (!tip.isEmpty())
			plot.canvas().setToolTipText(tip);
	}
}
