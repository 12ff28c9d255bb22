// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.awt.geom.Rectangle2D;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.pxst.ui.plot.PlotCursor.Orientation;

/** What mouse and keys do on a chart. For the UI thread. */
final class PlotMouse {
	/** One notch of the wheel, or one key. */
	private static final double NOTCH = 1.2;
	/** The mouse may shake so many pixels during a click. */
	private static final int SHAKE = 3;
	/** Arrow keys move the chart by such a part of what is visible. */
	private static final double STRIDE = 0.1;

	private final Plot plot;
	private final PlotCanvas canvas;
	private final PlotCursors cursors;
	private Press pressed;
	private Press last;
	private boolean moved;
	private RegionDrag region;

	/** Where a button was, or is; SWT may use its events again. */
	private record Press(int x, int y, int button, int count) {
		private static Press of(Event event) {
			return new Press(event.x, event.y, event.button, event.count);
		}
	}

	PlotMouse(Plot plot, PlotCanvas canvas, PlotCursors cursors) {
		this.plot = plot;
		this.canvas = canvas;
		this.cursors = cursors;
		Canvas control = canvas.control();
		control.addListener(SWT.MouseDown, this::press);
		control.addListener(SWT.MouseMove, this::move);
		control.addListener(SWT.MouseUp, this::release);
		control.addListener(SWT.MouseDoubleClick, this::doubleClick);
		control.addListener(SWT.MouseVerticalWheel, this::wheel);
		control.addListener(SWT.MouseExit, event -> canvas.setHovered(Optional.empty()));
		control.addListener(SWT.KeyDown, this::key);
		control.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS || event.detail == SWT.TRAVERSE_MNEMONIC);
	}

	private Optional<PlotTransform> transform() {
		return plot.zoom() == null ? Optional.empty() : canvas.transform();
	}

	private void press(Event event) {
		canvas.control().forceFocus();
		Optional<PlotTransform> transform = transform();
		if (transform.isEmpty() || event.button != 1 && event.button != 2)
			return;
		pressed = Press.of(event);
		last = Press.of(event);
		moved = false;
		canvas.setHovered(Optional.empty());
		if (event.button == 1) {
			cursors.at(event.x, event.y, transform.get()).ifPresent(cursors::hold);
			if (cursors.held().isEmpty() && plot.regionTool() != RegionTool.NONE)
				region = new RegionDrag(plot.regionTool() == RegionTool.RECTANGLE, event.x, event.y);
		}
		canvas.repaint();
	}

	private void move(Event event) {
		transform().ifPresent(transform -> {
			if (pressed == null)
				hover(event, transform);
			else
				drag(event, transform);
		});
	}

	private void hover(Event event, PlotTransform transform) {
		Optional<PlotCursor> cursor = cursors.at(event.x, event.y, transform);
		int shape = cursor.map(c -> c.orientation() == Orientation.VERTICAL ? SWT.CURSOR_SIZEWE : SWT.CURSOR_SIZENS)
				.orElse(plot.regionTool() != RegionTool.NONE ? SWT.CURSOR_CROSS : SWT.CURSOR_ARROW);
		Optional<NearestPoint> nearest = cursor.isPresent() ? Optional.empty()
				: canvas.drawing().flatMap(drawing -> NearestPoint.of(drawing, event.x, event.y));
		if (cursor.isEmpty() && nearest.isPresent() && plot.isClickable())
			shape = SWT.CURSOR_HAND;
		canvas.control().setCursor(canvas.control().getDisplay().getSystemCursor(shape));
		canvas.setHovered(nearest);
		String tip = cursor.map(c -> c.text() + "\nDrag it, or move it with the arrow keys.")
				.orElse(nearest.map(NearestPoint::text).orElse(null));
		if (!Objects.equals(tip, canvas.control().getToolTipText()))
			canvas.control().setToolTipText(tip);
	}

	private void drag(Event event, PlotTransform transform) {
		if (Math.abs(event.x - pressed.x) > SHAKE || Math.abs(event.y - pressed.y) > SHAKE)
			moved = true;
		if (cursors.held().isPresent()) {
			cursors.drag(event.x, event.y, transform);
		} else if (region != null) {
			region.move(event.x, event.y);
			if (moved)
				canvas.setRegion(Optional.of(region));
		} else if (moved) {
			plot.zoom().pan(event.x - last.x, event.y - last.y, transform.area());
			last = Press.of(event);
		}
	}

	private void release(Event event) {
		if (pressed == null || event.button != pressed.button)
			return;
		boolean onCursor = cursors.held().isPresent();
		RegionDrag drawn = region;
		Press start = pressed;
		pressed = null;
		region = null;
		cursors.release();
		canvas.setRegion(Optional.empty());
		Optional<PlotTransform> transform = transform();
		if (transform.isEmpty())
			return;
		if (moved && drawn != null)
			plot.selected(drawn.region(transform.get()));
		else if (!moved && start.button == 1 && transform.get().area().contains(start.x, start.y) && !onCursor)
			plot.clicked(transform.get().toData(start.x, start.y), event.stateMask, Math.max(1, start.count));
	}

	private void doubleClick(Event event) {
		if (event.button == 1 && plot.zoom() != null)
			plot.zoom().reset();
	}

	private void wheel(Event event) {
		transform().ifPresent(transform -> {
			plot.zoom().zoom(event.x, event.y, Math.pow(NOTCH, -Math.signum(event.count)), transform.area());
			event.doit = false;
		});
	}

	private void key(Event event) {
		transform().ifPresent(transform -> key(event, transform));
	}

	private void key(Event event, PlotTransform transform) {
		Rectangle2D area = transform.area();
		if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
			new PlotCopy(plot).copy();
			return;
		}
		switch (event.keyCode) {
		case SWT.ARROW_LEFT, SWT.ARROW_RIGHT, SWT.ARROW_UP, SWT.ARROW_DOWN -> arrow(event, transform);
		case SWT.KEYPAD_ADD -> zoomAboutMiddle(1 / NOTCH, area);
		case SWT.KEYPAD_SUBTRACT -> zoomAboutMiddle(NOTCH, area);
		case SWT.ESC -> cancel();
		default -> {
			switch (event.character) {
			case '+', '=' -> zoomAboutMiddle(1 / NOTCH, area);
			case '-' -> zoomAboutMiddle(NOTCH, area);
			case 'f', 'F' -> plot.zoom().reset();
			default -> {
				return;
			}
			}
		}
		}
		event.doit = false;
	}

	private void cancel() {
		pressed = null;
		region = null;
		cursors.release();
		canvas.setRegion(Optional.empty());
	}

	private void zoomAboutMiddle(double factor, Rectangle2D area) {
		plot.zoom().zoom(area.getCenterX(), area.getCenterY(), factor, area);
	}

	private void arrow(Event event, PlotTransform transform) {
		if (cursors.key(event.keyCode, (event.stateMask & SWT.MOD2) != 0, transform))
			return;
		Rectangle2D area = transform.area();
		double dx = STRIDE * area.getWidth();
		double dy = STRIDE * area.getHeight();
		switch (event.keyCode) {
		case SWT.ARROW_LEFT -> plot.zoom().pan(dx, 0, area);
		case SWT.ARROW_RIGHT -> plot.zoom().pan(-dx, 0, area);
		case SWT.ARROW_UP -> plot.zoom().pan(0, dy, area);
		default -> plot.zoom().pan(0, -dy, area);
		}
	}
}
