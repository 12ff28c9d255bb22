// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.jfree.chart.JFreeChart;

/** Puts the drawn chart on the screen, and what moves on top of it. For the UI thread. */
final class PlotCanvas {
	private static final int RING = 5;

	private final Plot plot;
	private final PlotCursors cursors;
	private final Canvas canvas;
	private final DrawingJob job = new DrawingJob();
	private final List<PlotOverlay> overlays = new ArrayList<>();
	private Optional<NearestPoint> hovered = Optional.empty();
	private Optional<RegionDrag> region = Optional.empty();
	private long version;
	private Wanted asked;
	private Wanted shown;
	private Drawing drawing;
	private Image image;

	/** What a drawing depends on. */
	private record Wanted(long version, int width, int height, PlotTheme theme, boolean plane) {
		private Drawing draw(JFreeChart chart) {
			theme.apply(chart);
			return Drawing.of(chart, plane, width, height, 1);
		}
	}

	PlotCanvas(Plot plot, PlotCursors cursors) {
		this.plot = plot;
		this.cursors = cursors;
		canvas = new Canvas(plot, SWT.DOUBLE_BUFFERED);
		canvas.setData("org.pxst.ui.id", "plot.canvas");
		canvas.addPaintListener(event -> paint(event.gc));
		canvas.addListener(SWT.FocusIn, event -> repaint());
		canvas.addListener(SWT.FocusOut, event -> repaint());
		canvas.addDisposeListener(event -> {
			job.forget();
			disposeImage();
		});
	}

	Canvas control() {
		return canvas;
	}

	void addOverlay(PlotOverlay overlay) {
		overlays.add(overlay);
		repaint();
	}

	/** The chart is no longer as it was drawn. */
	void outdated() {
		version++;
		repaint();
	}

	/** Paints again what is on top of the chart. */
	void repaint() {
		if (!canvas.isDisposed())
			canvas.redraw();
	}

	/** Marks the point under the mouse. */
	void setHovered(Optional<NearestPoint> point) {
		if (point.equals(hovered))
			return;
		hovered = point;
		repaint();
	}

	/** Shows a region while it is drawn. */
	void setRegion(Optional<RegionDrag> drag) {
		region = drag;
		repaint();
	}

	/** What is on the screen. */
	Optional<Drawing> drawing() {
		return Optional.ofNullable(drawing);
	}

	/** Where values are on the screen now, which may be a moment behind. */
	Optional<PlotTransform> transform() {
		return drawing().flatMap(Drawing::transform);
	}

	/** Where values are, after drawing what has changed. */
	Optional<PlotTransform> current() {
		Wanted wanted = wanted();
		if (!wanted.equals(shown) && wanted.width > 0 && wanted.height > 0) {
			job.forget();
			asked = wanted;
			Optional<JFreeChart> copy = plot.copy();
			accept(wanted, copy.map(wanted::draw).orElse(null));
		}
		return transform();
	}

	boolean isDrawn() {
		return wanted().equals(shown);
	}

	/** CPU time that drawing in the background has taken so far, ns. */
	long effort() {
		return job.effort();
	}

	private Wanted wanted() {
		Point size = canvas.getSize();
		return new Wanted(version, size.x, size.y, new PlotTheme(awt(plot.getBackground()), awt(plot.getForeground())),
				plot.zoom() != null && plot.zoom().isPlane());
	}

	private static java.awt.Color awt(Color colour) {
		return new java.awt.Color(colour.getRed(), colour.getGreen(), colour.getBlue());
	}

	private void ask(Wanted wanted) {
		if (wanted.equals(asked) || wanted.width <= 0 || wanted.height <= 0)
			return;
		asked = wanted;
		Optional<JFreeChart> copy = plot.copy();
		if (copy.isEmpty()) {
			accept(wanted, null);
			return;
		}
		Display display = canvas.getDisplay();
		job.draw(() -> wanted.draw(copy.get()), drawn -> {
			if (!display.isDisposed())
				display.asyncExec(() -> arrived(wanted, drawn));
		});
	}

	/** Drawings that were made at once meanwhile are newer. */
	private void arrived(Wanted wanted, Drawing drawn) {
		if (canvas.isDisposed() || shown != null && shown.version > wanted.version)
			return;
		accept(wanted, drawn);
	}

	private void accept(Wanted wanted, Drawing drawn) {
		disposeImage();
		drawing = drawn;
		image = drawn == null ? null : new Image(canvas.getDisplay(), drawn.pixels());
		shown = wanted;
		hovered = Optional.empty();
		repaint();
	}

	private void disposeImage() {
		if (image != null)
			image.dispose();
		image = null;
	}

	private void paint(GC gc) {
		ask(wanted());
		Rectangle all = canvas.getClientArea();
		gc.setBackground(plot.getBackground());
		gc.setForeground(plot.getForeground());
		gc.fillRectangle(all);
		if (image != null)
			gc.drawImage(image, 0, 0);
		gc.setAntialias(SWT.ON);
		transform().ifPresent(transform -> paintOnTop(gc, transform));
		if (canvas.isFocusControl())
			gc.drawFocus(0, 0, all.width, all.height);
	}

	private void paintOnTop(GC gc, PlotTransform transform) {
		Rectangle2D area = transform.area();
		gc.setClipping((int) area.getX(), (int) area.getY(), (int) Math.ceil(area.getWidth()) + 1,
				(int) Math.ceil(area.getHeight()) + 1);
		for (PlotOverlay overlay : overlays)
			overlay.paint(gc, transform);
		cursors.paint(gc, transform, shown.theme.dark());
		hovered.ifPresent(point -> gc.drawOval((int) Math.round(point.screenX()) - RING, (int) Math.round(point.screenY()) - RING,
				2 * RING, 2 * RING));
		region.ifPresent(drag -> drag.paint(gc));
		gc.setClipping((Rectangle) null);
	}
}
