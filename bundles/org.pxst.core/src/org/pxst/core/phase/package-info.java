// SPDX-License-Identifier: EPL-2.0
/** From the pixel map to the phase of the wavefront, its low orders and the foci of the lens. */
package org.pxst.core.phase;
