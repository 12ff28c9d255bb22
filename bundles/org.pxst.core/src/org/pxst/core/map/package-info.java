// SPDX-License-Identifier: EPL-2.0
/** The unknowns of the forward model (paper, equation 1): pixel map, reference image and their combination. */
package org.pxst.core.map;
