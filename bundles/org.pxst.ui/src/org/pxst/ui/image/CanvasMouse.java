// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** The mouse on the canvas: the tool first; then pan, zoom, rectangle zoom. */
final class CanvasMouse {
	/** Zoom of one step of the wheel. */
	static final double STEP = 1.25;
	private static final int LEAST_RECTANGLE = 4;
	private static final int RIGHT = 3;

	private final ImageCanvas image;
	private final Canvas canvas;
	private final CopyOnWriteArrayList<Consumer<Optional<double[]>>> listeners = new CopyOnWriteArrayList<>();
	private ImageTool tool;
	private Point pan;
	private Point corner;
	private Point pointer = new Point(0, 0);
	private boolean usedByTool;
	private int pressedButton;
	private int shownCursor = -1;

	CanvasMouse(ImageCanvas image) {
		this.image = image;
		canvas = image.control();
		canvas.addListener(SWT.MouseDown, this::pressed);
		canvas.addListener(SWT.MouseMove, this::moved);
		canvas.addListener(SWT.MouseUp, this::released);
		canvas.addListener(SWT.MouseDoubleClick, this::doubleClicked);
		canvas.addListener(SWT.MouseVerticalWheel, this::turned);
		canvas.addListener(SWT.MouseExit, e -> listeners.forEach(l -> l.accept(Optional.empty())));
		canvas.addListener(SWT.MenuDetect, e -> e.doit &= !usedByTool || pressedButton != RIGHT);
	}

	void addListener(Consumer<Optional<double[]>> listener) {
		listeners.add(listener);
	}

	void setTool(ImageTool newTool) {
		tool = newTool;
		pan = null;
		corner = null;
		usedByTool = false;
		shownCursor = -1;
		canvas.setCursor(null);
		canvas.redraw();
	}

	Optional<ImageTool> tool() {
		return Optional.ofNullable(tool);
	}

	/** The last position of the mouse. */
	Point pointer() {
		return pointer;
	}

	private ImageTool.Mouse mouse(Event event, int button) {
		Viewport viewport = image.viewport();
		return new ImageTool.Mouse(viewport.ss(event.y + 0.5), viewport.fs(event.x + 0.5), event.x, event.y, button,
				event.stateMask, event.count, viewport);
	}

	private boolean offer(boolean used) {
		if (used)
			canvas.redraw();
		return used;
	}

	private void pressed(Event event) {
		canvas.setFocus();
		pressedButton = event.button;
		if (image.picture().isEmpty())
			return;
		usedByTool = event.button != 2 && tool != null && offer(tool.pressed(mouse(event, event.button)));
		if (usedByTool)
			return;
		if (event.button == 1 && (event.stateMask & SWT.MOD1) != 0)
			corner = new Point(event.x, event.y);
		else if (event.button == 1 || event.button == 2)
			pan = new Point(event.x, event.y);
	}

	private void moved(Event event) {
		pointer = new Point(event.x, event.y);
		if (image.picture().isEmpty())
			return;
		if (pan != null) {
			image.viewportRule().set(image.viewport().moved(event.x - pan.x, event.y - pan.y));
			pan = pointer;
			image.refresh();
		} else if (corner != null) {
			canvas.redraw();
		} else if (tool != null) {
			offer(tool.moved(mouse(event, button(event.stateMask))));
		}
		showCursor(event);
		tell(event);
	}

	private static int button(int stateMask) {
		if ((stateMask & SWT.BUTTON1) != 0)
			return 1;
		if ((stateMask & SWT.BUTTON2) != 0)
			return 2;
		return (stateMask & SWT.BUTTON3) != 0 ? 3 : 0;
	}

	private void showCursor(Event event) {
		int cursor = SWT.CURSOR_ARROW;
		if (pan != null)
			cursor = SWT.CURSOR_SIZEALL;
		else if (corner != null)
			cursor = SWT.CURSOR_CROSS;
		else if (tool != null)
			cursor = tool.cursor(mouse(event, button(event.stateMask)));
		if (cursor != shownCursor)
			canvas.setCursor(canvas.getDisplay().getSystemCursor(cursor));
		shownCursor = cursor;
	}

	private void tell(Event event) {
		Optional<double[]> place = image.layout().map(CanvasLayout::picture).filter(area -> area.contains(event.x, event.y))
				.map(area -> new double[] { image.viewport().ss(event.y + 0.5), image.viewport().fs(event.x + 0.5) });
		listeners.forEach(l -> l.accept(place));
	}

	private void released(Event event) {
		if (image.picture().isEmpty())
			return;
		if (pan != null) {
			pan = null;
		} else if (corner != null) {
			Rectangle area = rectangle(new Point(event.x, event.y));
			corner = null;
			if (area.width >= LEAST_RECTANGLE && area.height >= LEAST_RECTANGLE)
				zoomTo(area);
			canvas.redraw();
		} else if (tool != null && event.button != 2) {
			offer(tool.released(mouse(event, event.button)));
		}
		showCursor(event);
	}

	private Rectangle rectangle(Point other) {
		return new Rectangle(Math.min(corner.x, other.x), Math.min(corner.y, other.y), Math.abs(corner.x - other.x),
				Math.abs(corner.y - other.y));
	}

	private void zoomTo(Rectangle area) {
		Viewport viewport = image.viewport();
		image.viewportRule().setRegion(viewport.ss(area.y), viewport.ss(area.y + area.height), viewport.fs(area.x),
				viewport.fs(area.x + area.width));
		image.refresh();
	}

	private void doubleClicked(Event event) {
		if (usedByTool || event.button != 1)
			return;
		image.viewportRule().fit();
		image.refresh();
	}

	private void turned(Event event) {
		if (image.picture().isEmpty() || event.count == 0)
			return;
		event.doit = false;
		if ((event.stateMask & SWT.SHIFT) != 0 && tool != null
				&& offer(tool.key(event.count > 0 ? ']' : '[', event.count > 0 ? ']' : '[', event.stateMask)))
			return;
		zoom(Math.pow(STEP, event.count > 0 ? 1 : -1), event.x, event.y);
	}

	/** Zooms about a place on the canvas. */
	void zoom(double factor, double x, double y) {
		image.viewportRule().set(image.viewport().zoomed(factor, x + 0.5, y + 0.5));
		image.refresh();
	}

	/** Offers a key to the tool. */
	boolean key(Event event) {
		if (event.keyCode == SWT.ESC && corner != null) {
			corner = null;
			canvas.redraw();
			return true;
		}
		return tool != null && offer(tool.key(event.keyCode, event.character, event.stateMask));
	}

	/** Draws the tool and the rectangle that is to be zoomed to. */
	void paint(GC gc, ImageTransform transform) {
		if (tool != null)
			tool.paint(gc, transform);
		if (corner != null)
			Strokes.rectangle(gc, rectangle(pointer));
	}
}
