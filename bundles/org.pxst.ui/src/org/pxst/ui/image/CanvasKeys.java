// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/** Keys on the canvas: the tool first, then zoom and pan, then the actions of the viewer. */
final class CanvasKeys {
	/** Part of the canvas that one press of an arrow key moves. */
	private static final double STEP = 0.1;

	private final ImageCanvas image;
	private final CanvasMouse mouse;
	private final ViewerActions actions;

	CanvasKeys(ImageCanvas image, CanvasMouse mouse, ViewerActions actions) {
		this.image = image;
		this.mouse = mouse;
		this.actions = actions;
		image.control().addListener(SWT.KeyDown, this::pressed);
	}

	private void pressed(Event event) {
		if (image.layout().isPresent() && (mouse.key(event) || moves(event) || actions.key(event)))
			event.doit = false;
	}

	private boolean moves(Event event) {
		Rectangle room = image.layout().orElseThrow().room();
		switch (event.keyCode) {
		case SWT.ARROW_LEFT -> pan(STEP * room.width, 0);
		case SWT.ARROW_RIGHT -> pan(-STEP * room.width, 0);
		case SWT.ARROW_UP -> pan(0, STEP * room.height);
		case SWT.ARROW_DOWN -> pan(0, -STEP * room.height);
		case '+', '=', SWT.KEYPAD_ADD -> zoom(CanvasMouse.STEP, room);
		case '-', SWT.KEYPAD_SUBTRACT -> zoom(1 / CanvasMouse.STEP, room);
		default -> {
			return false;
		}
		}
		return true;
	}

	private void pan(double dx, double dy) {
		image.viewportRule().set(image.viewport().moved(dx, dy));
		image.refresh();
	}

	private void zoom(double factor, Rectangle room) {
		mouse.zoom(factor, room.x + room.width / 2.0, room.y + room.height / 2.0);
	}
}
