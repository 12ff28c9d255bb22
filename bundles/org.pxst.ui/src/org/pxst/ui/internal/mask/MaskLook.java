// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import org.eclipse.ui.IMemento;
import org.pxst.ui.image.Layer;

/**
 * How bad pixels are painted.
 *
 * @param rgb     colour, 8 bits each of red, green, blue
 * @param opacity 0 invisible .. 100 covers the image
 */
record MaskLook(int rgb, int opacity) {
	/** Vermilion (Okabe and Ito), which none of the colour maps of intensities has. */
	static final MaskLook USUAL = new MaskLook(0xD55E00, 80);

	private static final String RGB = "maskColour";
	private static final String OPACITY = "maskOpacity";

	/** What was kept when the workbench was closed. */
	static MaskLook of(IMemento memento) {
		if (memento == null || memento.getInteger(RGB) == null || memento.getInteger(OPACITY) == null)
			return USUAL;
		return new MaskLook(memento.getInteger(RGB) & 0xFFFFFF, Math.max(0, Math.min(100, memento.getInteger(OPACITY))));
	}

	/** Keeps it for the next time. */
	void keep(IMemento memento) {
		memento.putInteger(RGB, rgb);
		memento.putInteger(OPACITY, opacity);
	}

	/** The layer of these pixels. */
	Layer layer(boolean[] bad) {
		return new Layer(bad, rgb, Math.round(opacity * 255 / 100f));
	}
}
