// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.graphics.GC;

/** Something that is drawn with lines on top of a picture. */
@FunctionalInterface
public interface Overlay {
	/**
	 * Draws it. In the UI thread, each time when the canvas is painted: must be quick.
	 *
	 * @param gc        of the canvas, antialiased, clipped to the picture
	 * @param transform where pixels are
	 */
	void paint(GC gc, ImageTransform transform);
}
