// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** Parts beside each other while there is more width than height, else one above the other; with handles between them. */
public final class TurningSash extends SashForm {
	/** Without parts yet. */
	public TurningSash(Composite parent) {
		super(parent, SWT.HORIZONTAL | SWT.SMOOTH);
		addListener(SWT.Resize, event -> turn());
	}

	private void turn() {
		Point size = getSize();
		int wanted = size.x > size.y ? SWT.HORIZONTAL : SWT.VERTICAL;
		if (size.x > 0 && size.y > 0 && getOrientation() != wanted)
			setOrientation(wanted);
	}
}
