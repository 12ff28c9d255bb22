// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * An image, one plot to its right and one below it. Where there is little room the plots are left out, the image stays.
 */
final class BesideLayout extends Layout {
	private static final int NARROW = 380;
	private static final int LOW = 220;
	private static final int LEAST = 110;
	private static final int MOST = 240;
	private static final double PART = 0.28;
	/** Lower than this, an image with its tool bar has no axes. */
	private static final int NO_AXES = 170;
	/** How much more room the plots need for numbers on the left and below than an image with axes, and one without. */
	private static final Point WITH_AXES = new Point(26, 0);
	private static final Point WITHOUT_AXES = new Point(60, 26);

	@Override
	protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
		return new Point(widthHint == SWT.DEFAULT ? NARROW : widthHint, heightHint == SWT.DEFAULT ? LOW : heightHint);
	}

	@Override
	protected void layout(Composite composite, boolean flushCache) {
		Rectangle all = composite.getClientArea();
		Control[] children = composite.getChildren();
		int right = all.width < NARROW ? 0 : part(all.width);
		int below = all.height < LOW ? 0 : part(all.height);
		int height = all.height - below;
		Point numbers = right == 0 || below == 0 ? new Point(0, 0) : height < NO_AXES ? WITHOUT_AXES : WITH_AXES;
		// plots and image are in line: all of the image has to be within the plots
		children[0].setBounds(numbers.x, 0, all.width - right - numbers.x, height - numbers.y);
		children[1].setBounds(all.width - right, 0, right, all.height - below);
		children[2].setBounds(0, all.height - below, all.width - right, below);
		children[1].setVisible(right > 0);
		children[2].setVisible(below > 0);
	}

	private static int part(int length) {
		return (int) Math.max(LEAST, Math.min(MOST, PART * length));
	}
}
