// SPDX-License-Identifier: EPL-2.0
/** Initialisation (paper, section 4.1): mask, whitefield, region of interest, defocus, first pixel map. */
package org.pxst.core.initial;
