// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.view;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;

/**
 * A button by which the user shows or hides a part of a view. Until the user has said so, the part is shown where there is room
 * for it beside what the view is for; afterwards it stays as the user wants. For the UI thread.
 */
public final class RoomSwitch {
	private final Button button;
	private final Control measured;
	private final Room room;
	private final Consumer<Boolean> shown;
	private boolean chosen;

	/** Whether there is room. */
	@FunctionalInterface
	public interface Room {
		/**
		 * @param width  of the control, in heights of a line of its text, so that it does not depend on the size of the font
		 * @param height of the control, in the same
		 */
		boolean isEnough(double width, double height);
	}

	/**
	 * @param button   that is checked while the part is shown
	 * @param measured whose size says whether there is room; it does not depend on whether the part is shown
	 * @param room     how much is enough
	 * @param shown    shows or hides the part
	 */
	public RoomSwitch(Button button, Control measured, Room room, Consumer<Boolean> shown) {
		this.button = button;
		this.measured = measured;
		this.room = room;
		this.shown = shown;
		button.addListener(SWT.Selection, event -> choose());
		measured.addListener(SWT.Resize, event -> resized());
		button.setSelection(false);
		shown.accept(false);
	}

	private void choose() {
		chosen = true;
		shown.accept(button.getSelection());
	}

	private void resized() {
		Point size = measured.getSize();
		if (chosen || size.x == 0 || size.y == 0)
			return;
		GC gc = new GC(measured);
		double line = gc.getFontMetrics().getHeight();
		gc.dispose();
		boolean enough = room.isEnough(size.x / line, size.y / line);
		if (enough != button.getSelection()) {
			button.setSelection(enough);
			shown.accept(enough);
		}
	}
}
