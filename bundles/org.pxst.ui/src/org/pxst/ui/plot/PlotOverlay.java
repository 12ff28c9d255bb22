// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import org.eclipse.swt.graphics.GC;

/** Something that is painted on top of a chart, without the chart being drawn again: for what follows the mouse. */
@FunctionalInterface
public interface PlotOverlay {
	/**
	 * Paints it. In the UI thread, each time when the canvas is painted: must be quick.
	 *
	 * @param gc        of the canvas, antialiased, clipped to the inside of the axes, in the chart's text colour
	 * @param transform where values are
	 */
	void paint(GC gc, PlotTransform transform);
}
