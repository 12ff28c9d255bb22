// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.function.LongUnaryOperator;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** Keys that step through a stack while an image or a plot has the keyboard: arrows, pages, Home, End; as in the frames view. */
final class SliceKeys {
	private static final int PAGE = 10;

	private final Composite content;
	private final Stepper stepper;
	private final Listener filter = this::pressed;

	/** Goes through the stack. */
	@FunctionalInterface
	interface Stepper {
		/**
		 * Goes to another place.
		 *
		 * @param next where to, from where it is; is brought into the stack
		 * @return false when there is no stack
		 */
		boolean step(LongUnaryOperator next);
	}

	/**
	 * @param content where they work
	 * @param stepper goes through the stack
	 */
	SliceKeys(Composite content, Stepper stepper) {
		this.content = content;
		this.stepper = stepper;
		// before the image, which pans with some of these keys otherwise
		content.getDisplay().addFilter(SWT.KeyDown, filter);
		content.addListener(SWT.Dispose, event -> event.display.removeFilter(SWT.KeyDown, filter));
	}

	private void pressed(Event event) {
		if (event.stateMask != 0 || !(event.widget instanceof Canvas canvas) || !isInside(canvas))
			return;
		LongUnaryOperator next = switch (event.keyCode) {
		case SWT.ARROW_LEFT -> place -> place - 1;
		case SWT.ARROW_RIGHT -> place -> place + 1;
		case SWT.PAGE_UP -> place -> place - PAGE;
		case SWT.PAGE_DOWN -> place -> place + PAGE;
		case SWT.HOME -> place -> 0;
		case SWT.END -> place -> Long.MAX_VALUE;
		default -> null;
		};
		if (next == null || !stepper.step(next))
			return;
		event.doit = false;
		event.type = SWT.None;
	}

	private boolean isInside(Control control) {
		for (Control c = control; c != null; c = c.getParent())
			if (c == content)
				return true;
		return false;
	}
}
