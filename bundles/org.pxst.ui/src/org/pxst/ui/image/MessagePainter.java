// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;

/** Draws a text in the middle of an area, in lines that fit. */
final class MessagePainter {
	private static final int MARGIN = 12;

	private MessagePainter() {
	}

	static void paint(GC gc, String text, Rectangle area) {
		if (text.isEmpty() || area.width <= 2 * MARGIN)
			return;
		TextLayout layout = new TextLayout(gc.getDevice());
		try {
			layout.setFont(gc.getFont());
			layout.setAlignment(SWT.CENTER);
			layout.setText(text);
			layout.setWidth(area.width - 2 * MARGIN);
			layout.draw(gc, area.x + MARGIN, area.y + Math.max(0, (area.height - layout.getBounds().height) / 2));
		} finally {
			layout.dispose();
		}
	}
}
