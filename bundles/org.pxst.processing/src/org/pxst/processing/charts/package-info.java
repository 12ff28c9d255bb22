// SPDX-License-Identifier: EPL-2.0
/**
 * Definitions of charts that reports, image files and the workbench share. A definition gives a
 * {@link org.jfree.chart.JFreeChart}, made to be printed in dark colours on white; whoever shows it on a screen adapts
 * the colours. Nothing here needs a display.
 */
package org.pxst.processing.charts;
