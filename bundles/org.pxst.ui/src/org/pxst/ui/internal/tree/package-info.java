// SPDX-License-Identifier: EPL-2.0
/** Files as trees of groups and data sets, and any data set as image, curves, points, table or text. */
package org.pxst.ui.internal.tree;
