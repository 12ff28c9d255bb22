// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Something for the slow scan axis above the same for the fast scan axis; only one of them where there is little room. */
final class AxisPair extends SashForm {
	/** Less room, in lines of text, is not enough for two. */
	private static final int LEAST_LINES = 28;

	private boolean ss = true;
	private boolean fs = true;

	/** Without its two widgets, which are created in it: slow scan axis first. */
	AxisPair(Composite parent) {
		super(parent, SWT.VERTICAL | SWT.SMOOTH);
		addListener(SWT.Resize, e -> arrange());
	}

	/** Says which are wanted: at least one. When both are wanted, the slow scan axis is shown if there is room for one only. */
	void show(boolean slow, boolean fast) {
		ss = slow;
		fs = fast;
		arrange();
	}

	private void arrange() {
		Control[] both = getChildren();
		if (both.length < 2)
			return;
		boolean room = getClientArea().height >= LEAST_LINES * getFont().getFontData()[0].getHeight() * 4 / 3;
		Control alone = ss && fs && room ? null : ss ? both[0] : both[1];
		if (getMaximizedControl() != alone)
			setMaximizedControl(alone);
	}
}
