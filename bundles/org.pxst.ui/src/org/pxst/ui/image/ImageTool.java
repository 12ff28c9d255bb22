// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;

/**
 * What the left mouse button does on a picture. Without a tool it pans. A tool is also drawn, after the overlays. Methods
 * return whether they used the event; when not, the viewer does with it what it does without a tool.
 */
public interface ImageTool extends Overlay {
	/**
	 * The mouse over a picture.
	 *
	 * @param ss        row, centres at integers
	 * @param fs        column, centres at integers
	 * @param x         on the canvas
	 * @param y         on the canvas
	 * @param button    1 left, 2 middle, 3 right; 0 when none is pressed
	 * @param stateMask keys, as in SWT ({@link SWT#SHIFT}, {@link SWT#MOD1})
	 * @param count     clicks: 2 for a double click
	 * @param transform where pixels are
	 */
	record Mouse(double ss, double fs, int x, int y, int button, int stateMask, int count, ImageTransform transform) {
	}

	/** A button was pressed. */
	default boolean pressed(Mouse mouse) {
		return false;
	}

	/** The mouse moved, with or without a button. */
	default boolean moved(Mouse mouse) {
		return false;
	}

	/** A button was released. */
	default boolean released(Mouse mouse) {
		return false;
	}

	/** A key was pressed; code and character as in SWT. */
	default boolean key(int keyCode, char character, int stateMask) {
		return false;
	}

	/** SWT cursor to show at a place, for example {@link SWT#CURSOR_CROSS} or {@link SWT#CURSOR_SIZEALL}. */
	default int cursor(Mouse mouse) {
		return SWT.CURSOR_CROSS;
	}
}
