// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

/** What dragging with the left mouse button does on a chart. */
public enum RegionTool {
	/** It moves the chart. */
	NONE,
	/** It selects a rectangle. */
	RECTANGLE,
	/** It selects what is inside of a line drawn by hand. */
	LASSO
}
