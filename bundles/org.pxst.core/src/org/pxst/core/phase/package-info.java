// SPDX-License-Identifier: EPL-2.0
/** From the pixel map to the phase of the wavefront. */
package org.pxst.core.phase;
