// SPDX-License-Identifier: EPL-2.0
/** The view of Thon rings and their fitted ellipses (fit_thon_rings). */
package org.pxst.ui.internal.thon;
