// SPDX-License-Identifier: EPL-2.0
/** The whitefield, and the region of interest on it. */
package org.pxst.ui.internal.whitefield;
