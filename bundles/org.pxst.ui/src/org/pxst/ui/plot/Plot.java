// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.event.ChartChangeEventType;
import org.jfree.chart.event.ChartChangeListener;
import org.jfree.chart.event.PlotChangeEvent;

/**
 * Shows a chart ({@link org.jfree.chart.plot.XYPlot} or {@link org.jfree.chart.plot.CategoryPlot}) in the colours of this
 * widget: background and foreground are its own at the time when it is painted, curves get the variants of
 * {@link org.pxst.processing.charts.SeriesColour} that suit them, and other colours stay as the chart has them. A
 * {@link org.pxst.processing.charts.PlanePlot} keeps the same scale on both axes.
 * <p>
 * Mouse: the wheel zooms about the pointer, over an axis that axis alone; dragging with the left button moves the chart, or
 * selects a region when a tool is set, and with the middle button always moves it; cursors can be dragged; a double click
 * shows everything again. Keys: + and - zoom, F shows everything, arrows move a cursor or, where there is none, the chart;
 * Ctrl+C copies the picture. The context menu copies, exports and resets.
 * <p>
 * For the UI thread. The chart belongs to this widget while it is shown and is to be changed in the UI thread only; it is drawn
 * in the background from a copy.
 */
public class Plot extends Composite {
	private final PlotCanvas canvas;
	private final PlotCursors cursors = new PlotCursors();
	private final FrozenCache cache = new FrozenCache();
	private final ChartChangeListener changes = event -> {
		// zooming leaves the points as they are
		if (!(event instanceof PlotChangeEvent) || event.getType() != ChartChangeEventType.GENERAL)
			cache.clear();
		changed();
	};
	private final CopyOnWriteArrayList<PlotClickListener> clicks = new CopyOnWriteArrayList<>();
	private RegionTool tool = RegionTool.NONE;
	private Consumer<Path2D> selected = region -> { };
	private JFreeChart chart;
	private Zoom zoom;

	/** An empty plot. */
	public Plot(Composite parent) {
		super(parent, SWT.NONE);
		setLayout(new FillLayout());
		canvas = new PlotCanvas(this, cursors);
		new PlotMouse(this, canvas, cursors);
		new PlotMenu(this);
		addDisposeListener(event -> clear());
	}

	/**
	 * Shows a chart. When its axes have the same labels as those of the chart before, what the user zoomed to stays.
	 *
	 * @param shown an XYPlot or CategoryPlot
	 * @throws IllegalArgumentException for other kinds of plots
	 */
	public void show(JFreeChart shown) {
		Objects.requireNonNull(shown);
		Zoom next = new Zoom(shown);
		if (zoom != null)
			next.takeOver(zoom);
		if (chart != null)
			chart.removeChangeListener(changes);
		cache.clear();
		chart = shown;
		zoom = next;
		chart.addChangeListener(changes);
		changed();
	}

	/** The chart that is shown. */
	public Optional<JFreeChart> chart() {
		return Optional.ofNullable(chart);
	}

	/** Shows no chart. */
	public void clear() {
		if (chart != null)
			chart.removeChangeListener(changes);
		cache.clear();
		chart = null;
		zoom = null;
		changed();
	}

	/** Adds a line that the user can move; it is seen as soon as it is set to a value. */
	public PlotCursor addCursor(PlotCursor.Orientation orientation, String name) {
		PlotCursor cursor = new PlotCursor(orientation, name, canvas::repaint);
		cursors.add(cursor);
		return cursor;
	}

	/** Adds something that is painted on top of the chart. */
	public void addOverlay(PlotOverlay overlay) {
		canvas.addOverlay(overlay);
	}

	/** Paints cursors and overlays again. */
	public void redrawOverlays() {
		canvas.repaint();
	}

	/** Tells about clicks within the axes. */
	public void addClickListener(PlotClickListener listener) {
		clicks.add(listener);
	}

	/**
	 * Says what dragging with the left button does.
	 *
	 * @param region  what
	 * @param handler gets each region, in the units of the axes
	 */
	public void setRegionTool(RegionTool region, Consumer<Path2D> handler) {
		tool = region;
		selected = handler;
		canvas.control().setCursor(region == RegionTool.NONE ? null : getDisplay().getSystemCursor(SWT.CURSOR_CROSS));
	}

	/** What dragging with the left button does. */
	public RegionTool regionTool() {
		return tool;
	}

	/** Shows all there is. */
	public void resetZoom() {
		if (zoom != null)
			zoom.reset();
	}

	/** Whether the user has zoomed or moved the chart. */
	public boolean isZoomed() {
		return zoom != null && zoom.isChanged();
	}

	/** Where values are on the canvas, on the first axes. The chart is drawn at once when it is not yet. */
	public Point toScreen(double x, double y) {
		return canvas.current().map(t -> new Point((int) Math.round(t.screenX(x)), (int) Math.round(t.screenY(y))))
				.orElse(new Point(0, 0));
	}

	/** The values at a place on the canvas, on the first axes, as they are on the screen; NaN before a chart is drawn. */
	public Point2D toData(int x, int y) {
		return canvas.transform().map(t -> t.toData(x, y)).orElse(new Point2D.Double(Double.NaN, Double.NaN));
	}

	/** The canvas that the chart is on; its id is "plot.canvas". */
	public Canvas canvas() {
		return canvas.control();
	}

	/** Whether what is on the canvas is the chart as it is now. */
	public boolean isDrawn() {
		return canvas.isDrawn();
	}

	/** CPU time in ns that drawing charts has taken so far, outside the UI thread. */
	public long effort() {
		return canvas.effort();
	}

	/** What is shown, for writing into files: as large as it is here. Empty when there is no chart. */
	public Optional<PlotExport> export() {
		Point size = canvas.control().getSize();
		return chart().map(shown -> new PlotExport(shown, size.x, size.y));
	}

	@Override
	public boolean setFocus() {
		return canvas.control().setFocus();
	}

	@Override
	public void setBackground(Color color) {
		super.setBackground(color);
		changed();
	}

	@Override
	public void setForeground(Color color) {
		super.setForeground(color);
		changed();
	}

	/** A copy of the chart, which any thread may colour and draw. */
	Optional<JFreeChart> copy() {
		return chart().map(new ChartCopy(cache)::of);
	}

	/** Changes what is visible; null without a chart. */
	Zoom zoom() {
		return zoom;
	}

	void clicked(Point2D place, int stateMask, int count) {
		clicks.forEach(listener -> listener.clicked(place.getX(), place.getY(), stateMask, count));
	}

	void selected(Path2D region) {
		selected.accept(region);
	}

	/** Whether a click means something, so that the pointer says so. */
	boolean isClickable() {
		return !clicks.isEmpty();
	}

	private void changed() {
		// setBackground may be called before there is a canvas
		if (canvas != null)
			canvas.outdated();
	}
}
