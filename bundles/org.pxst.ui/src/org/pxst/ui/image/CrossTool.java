// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;

/**
 * A cross of two lines through the whole picture that is moved by dragging, or set where the left button is pressed. With
 * Shift, arrow keys move it by a pixel.
 */
public final class CrossTool implements ImageTool {
	private static final int FAR = 1 << 14;

	private final Listener listener;
	private double ss;
	private double fs;
	private boolean held;

	/** Hears where the cross is. */
	@FunctionalInterface
	public interface Listener {
		/**
		 * The cross moved.
		 *
		 * @param finished whether this is the end of the move
		 */
		void moved(double ss, double fs, boolean finished);
	}

	/**
	 * @param ss       row where it is at first
	 * @param fs       column where it is at first
	 * @param listener hears moves by the user
	 */
	public CrossTool(double ss, double fs, Listener listener) {
		this.listener = listener;
		setPosition(ss, fs);
	}

	/** Moves it without telling; redraw the viewer's overlays afterwards. */
	public void setPosition(double newSs, double newFs) {
		ss = newSs;
		fs = newFs;
	}

	/** Its row. */
	public double ss() {
		return ss;
	}

	/** Its column. */
	public double fs() {
		return fs;
	}

	@Override
	public boolean pressed(Mouse mouse) {
		if (mouse.button() != 1 || (mouse.stateMask() & SWT.MOD1) != 0)
			return false;
		held = true;
		move(mouse.ss(), mouse.fs(), false);
		return true;
	}

	private void move(double newSs, double newFs, boolean finished) {
		setPosition(newSs, newFs);
		listener.moved(ss, fs, finished);
	}

	@Override
	public boolean moved(Mouse mouse) {
		if (held)
			move(mouse.ss(), mouse.fs(), false);
		return held;
	}

	@Override
	public boolean released(Mouse mouse) {
		if (!held || mouse.button() != 1)
			return false;
		held = false;
		move(mouse.ss(), mouse.fs(), true);
		return true;
	}

	@Override
	public boolean key(int keyCode, char character, int stateMask) {
		if ((stateMask & SWT.SHIFT) == 0)
			return false;
		switch (keyCode) {
		case SWT.ARROW_UP -> move(ss - 1, fs, true);
		case SWT.ARROW_DOWN -> move(ss + 1, fs, true);
		case SWT.ARROW_LEFT -> move(ss, fs - 1, true);
		case SWT.ARROW_RIGHT -> move(ss, fs + 1, true);
		default -> {
			return false;
		}
		}
		return true;
	}

	@Override
	public void paint(GC gc, ImageTransform transform) {
		int x = (int) Math.floor(transform.x(fs));
		int y = (int) Math.floor(transform.y(ss));
		Strokes.outlined(gc, () -> {
			gc.drawLine(-FAR, y, FAR, y);
			gc.drawLine(x, -FAR, x, FAR);
		});
	}
}
