// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.awt.geom.Path2D;
import java.util.BitSet;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.jfree.chart.JFreeChart;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.plot.PlotTransform;
import org.pxst.ui.plot.RegionTool;

/** The map of the sample positions. Frames are selected in it; a double click toggles one. */
final class PositionPlot {
	/** Pixels that a click may be off. */
	private static final double NEAR = 9;
	private static final int MARK = 9;

	private final FramesModel model;
	private final FrameText text;
	private final Plot plot;
	private final FittingLegend legend;
	private RegionTool tool = RegionTool.NONE;

	PositionPlot(Composite parent, FramesModel model, FrameText text) {
		this.model = model;
		this.text = text;
		plot = WrapRow.named(new Plot(parent), "frames.positions");
		legend = new FittingLegend(plot);
		plot.addClickListener(this::clicked);
		plot.addOverlay(this::paintCurrent);
		plot.canvas().addListener(SWT.MouseMove, this::hover);
		// a double click on a frame is for the frame, not for the zoom
		Listener onFrame = this::keepZoom;
		plot.getDisplay().addFilter(SWT.MouseDoubleClick, onFrame);
		plot.addListener(SWT.Dispose, e -> e.display.removeFilter(SWT.MouseDoubleClick, onFrame));
		model.addListener(this::changed);
	}

	Plot plot() {
		return plot;
	}

	/** What dragging does. */
	void setTool(RegionTool wanted) {
		tool = wanted;
		plot.setRegionTool(tool, this::selectInside);
	}

	private void changed(FramesModel.Change change) {
		if (change == FramesModel.Change.FRAME)
			plot.redrawOverlays();
		else
			draw();
	}

	private void draw() {
		model.scan().ifPresent(scan -> {
			JFreeChart chart = new FrameCharts(scan, model.choice().orElseThrow(), model.suggestions().frames(),
					model.selected()).plane();
			legend.fit(chart);
			plot.show(chart);
		});
	}

	private void selectInside(Path2D area) {
		positions().ifPresent(p -> model.select(FrameRegion.inside(area, p.fs(), p.ss())));
	}

	private Optional<FramePositions> positions() {
		return model.scan().flatMap(ScanFrames::positions);
	}

	private void clicked(double x, double y, int stateMask, int count) {
		Point at = plot.toScreen(x, y);
		int frame = near(at.x, at.y);
		BitSet selected = (stateMask & SWT.MOD1) != 0 ? model.selected() : new BitSet();
		if (frame >= 0) {
			selected.flip(frame);
			model.setFrame(frame);
		}
		model.select(selected);
		if (frame >= 0 && count == 2) {
			BitSet one = new BitSet();
			one.set(frame);
			model.mark(one, Mark.TOGGLE);
		}
	}

	/** The frame at a place on the canvas, -1 when there is none. */
	private int near(double x, double y) {
		FramePositions p = positions().orElse(null);
		if (p == null)
			return -1;
		double[] screenX = new double[p.ss().length];
		double[] screenY = new double[p.ss().length];
		for (int n = 0; n < screenX.length; n++) {
			boolean there = Double.isFinite(p.fs()[n] + p.ss()[n]);
			Point at = there ? plot.toScreen(p.fs()[n], p.ss()[n]) : new Point(0, 0);
			screenX[n] = there ? at.x : Double.NaN;
			screenY[n] = there ? at.y : Double.NaN;
		}
		return FrameRegion.nearest(screenX, screenY, x, y, NEAR);
	}

	private void keepZoom(Event event) {
		if (event.widget == plot.canvas() && near(event.x, event.y) >= 0)
			event.type = SWT.None;
	}

	private void hover(Event event) {
		int frame = near(event.x, event.y);
		// takes the place of the plot's own, which knows positions only
		if (frame >= 0)
			plot.canvas().setToolTipText(text.of(frame));
	}

	private void paintCurrent(GC gc, PlotTransform transform) {
		int n = model.frame();
		FramePositions p = positions().orElse(null);
		if (p == null || n < 0 || n >= p.ss().length || !Double.isFinite(p.ss()[n] + p.fs()[n]))
			return;
		int x = (int) Math.round(transform.screenX(p.fs()[n]));
		int y = (int) Math.round(transform.screenY(p.ss()[n]));
		gc.setLineWidth(2);
		gc.drawOval(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
		for (int side = -1; side <= 1; side += 2) {
			gc.drawLine(x + side * MARK, y, x + side * (MARK + 5), y);
			gc.drawLine(x, y + side * MARK, x, y + side * (MARK + 5));
		}
	}
}
