// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

/** Hears clicks of the left mouse button on a chart, in the UI thread. */
@FunctionalInterface
public interface PlotClickListener {
	/**
	 * The button was pressed and released at one place within the axes.
	 *
	 * @param x         where, on the horizontal axis; on an axis of names the index of the name
	 * @param y         where, on the vertical axis
	 * @param stateMask keys, as in SWT
	 * @param count     2 for the second click of a double click
	 */
	void clicked(double x, double y, int stateMask, int count);
}
