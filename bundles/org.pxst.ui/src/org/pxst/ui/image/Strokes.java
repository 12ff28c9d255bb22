// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** Lines that are seen on every colour: bright on dark. */
public final class Strokes {
	private Strokes() {
	}

	/** Draws something twice: as broad dark lines, and as thin bright ones on top. */
	public static void outlined(GC gc, Runnable drawing) {
		Color dark = gc.getDevice().getSystemColor(SWT.COLOR_BLACK);
		Color bright = gc.getDevice().getSystemColor(SWT.COLOR_WHITE);
		gc.setForeground(dark);
		gc.setAlpha(150);
		gc.setLineWidth(3);
		drawing.run();
		gc.setForeground(bright);
		gc.setAlpha(255);
		gc.setLineWidth(1);
		drawing.run();
	}

	static void rectangle(GC gc, Rectangle area) {
		outlined(gc, () -> gc.drawRectangle(area));
	}
}
