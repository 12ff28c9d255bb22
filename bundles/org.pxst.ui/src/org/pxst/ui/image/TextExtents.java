// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;

/** Remembers how large texts are in the font of a control: measuring takes long when it is done for each picture. */
final class TextExtents implements CanvasLayout.Font {
	private static final int MOST = 500;

	private final Control control;
	private final Map<String, Point> known = new HashMap<>();
	private Font font;

	TextExtents(Control control) {
		this.control = control;
	}

	@Override
	public Point extent(String text) {
		if (!control.getFont().equals(font) || known.size() > MOST)
			known.clear();
		font = control.getFont();
		return known.computeIfAbsent(text, this::measured);
	}

	private Point measured(String text) {
		GC gc = new GC(control);
		try {
			return gc.textExtent(text);
		} finally {
			gc.dispose();
		}
	}
}
