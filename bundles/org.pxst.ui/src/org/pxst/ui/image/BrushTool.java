// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/**
 * Paints with a round brush while the left button is down. [ and ], or the wheel with Shift, change its size; Escape gives
 * the stroke up.
 */
public final class BrushTool implements ImageTool {
	private static final double STEP = 1.25;
	private static final double LEAST = 0.5;
	private static final double MOST = 500;

	private final AreaListener<? super Area.Stroke> listener;
	private final Way way = new Way();
	private double radius;
	private double pointerSs = Double.NaN;
	private double pointerFs = Double.NaN;

	/**
	 * @param radius   in pixels
	 * @param listener gets the strokes; while one is drawn, its newest part: the whole comes at the end
	 */
	public BrushTool(double radius, AreaListener<? super Area.Stroke> listener) {
		this.listener = listener;
		setRadius(radius);
	}

	/** Size of the brush in pixels. */
	public double radius() {
		return radius;
	}

	/** Another size, within limits. */
	public void setRadius(double pixels) {
		radius = Math.max(LEAST, Math.min(MOST, pixels));
	}

	@Override
	public boolean pressed(Mouse mouse) {
		if (mouse.button() != 1 || (mouse.stateMask() & SWT.MOD1) != 0)
			return false;
		way.clear();
		add(mouse);
		return true;
	}

	private void add(Mouse mouse) {
		double formerSs = way.length() == 0 ? mouse.ss() : pointerSs;
		double formerFs = way.length() == 0 ? mouse.fs() : pointerFs;
		way.add(mouse.ss(), mouse.fs());
		pointerSs = mouse.ss();
		pointerFs = mouse.fs();
		listener.drawing(new Area.Stroke(new double[] { formerSs, pointerSs }, new double[] { formerFs, pointerFs }, radius),
				mouse.stateMask());
	}

	@Override
	public boolean moved(Mouse mouse) {
		if (way.length() > 0)
			add(mouse);
		pointerSs = mouse.ss();
		pointerFs = mouse.fs();
		return true;
	}

	@Override
	public boolean released(Mouse mouse) {
		if (way.length() == 0 || mouse.button() != 1)
			return false;
		add(mouse);
		Area.Stroke stroke = new Area.Stroke(way.ss(), way.fs(), radius);
		way.clear();
		listener.drawn(stroke, mouse.stateMask());
		return true;
	}

	@Override
	public boolean key(int keyCode, char character, int stateMask) {
		if (character == '[' || character == ']') {
			setRadius(radius * (character == '[' ? 1 / STEP : STEP));
			return true;
		}
		if (keyCode != SWT.ESC || way.length() == 0)
			return false;
		way.clear();
		listener.cancelled();
		return true;
	}

	@Override
	public void paint(GC gc, ImageTransform transform) {
		if (Double.isNaN(pointerSs))
			return;
		int left = (int) Math.round(transform.x(pointerFs - radius));
		int top = (int) Math.round(transform.y(pointerSs - radius));
		int right = (int) Math.round(transform.x(pointerFs + radius));
		int bottom = (int) Math.round(transform.y(pointerSs + radius));
		Strokes.outlined(gc, () -> gc.drawOval(left, top, right - left, bottom - top));
	}
}
