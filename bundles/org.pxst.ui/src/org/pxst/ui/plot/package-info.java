// SPDX-License-Identifier: EPL-2.0
/**
 * The one widget of all charts: {@link org.pxst.ui.plot.Plot} shows a JFreeChart, with zoom, pan, draggable cursors and
 * regions. Charts are drawn by Java2D in the background and never on the screen's thread; what moves with the mouse is
 * painted on top of them.
 */
package org.pxst.ui.plot;
