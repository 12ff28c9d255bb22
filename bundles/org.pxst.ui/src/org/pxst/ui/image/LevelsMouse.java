// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** The mouse on the colour bar: sets levels by hand, zooms the range. */
final class LevelsMouse {
	private static final int NEAR = 7;
	private static final double STEP = 1.25;
	/** Levels stay apart by this part of the range. */
	private static final double LEAST = 1e-3;

	private enum Held {
		NOTHING, LOW, HIGH, BOTH
	}

	private final ImageViewer viewer;
	private final LevelsBar bar;
	private Held held = Held.NOTHING;
	private double grabbed;
	private ValueScale start;
	private boolean zoomed;

	LevelsMouse(ImageViewer viewer, LevelsBar bar) {
		this.viewer = viewer;
		this.bar = bar;
		Canvas canvas = bar.control();
		canvas.addListener(SWT.MouseDown, this::pressed);
		canvas.addListener(SWT.MouseMove, this::moved);
		canvas.addListener(SWT.MouseUp, this::released);
		canvas.addListener(SWT.MouseDoubleClick, e -> automatic());
		canvas.addListener(SWT.MouseVerticalWheel, this::turned);
	}

	private void automatic() {
		held = Held.NOTHING;
		zoomed = false;
		LevelsChoice choice = viewer.levelsChoice();
		viewer.setLevels(choice.fixed().isPresent() ? LevelsChoice.AUTOMATIC : choice);
	}

	private Held at(double y) {
		if (bar.range() == null)
			return Held.NOTHING;
		double low = bar.y(bar.levels().levels().low());
		double high = bar.y(bar.levels().levels().high());
		if (Math.min(Math.abs(y - low), Math.abs(y - high)) <= NEAR)
			return Math.abs(y - low) < Math.abs(y - high) ? Held.LOW : Held.HIGH;
		return y > high && y < low ? Held.BOTH : Held.NOTHING;
	}

	private void pressed(Event event) {
		if (event.button != 1 || event.count > 1)
			return;
		held = at(event.y);
		if (held == Held.NOTHING)
			return;
		grabbed = bar.range().fraction(bar.value(event.y));
		start = bar.levels();
		// the range stays while a handle is dragged in it
		viewer.image().setHistogramRange(bar.range().levels());
	}

	private void moved(Event event) {
		if (held == Held.NOTHING) {
			int cursor = switch (at(event.y)) {
			case LOW, HIGH -> SWT.CURSOR_SIZENS;
			case BOTH -> SWT.CURSOR_HAND;
			case NOTHING -> SWT.CURSOR_ARROW;
			};
			bar.control().setCursor(bar.control().getDisplay().getSystemCursor(cursor));
			return;
		}
		ValueScale range = bar.range();
		double shift = range.fraction(bar.value(event.y)) - grabbed;
		double low = range.fraction(start.levels().low());
		double high = range.fraction(start.levels().high());
		boolean symmetric = bar.picture().colours() == Picture.Colours.SIGNED && bar.style().map().isDiverging()
				&& (event.stateMask & SWT.SHIFT) == 0;
		if (held == Held.LOW)
			low = Math.min(low + shift, high - LEAST);
		else if (held == Held.HIGH)
			high = Math.max(high + shift, low + LEAST);
		else {
			low += shift;
			high += shift;
		}
		Levels levels = new Levels(range.value(low), range.value(high));
		if (symmetric && held != Held.BOTH) {
			double limit = held == Held.LOW ? -levels.low() : levels.high();
			levels = limit > 0 ? new Levels(-limit, limit) : start.levels();
		}
		if (levels.high() > levels.low())
			viewer.setLevels(LevelsChoice.fixed(levels.low(), levels.high()));
	}

	private void released(Event event) {
		if (held != Held.NOTHING && !zoomed)
			viewer.image().setHistogramRange(null);
		held = Held.NOTHING;
	}

	private void turned(Event event) {
		if (bar.range() == null || event.count == 0)
			return;
		event.doit = false;
		double factor = event.count > 0 ? 1 / STEP : STEP;
		ValueScale range = bar.range();
		double here = range.fraction(bar.value(event.y));
		double low = range.value(here - here * factor);
		double high = range.value(here + (1 - here) * factor);
		if (!(high > low) || Double.isInfinite(high) || (float) low == (float) high)
			return;
		zoomed = true;
		viewer.image().setHistogramRange(new Levels(low, high));
	}
}
